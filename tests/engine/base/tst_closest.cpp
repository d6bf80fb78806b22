// SPDX-License-Identifier: Apache-2.0
#include "base/closest.h"

#include <doctest/doctest.h>

using namespace tidegate;

TEST_CASE("a distance counts letters added, left out, replaced or swapped")
{
    struct Row
    {
        const char* left;
        const char* right;
        std::size_t distance;
    };
    for (const Row& row : {Row{"mode", "mode", 0}, Row{"mod", "mode", 1}, Row{"mdoe", "mode", 1}, Row{"", "abc", 3},
                           Row{"watermarc", "watermark", 1}, Row{"kitten", "sitting", 3}}) {
        CAPTURE(row.left);
        CHECK(editDistance(row.left, row.right) == row.distance);
        CHECK(editDistance(row.right, row.left) == row.distance);
    }
}

TEST_CASE("only what is near is proposed")
{
    const std::vector<std::string> keys{"job", "source", "key", "mode", "watermark", "delete_when"};
    CHECK(closest("Watermark", keys) == "watermark");
    CHECK(closest("delete-when", keys) == "delete_when");
    CHECK(closest("ky", keys) == "key");
    CHECK(closest("x", keys) == "");
    CHECK(closest("nothing", keys) == "");
    CHECK(closest("", keys) == "");
    CHECK(closest(std::string(100'000, 'w'), keys) == "");
}
