// SPDX-License-Identifier: Apache-2.0
#include "base/duration.h"

#include <doctest/doctest.h>

using namespace tidegate;
using namespace std::chrono_literals;

TEST_CASE("a duration is a number with a unit")
{
    struct Row
    {
        const char* text;
        std::chrono::milliseconds expected;
    };
    const Row rows[] = {
        {"500ms", 500ms}, {"0s", 0ms},  {"30s", 30s},   {"2m", 2min},         {"90m", 90min}, {"1h30m", 90min},
        {"1d", 24h},      {"1w", 168h}, {"1d12h", 36h}, {"1m500ms", 60500ms}, {"007m", 7min},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto parsed = parseDuration(row.text);
        REQUIRE(parsed.has_value());
        CHECK(*parsed == row.expected);
    }
}

TEST_CASE("a duration without a unit is refused with a proposal")
{
    struct Row
    {
        const char* text;
        const char* fix;
    };
    for (const Row& row : {Row{"2", "2m"}, Row{"120", "2m"}, Row{"3600", "60m"}, Row{"0", "0s"}, Row{"45", "45m"}}) {
        CAPTURE(row.text);
        const auto parsed = parseDuration(row.text);
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().code == ErrorCode::Invalid);
        CHECK(parsed.error().detail("fix") == row.fix);
        CHECK(parsed.error().message.find("unit") != std::string::npos);
        CHECK(parseDuration(parsed.error().detail("fix")).has_value());
    }
}

TEST_CASE("what is no duration is refused")
{
    for (const char* text : {"", "m", "2 m", " 2m", "2m ", "-2m", "+2m", "2.5m", "2min", "2M", "1m1h", "1m1m", "2m3",
                             "PT2M", "99999999999999999999m", "9999999999999w", "二分"}) {
        CAPTURE(text);
        const auto parsed = parseDuration(text);
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().code == ErrorCode::Invalid);
    }
}

TEST_CASE("a printed duration reads back as itself")
{
    for (const auto duration :
         {0ms, 1ms, 999ms, 1000ms, 61000ms, 3600000ms, 5400000ms, 86400000ms, 604800000ms, 788645001ms}) {
        CAPTURE(toString(duration));
        CHECK(*parseDuration(toString(duration)) == duration);
    }
    CHECK(toString(std::chrono::milliseconds(2min)) == "2m");
    CHECK(toString(std::chrono::milliseconds(90min)) == "1h30m");
    CHECK(toString(std::chrono::milliseconds(48h)) == "2d");
    CHECK(toString(-1500ms) == "-1s500ms");
}
