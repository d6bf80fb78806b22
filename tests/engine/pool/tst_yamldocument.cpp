// SPDX-License-Identifier: Apache-2.0
#include "pool/yamldocument.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace tidegate;

namespace {

/// The bytes of the node at a path of keys, as the document places them.
std::string bytesOf(const YamlDocument& document, std::initializer_list<std::string_view> keys)
{
    const YamlNode* node = document.root();
    for (const auto key : keys)
        node = node->entry(key)->value;
    return document.text().substr(node->begin, node->end - node->begin);
}

std::string repeated(const std::string& text, int count)
{
    std::string all;
    for (int i = 0; i < count; ++i)
        all += text;
    return all;
}

} // namespace

TEST_CASE("the bytes of a value are exactly what a person wrote")
{
    struct Row
    {
        const char* sentence;
        const char* text;
        const char* bytes;
    };
    const Row rows[] = {
        {"plain text ends before its comment", "a: b c # d\n", "b c"},
        {"double quotes belong to the value", "a: \"b\"  # c\n", "\"b\""},
        {"single quotes belong to the value", "a: 'it''s'\n", "'it''s'"},
        {"a block scalar begins at its header", "a: |-  # why\n  x\n  y\n\nb: 1\n", "|-  # why\n  x\n  y"},
        {"a kept block scalar ends with its blank lines", "a: |+\n  x\n\nb: 1\n", "|+\n  x\n"},
        {"a folded block in CRLF", "a: >\r\n  x\r\n  y\r\nb: 1\r\n", ">\r\n  x\r\n  y"},
        {"an empty block scalar is its header", "a: |\nb: 1\n", "|"},
        {"a flow list with its brackets", "a: [1, \"]\"] # c\n", "[1, \"]\"]"},
        {"a flow map over two lines", "a: { b: 1,\n  c: 2 }\nd: 3\n", "{ b: 1,\n  c: 2 }"},
        {"a block list ends with its last item", "a:\n  - 1\n  - 2 # c\n\n# d\nb: 1\n", "- 1\n  - 2"},
        {"a block map begins at its first key", "a: # c\n  b: 1\n  c: 2\nd: 3\n", "b: 1\n  c: 2"},
        {"an anchor is not the value", "a: &x 5\nb: *x\n", "5"},
        {"an absent value is empty", "a:   # c\nb: 1\n", ""},
        {"Chinese text counts bytes", "订单: x\na: 销售 # 注\n", "销售"},
        {"after a byte order mark",
         "\xEF\xBB\xBF"
         "a: b\n",
         "b"},
        {"text over two lines", "a: b\n  c\nd: 1\n", "b\n  c"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        const auto document = YamlDocument::parse(row.text);
        REQUIRE(document.has_value());
        CHECK(bytesOf(*document, {"a"}) == row.bytes);
    }
}

TEST_CASE("an alias and an absent value know their place")
{
    const auto document = YamlDocument::parse("a: &x 5\nb: *x\nc:\nd: {e: , f}\ng:\n  -\n  - 1\nh: &y\n");
    REQUIRE(document.has_value());
    CHECK(bytesOf(*document, {"b"}) == "*x");
    const auto place = [&](const YamlNode* node) { return document->range(*node); };
    const YamlNode* root = document->root();
    CHECK(place(root->entry("c")->value).line == 3);
    CHECK(place(root->entry("c")->value).column == 3);
    CHECK(place(root->entry("d")->value->entry("e")->value).column == 7);
    CHECK(place(root->entry("g")->value->items[0]).line == 6);
    CHECK(place(root->entry("g")->value->items[0]).column == 4);
    CHECK(root->entry("h")->value->anchor == "y");
    CHECK(toJson(*root).dump() == R"({"a":5,"b":5,"c":null,"d":{"e":null,"f":null},"g":[null,1],"h":null})");
}

TEST_CASE("lines and columns count characters from 1")
{
    const auto document = YamlDocument::parse("\xEF\xBB\xBF# 注释\r\n门店: {名: 值, b: x}\r\n");
    REQUIRE(document.has_value());
    const auto range = document->range(*document->root()->entry("门店")->value->entry("b")->value);
    CHECK(range.line == 2);
    CHECK(range.column == 15);
    CHECK(range.endColumn == 16);
}

TEST_CASE("scalars have the types of the core schema")
{
    const auto document = YamlDocument::parse(
        "[1, -2, 0x1F, 0o17, 1.5, 1e3, true, FALSE, null, ~, on, yes, '1', !!str 1, 1m, 2024-01-01, .inf, 007, '']");
    REQUIRE(document.has_value());
    CHECK(toJson(*document->root()).dump() ==
          R"([1,-2,31,15,1.5,1000.0,true,false,null,null,"on","yes","1","1","1m","2024-01-01",".inf",7,""])");
}

TEST_CASE("a key that is there twice is found at any depth")
{
    const auto document = YamlDocument::parse("a: 1\nb: {c: 1, c: 2}\n\"a\": 2\n");
    REQUIRE(document.has_value());
    REQUIRE(document->duplicateKeys().size() == 2);
    CHECK(document->range(*document->duplicateKeys()[0]).line == 2);
    CHECK(document->range(*document->duplicateKeys()[1]).line == 3);
}

TEST_CASE("rubbish is refused with a place, never with a crash")
{
    struct Row
    {
        const char* sentence;
        std::string text;
        const char* line;
    };
    std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
    for (char c = 'b'; c < 'k'; ++c)
        bomb += std::string(1, c) + ": &" + c + " [" + repeated(std::string("*") + char(c - 1) + ",", 10) + "]\n";
    const Row rows[] = {
        {"an open double quote", "job: x\na: \"b\nc: d\n", "2"},
        {"an open single quote at the end", "a: 'b", "1"},
        {"an open bracket", "a: [1, 2\n", "2"},
        {"a tab as indentation", "a:\n\tb: c\n", "2"},
        {"a second document", "a: 1\n---\nb: 2\n", "2"},
        {"a list as a key", "a: 1\n? [x]\n: 1\n", "2"},
        {"an alias without an anchor", "a: *b\n", "1"},
        {"an alias in itself", "a: &x [1, *x]\n", "1"},
        {"a NUL byte", std::string("a: b\nc\0d: e\n", 12), "2"},
        {"a binary file",
         "\x7F"
         "ELF\x02\x01",
         "1"},
        {"Latin-1", "a: caf\xE9\n", "1"},
        {"half a Chinese character", "a: \xE9\x94", "1"},
        {"brackets 100,000 deep", "a: " + repeated("[", 100'000), "1"},
        {"braces 100,000 deep", repeated("{a: ", 100'000), "1"},
        {"dashes 5,000 deep", repeated("- ", 5'000), "1"},
        {"an alias bomb", bomb, "6"},
        {"ten megabytes", repeated("a: bcdefgh\n", 1'000'000), "1"},
        {"text after a mapping", "a: b\nc\n", "2"},
        {"a colon too many", "a: b: c\n", "1"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        const auto document = YamlDocument::parse(row.text);
        REQUIRE_FALSE(document.has_value());
        CAPTURE(document.error().message);
        CHECK(document.error().code == ErrorCode::Invalid);
        CHECK(document.error().detail("line") == row.line);
    }
}

TEST_CASE("an empty text is a document without a root")
{
    for (const char* text : {"", "\n\n", "# only a comment\n", "---\n", "\xEF\xBB\xBF", "   "}) {
        CAPTURE(text);
        const auto document = YamlDocument::parse(text);
        REQUIRE(document.has_value());
        CHECK(document->root() == nullptr);
    }
}
