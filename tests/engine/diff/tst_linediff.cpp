// SPDX-License-Identifier: Apache-2.0
#include "diff/linediff.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace tidegate;

namespace {

/// What a reader who follows the marks would hold in the end: the first or the second text.
std::string followed(const std::vector<DiffLine>& lines, DiffLine::Kind leftOut)
{
    std::string text;
    for (const auto& line : lines) {
        if (line.kind != leftOut)
            text += std::string(line.text) + "\n";
    }
    return text;
}

std::string randomText(std::mt19937& random)
{
    std::string text;
    const auto lines = random() % 12;
    for (unsigned line = 0; line < lines; ++line)
        text += std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
    return text;
}

} // namespace

TEST_CASE("equal texts have no difference")
{
    CHECK(unifiedDiff("a\nb\n", "a\nb\n", "one", "two").empty());
    CHECK(unifiedDiff("", "", "one", "two").empty());
}

TEST_CASE("a change in the middle shows three lines around it")
{
    CHECK(unifiedDiff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n", "HEAD:item", "item") ==
          "--- HEAD:item\n+++ item\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("changes that are far apart are hunks of their own")
{
    const auto text = unifiedDiff("a\n1\n2\n3\n4\n5\n6\n7\n8\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\n8\nB\n", "x", "y");
    CHECK(text == "--- x\n+++ y\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -7,4 +7,4 @@\n 6\n 7\n 8\n-b\n+B\n");
}

TEST_CASE("something from nothing, and nothing from something")
{
    CHECK(unifiedDiff("", "a\nb\n", "x", "y") == "--- x\n+++ y\n@@ -0,0 +1,2 @@\n+a\n+b\n");
    CHECK(unifiedDiff("a\n", "", "x", "y") == "--- x\n+++ y\n@@ -1 +0,0 @@\n-a\n");
}

TEST_CASE("every comparison leads from the one text to the other")
{
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        const auto before = randomText(random);
        const auto after = randomText(random);
        const auto lines = diffLines(before, after);
        CAPTURE(before);
        CAPTURE(after);
        REQUIRE(followed(lines, DiffLine::Kind::Added) == before);
        REQUIRE(followed(lines, DiffLine::Kind::Removed) == after);
    }
}
