// SPDX-License-Identifier: Apache-2.0
#include "pool/yamlpath.h"

#include <doctest/doctest.h>

using namespace tidegate;

TEST_CASE("a path is keys, dots and items, and prints as it was written")
{
    for (const char* path : {"mode", "watermark.lag", "columns[0].name", "key[+]", "options.\"a.b\"", "a[1][2].b",
                             "门店.名", "with space.x", "\"say \\\"hi\\\"\""}) {
        CAPTURE(path);
        const auto steps = parseYamlPath(path);
        REQUIRE(steps.has_value());
        CHECK(toString(*steps) == path);
    }
    const auto steps = parseYamlPath("columns[12].\"a.b\"");
    REQUIRE(steps->size() == 3);
    CHECK((*steps)[1].index == 12);
    CHECK((*steps)[2].key == "a.b");
}

TEST_CASE("what is no path is a usage error")
{
    for (const char* path :
         {"", ".", "a.", ".a", "a..b", "a[", "a[x]", "a[-1]", "a]", "[0]", "a[0]b", "\"a", "a[99999999999999999999]"}) {
        CAPTURE(path);
        const auto steps = parseYamlPath(path);
        REQUIRE_FALSE(steps.has_value());
        CHECK(steps.error().code == ErrorCode::Usage);
    }
}
