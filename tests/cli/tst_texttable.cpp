// SPDX-License-Identifier: Apache-2.0
#include "cli/progressbar.h"
#include "cli/suggestion.h"
#include "cli/textwidth.h"
#include "cli/texttable.h"

#include <doctest/doctest.h>

using namespace tidegate;
using namespace tidegate::cli;

TEST_CASE("Chinese characters take two columns, combining marks none")
{
    CHECK(displayWidth("abc") == 3);
    CHECK(displayWidth("订单") == 4);
    CHECK(displayWidth("한글") == 4);
    CHECK(displayWidth("ｱ") == 1);
    CHECK(displayWidth("Ａ") == 2);
    CHECK(displayWidth("e\xCC\x81") == 1);
    CHECK(displayWidth("\xff") == 1);
}

TEST_CASE("columns stay aligned under wide names, and lines have no trailing spaces")
{
    TextTable table({{"JOB"}, {"ROWS", TextTable::Align::Right}, {"STATE"}});
    table.add({"订单明细", "7", "ok"});
    table.add({"a", "12345", ""});
    CHECK(table.toString() == "JOB        ROWS  STATE\n"
                              "订单明细      7  ok\n"
                              "a         12345\n");
}

TEST_CASE("a name can't steer the terminal")
{
    CHECK(printable("a\x1b[2Jb\x07") == "a\\x1b[2Jb\\x07");
    CHECK(printable("\xC2\x9B"
                    "2J") == "\\x9b2J");
    CHECK(printable("two\nlines", true) == "two\nlines");
    CHECK(printable("two\nlines") == "two\\x0alines");
    CHECK(printable("订单") == "订单");
}

TEST_CASE("the nearest word is proposed, and none if none is near")
{
    const std::vector<std::string> verbs = {"list", "show", "set", "unset", "rename"};
    CHECK(suggestion("lsit", verbs) == "did you mean `list`?");
    CHECK(suggestion("ren", verbs) == "did you mean `rename`?");
    CHECK(suggestion("quarantine", verbs).empty());
    CHECK(suggestion("", verbs).empty());
}

TEST_CASE("a progress line fits its width, and its bar is never full before the end")
{
    RunProgress progress;
    progress.phase = RunPhase::Read;
    progress.rows.read = 2'000'000;
    progress.rowsExpected = 1'000'000;
    progress.bytesRead = 5'000'000;
    progress.secondsElapsed = 2;
    const std::string line = progressLine(progress, 200);
    CHECK(line.find("99 %") != std::string::npos);
    CHECK(line.find("2000.0 k rows") != std::string::npos);
    CHECK(line.find("1000.0 k rows/s") != std::string::npos);
    CHECK(progressLine(progress, 20).size() == 20);
}
