// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.h"

#include <doctest/doctest.h>

using namespace tidegate;

TEST_CASE("a size is a whole number with a unit")
{
    struct Row
    {
        const char* text;
        std::uint64_t expected;
    };
    const Row rows[] = {{"0B", 0},
                        {"1B", 1},
                        {"1kB", 1000},
                        {"1KiB", 1024},
                        {"512KiB", 524288},
                        {"1MiB", 1048576},
                        {"10MB", 10'000'000},
                        {"2GiB", 2147483648ULL},
                        {"3TB", 3'000'000'000'000ULL}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto parsed = parseBytes(row.text);
        REQUIRE(parsed.has_value());
        CHECK(*parsed == row.expected);
        CHECK(bytesToString(*parsed) == row.text);
    }
}

TEST_CASE("a rate is a size per second")
{
    CHECK(*parseByteRate("50MiB/s") == 52428800);
    CHECK(*parseByteRate("0B/s") == 0);
    CHECK(parseByteRate("50MiB").error().detail("fix") == "50MiB/s");
    CHECK(parseByteRate("50").error().detail("fix") == "50MiB/s");
    CHECK_FALSE(parseByteRate("50MiB/m").has_value());
}

TEST_CASE("what is no size is refused")
{
    CHECK(parseBytes("4").error().detail("fix") == "4MiB");
    for (const char* text :
         {"", "MiB", "-1MiB", "1.5MiB", "1 MiB", "1mib", "1M", "1MiB/s", "99999999999999999999B", "99999999TiB"}) {
        CAPTURE(text);
        const auto parsed = parseBytes(text);
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().code == ErrorCode::Invalid);
    }
}
