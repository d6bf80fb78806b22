// SPDX-License-Identifier: Apache-2.0
#include "pool/yamlmove.h"

#include <doctest/doctest.h>

using namespace tidegate;

namespace {

/// The text after items `first` and `first` + 1 changed places.
std::string swapped(std::string_view text, std::string_view path, std::size_t first = 0)
{
    const auto patch = swapYamlItems(text, path, first);
    CAPTURE(text);
    REQUIRE_MESSAGE(patch.has_value(), patch.error().message);
    return applied(text, *patch);
}

} // namespace

TEST_CASE("items change places and every other byte stays")
{
    struct Row
    {
        const char* sentence;
        std::string before;
        std::string path;
        std::string after;
    };
    const std::vector<Row> rows = {
        {"a block list", "k:\n  - a\n  - b\nz: 1\n", "k", "k:\n  - b\n  - a\nz: 1\n"},
        {"without indentation", "k:\n- a\n- b\nz: 1\n", "k", "k:\n- b\n- a\nz: 1\n"},
        {"comments at the ends of lines go along", "k:\n  - a  # one\n  - b\n", "k", "k:\n  - b\n  - a  # one\n"},
        {"comment lines between them stay", "k:\n  - a\n  # here\n  - b\n", "k", "k:\n  - b\n  # here\n  - a\n"},
        {"maps over several lines", "k:\n  - name: a\n    from: x\n  - name: b\nz: 1\n", "k",
         "k:\n  - name: b\n  - name: a\n    from: x\nz: 1\n"},
        {"a text over several lines", "k:\n  - |\n    one\n    two\n  - b\nz: 1\n", "k",
         "k:\n  - b\n  - |\n    one\n    two\nz: 1\n"},
        {"a flow list", "k: [a, 'b c', d]\n", "k", "k: ['b c', a, d]\n"},
        {"a flow list over two lines", "k: [a,\n    b]\n", "k", "k: [b,\n    a]\n"},
        {"a list inside of a map", "s: { t: 1, k: [中, 文] }\n", "s.k", "s: { t: 1, k: [文, 中] }\n"},
        {"Windows line ends", "k:\r\n  - a\r\n  - b\r\n", "k", "k:\r\n  - b\r\n  - a\r\n"},
        {"no line end after the last", "k:\n  - a\n  - b", "k", "k:\n  - b\n  - a"},
        {"no line end, and a comment", "k:\n  - a # one\n  - b # two", "k", "k:\n  - b # two\n  - a # one"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        CHECK(swapped(row.before, row.path) == row.after);
        CHECK(swapped(row.after, row.path) == row.before);
    }
    CHECK(swapped("k: [a, b, c]\n", "k", 1) == "k: [a, c, b]\n");
}

TEST_CASE("what can't change places is said, and nothing is patched")
{
    CHECK(swapYamlItems("k: [a, b]\n", "k", 1).error().code == ErrorCode::NotFound);
    CHECK(swapYamlItems("k: a\n", "k", 0).error().code == ErrorCode::NotFound);
    CHECK(swapYamlItems("k: [a, b]\n", "x", 0).error().code == ErrorCode::NotFound);
    CHECK(swapYamlItems("k: [a\n", "k", 0).error().code == ErrorCode::Invalid);
    // The alias would come before what it stands for.
    const auto refused = swapYamlItems("k:\n  - &x a\n  - *x\n", "k", 0);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::Refused);
    CHECK(refused.error().hint == "move them in the text");
}
