// SPDX-License-Identifier: Apache-2.0
#include "pool/yamledit.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace tidegate;

namespace {

std::string afterSet(std::string_view text, std::string_view path, std::string_view value)
{
    const KeyOrder order = [](std::string_view mapPath) {
        return mapPath.empty() ? std::vector<std::string>{"job", "source", "key", "mode", "watermark", "apply"}
                               : std::vector<std::string>{"column", "join", "lag", "overlap"};
    };
    const auto patch = setYaml(text, path, value, order);
    return patch ? applied(text, *patch) : "! " + patch.error().message;
}

std::string afterUnset(std::string_view text, std::string_view path)
{
    const auto patch = unsetYaml(text, path);
    return patch ? applied(text, *patch) : "! " + patch.error().message;
}

} // namespace

TEST_CASE("a value is set and everything around it stays")
{
    struct Row
    {
        const char* sentence;
        const char* text;
        const char* path;
        const char* value;
        const char* expected;
    };
    const Row rows[] = {
        {"plain text stays plain", "a: b  # c\n", "a", "x y", "a: x y  # c\n"},
        {"double quotes are kept", "a: \"b\" # c\n", "a", "x", "a: \"x\" # c\n"},
        {"single quotes are kept", "a: 'b'\n", "a", "it's", "a: 'it''s'\n"},
        {"quotes come where they are needed", "a: b\n", "a", "\"x: y\"", "a: \"x: y\"\n"},
        {"text that looks like a number is quoted", "a: b\n", "a", "'12'", "a: \"12\"\n"},
        {"a number needs no quotes even where text had them", "a: \"b\"\n", "a", "12", "a: 12\n"},
        {"a text with double quotes gets single ones", "a: b\n", "a", "'\"销售 表\".x'", "a: '\"销售 表\".x'\n"},
        {"on is text, and quoted for older readers", "a: b\n", "a", "on", "a: \"on\"\n"},
        {"an absent value gets one before its comment", "a:   # c\nb: 1\n", "a", "x", "a: x   # c\nb: 1\n"},
        {"a block scalar gets other lines", "a: |  # c\n   x\n   y\nb: 1\n", "a", "\"p\\n\\nq\\n\"",
         "a: |  # c\n   p\n\n   q\nb: 1\n"},
        {"a block scalar becomes one line", "a: |-  # c\n  x\n\nb: 1\n", "a", "z", "a: z  # c\n\nb: 1\n"},
        {"one line becomes a block, the comment stays in its line", "m:\n    a: x  # c\nb: 1\n", "m.a", "\"p\\nq\"",
         "m:\n    a: |-  # c\n        p\n        q\nb: 1\n"},
        {"many lines in a flow map stay in quotes", "m: { a: x }\n", "m.a", "\"p\\nq\"", "m: { a: \"p\\nq\" }\n"},
        {"an item of a flow list", "k: [a, b, c] # d\n", "k[1]", "x", "k: [a, x, c] # d\n"},
        {"an item of a block list", "k:\n  - a # x\n  - b # y\n", "k[1]", "z", "k:\n  - a # x\n  - z # y\n"},
        {"a value inside an item of a block list", "k:\n- n: a\n  f: b # y\n- n: c\n", "k[0].f", "z",
         "k:\n- n: a\n  f: z # y\n- n: c\n"},
        {"a flow list is replaced in flow", "k: [a] # c\n", "k", "[x, y]", "k: [x, y] # c\n"},
        {"a block list is replaced as a block", "k: # c\n  - a\n  - b\n# d\n", "k", "[x, {n: y, f: 'z'}]",
         "k: # c\n  - x\n  - { n: y, f: z }\n# d\n"},
        {"a block list becomes empty", "k: # c\n  - a\nb: 1\n", "k", "[]", "k: [] # c\nb: 1\n"},
        {"a text becomes a list", "k: a # c\nb: 1\n", "k", "[x, y]", "k: [x, y] # c\nb: 1\n"},
        {"an alias is replaced by a value", "a: &x 1\nb: *x # c\n", "b", "2", "a: &x 1\nb: 2 # c\n"},
        {"a value with an unused anchor", "a: &x b\n", "a", "c", "a: &x c\n"},
        {"CRLF stays CRLF", "a: 1\r\nb: 2\r\n", "a", "[x]", "a: [x]\r\nb: 2\r\n"},
        {"the same value changes nothing", "a: 'b' # c\n", "a", "b", "a: 'b' # c\n"},
        {"Chinese text", "门店: 一号 # 注\n名: x\n", "门店", "二号店", "门店: 二号店 # 注\n名: x\n"},
        {"after a byte order mark",
         "\xEF\xBB\xBF"
         "a: 1\nb: 2\n",
         "b", "3",
         "\xEF\xBB\xBF"
         "a: 1\nb: 3\n"},
        {"without a line break at the end", "a: 1\nb: 2", "b", "3", "a: 1\nb: 3"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        CHECK(afterSet(row.text, row.path, row.value) == std::string(row.expected));
    }
}

TEST_CASE("what is missing is made, in the right place")
{
    struct Row
    {
        const char* sentence;
        const char* text;
        const char* path;
        const char* value;
        const char* expected;
    };
    const Row rows[] = {
        {"a key goes where the order wants it", "job: a # x\nmode: full\n", "key", "[id]",
         "job: a # x\nkey: [id]\nmode: full\n"},
        {"a key before the first", "mode: full\n", "job", "a", "job: a\nmode: full\n"},
        {"a comment above the first key stays above the file", "# head\nmode: full\n", "job", "a",
         "# head\njob: a\nmode: full\n"},
        {"a key after a section and its comments", "watermark:\n  lag: 2m\n  # step: 1d\n\n# next\napply: merge\n",
         "zz", "1", "watermark:\n  lag: 2m\n  # step: 1d\n\n# next\napply: merge\nzz: 1\n"},
        {"a section's last line is followed by its comments",
         "mode: full\nwatermark:\n  lag: 2m\n  # step: 1d\n\n# next\nzz: 1\n", "apply", "merge",
         "mode: full\nwatermark:\n  lag: 2m\n  # step: 1d\napply: merge\n\n# next\nzz: 1\n"},
        {"a key in a section at its indentation", "watermark:\n    lag: 2m # c\nb: 1\n", "watermark.overlap", "10m",
         "watermark:\n    lag: 2m # c\n    overlap: 10m\nb: 1\n"},
        {"a key in a flow map", "watermark: { column: a, overlap: 1m }\n", "watermark.lag", "2m",
         "watermark: { column: a, lag: 2m, overlap: 1m }\n"},
        {"a key in an empty flow map", "watermark: {} # c\n", "watermark.lag", "2m", "watermark: { lag: 2m } # c\n"},
        {"a section that is missing", "job: a\napply: merge\n", "watermark.lag", "2m",
         "job: a\nwatermark:\n  lag: 2m\napply: merge\n"},
        {"a section that has no value yet", "watermark: # soon\napply: merge\n", "watermark.lag", "2m",
         "watermark: # soon\n  lag: 2m\napply: merge\n"},
        {"a map in a section stays on one line", "watermark:\n  lag: 2m\n", "watermark.join",
         "{table: s.o, alias: o, on: o.a = t.a}",
         "watermark:\n  join: { table: s.o, alias: o, \"on\": o.a = t.a }\n  lag: 2m\n"},
        {"a whole section becomes a block", "job: a\n", "watermark", "{column: [t.a, o.a], lag: 2m}",
         "job: a\nwatermark:\n  column: [t.a, o.a]\n  lag: 2m\n"},
        {"an item is appended to a flow list", "key: [a, b] # c\n", "key[+]", "x", "key: [a, b, x] # c\n"},
        {"an item is appended to an empty list", "key: []\n", "key[+]", "x", "key: [x]\n"},
        {"an item is appended to a block list", "key:\n  - a # c\n  # d\n\nb: 1\n", "key[+]", "x",
         "key:\n  - a # c\n  - x\n  # d\n\nb: 1\n"},
        {"an item is appended in the quotes of the others", "key:\n- 'a'\n", "key[+]", "x", "key:\n- 'a'\n- 'x'\n"},
        {"a map is appended like its siblings", "key:\n  - n: a\n    f: b\n", "key[+]", "{n: c, f: d}",
         "key:\n  - n: a\n    f: b\n  - n: c\n    f: d\n"},
        {"a list that is missing", "job: a\n", "key[+]", "x", "job: a\nkey: [x]\n"},
        {"CRLF is used for new lines", "job: a\r\nmode: full\r\n", "watermark.lag", "2m",
         "job: a\r\nmode: full\r\nwatermark:\r\n  lag: 2m\r\n"},
        {"at the end without a line break", "job: a", "mode", "full", "job: a\nmode: full"},
        {"in an empty file", "# only this\n", "job", "a", "# only this\njob: a\n"},
        {"after a block scalar", "job: |\n  x\n\n\nmode: full\n", "key", "[a]",
         "job: |\n  x\nkey: [a]\n\n\nmode: full\n"},
        {"before the first key after a byte order mark",
         "\xEF\xBB\xBF"
         "mode: full\n",
         "job", "a",
         "\xEF\xBB\xBF"
         "job: a\nmode: full\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        CHECK(afterSet(row.text, row.path, row.value) == std::string(row.expected));
    }
}

TEST_CASE("an entry is removed with its own line and comments")
{
    struct Row
    {
        const char* sentence;
        const char* text;
        const char* path;
        const char* expected;
    };
    const Row rows[] = {
        {"its line and its trailing comment go", "a: 1\nb: 2 # c\nd: 3\n", "b", "a: 1\nd: 3\n"},
        {"the comment directly above it goes", "a: 1\n\n# x\n\n# about b\nb: 2\nd: 3\n", "b", "a: 1\n\n# x\n\nd: 3\n"},
        {"the head of the file stays", "# head\na: 1\nb: 2\n", "a", "# head\nb: 2\n"},
        {"a section goes whole", "a: 1\nm:\n  x: 1\n  y: |\n    z\nb: 2\n", "m", "a: 1\nb: 2\n"},
        {"the last of a section leaves an empty map", "m: # c\n  x: 1 # d\nb: 2\n", "m.x", "m: {} # c # d\nb: 2\n"},
        {"the last of a block list leaves an empty list", "k:\n- x\nb: 2\n", "k[0]", "k: []\nb: 2\n"},
        {"an item of a block list", "k:\n  - a\n  # about b\n  - b\n  - c # d\n", "k[1]", "k:\n  - a\n  - c # d\n"},
        {"an item that is a map", "k:\n  - n: a\n    f: b\n  - n: c\n", "k[0]", "k:\n  - n: c\n"},
        {"the first key of an item", "k:\n  - n: a\n    f: b\n  - n: c\n", "k[0].n", "k:\n  - f: b\n  - n: c\n"},
        {"the first of a flow list", "k: [a, b, c]\n", "k[0]", "k: [b, c]\n"},
        {"the last of a flow list", "k: [a, b, c] # d\n", "k[2]", "k: [a, b] # d\n"},
        {"the only one of a flow list", "k: [ a ]\n", "k[0]", "k: [  ]\n"},
        {"a key of a flow map", "m: { a: 1, b: 2, c: 3 }\n", "m.b", "m: { a: 1, c: 3 }\n"},
        {"the last line without a line break", "a: 1\nb: 2", "b", "a: 1\n"},
        {"the last key of the file", "# head\na: 1\n", "a", "# head\n"},
        {"CRLF", "a: 1\r\nb: 2\r\nc: 3\r\n", "b", "a: 1\r\nc: 3\r\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        CHECK(afterUnset(row.text, row.path) == std::string(row.expected));
    }
}

TEST_CASE("what can't be done alone is refused with the reason")
{
    struct Row
    {
        const char* sentence;
        const char* text;
        const char* path;
        ErrorCode code;
        const char* word;
    };
    const Row rows[] = {
        {"a value that an alias shares", "a: &x [1]\nb: *x\n", "a[0]", ErrorCode::Refused, "`b[0]`"},
        {"a path through an alias", "a: &x {c: 1}\nb: *x\n", "b.c", ErrorCode::Refused, "alias"},
        {"a file with a key twice", "a: 1\na: 2\n", "a", ErrorCode::Invalid, "twice"},
        {"a file that is no YAML", "a: [1\n", "a", ErrorCode::Invalid, "YAML"},
        {"a key of a list", "a: [1]\n", "a.b", ErrorCode::Usage, "list"},
        {"a key of a text", "a: x\n", "a.b", ErrorCode::Usage, "one value"},
        {"an item of a map", "a: {b: 1}\n", "a[0]", ErrorCode::Usage, "map"},
        {"an item behind the end", "a: [1]\n", "a[1]", ErrorCode::NotFound, "1 items"},
        {"a path that is none", "a: 1\n", "a..b", ErrorCode::Usage, "path"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sentence);
        const auto patch = setYaml(row.text, row.path, "7");
        REQUIRE_FALSE(patch.has_value());
        CHECK(patch.error().code == row.code);
        CAPTURE(patch.error().message);
        CHECK(patch.error().message.find(row.word) != std::string::npos);
    }
    CHECK(unsetYaml("a: &x 1\nb: *x\n", "a").error().code == ErrorCode::Refused);
    CHECK(unsetYaml("a: 1\n", "b").error().code == ErrorCode::NotFound);
    CHECK(setYaml("a: 1\n", "a", "[1").error().code == ErrorCode::Usage);
    CHECK(setYaml("a: 1\n", "a", "&x 1").error().code == ErrorCode::Usage);
}

TEST_CASE("a patch can be taken back")
{
    const std::string before = "a: 1\nk:\n  - x # c\n";
    const auto patch = setYaml(before, "k[+]", "y");
    REQUIRE(patch.has_value());
    const std::string after = applied(before, *patch);
    CHECK(after != before);
    CHECK(applied(after, inverse(before, *patch)) == before);
}

TEST_CASE("a tree holds the values of a text")
{
    CHECK(yamlTree("b: 1\na: [x, '2']\n")->dump() == R"({"b":1,"a":["x","2"]})");
    CHECK(yamlTree("")->dump() == "{}");
    CHECK(yamlTree("a: 1\na: 2\n").error().detail("line") == "2");
}
