// SPDX-License-Identifier: Apache-2.0
// Runs every file of tests/data/sql: a job and its catalogues go in, SQL or an error comes out. A new case is a new
// file; sqlcase.h says what may stand in it. To write what is produced now into the files (look at the difference
// before you keep it):
//     TIDEGATE_UPDATE=1 build/dev/bin/tst_sqlcorpus
#include "sqlcase.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>

using namespace tidegate;

namespace {

bool isInput(std::string_view section)
{
    return section == "job" || section == "source" || section == "join" || section == "target" || section == "with";
}

} // namespace

TEST_CASE("every case of the corpus gives the SQL or the error that its file says")
{
    const bool update = std::getenv("TIDEGATE_UPDATE") != nullptr;
    const auto files = test::corpusFiles();
    REQUIRE(files.size() >= 60);
    for (const auto& file : files) {
        auto testCase = test::readCase(file);
        INFO(file.string());
        int expected = 0;
        for (auto& [name, text] : testCase.sections) {
            if (isInput(name))
                continue;
            ++expected;
            const auto made = test::actual(testCase, name);
            if (update)
                text = made;
            else
                CHECK_MESSAGE(made == text, file.filename().string(), " == ", name, "\n--- expected\n", text,
                              "\n--- made\n", made, "\n");
        }
        CHECK_MESSAGE(expected > 0, "the case expects nothing");
        if (update)
            test::writeCase(testCase);
    }
}
