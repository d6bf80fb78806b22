// SPDX-License-Identifier: Apache-2.0
#include "sql/fragment.h"

#include <doctest/doctest.h>

using namespace tidegate;
using namespace tidegate::sql;

namespace {

bool stays(std::string_view text)
{
    return checkFragment(text, "source.where", FragmentKind::Expression).has_value();
}

} // namespace

TEST_CASE("one balanced expression is taken, whatever its quotes and comments hold")
{
    for (const char* text : {"t.a",
                             "(t.a > 0) or (t.b)",
                             "t.a = ';'",
                             "t.a = ')'",
                             "t.a = 'it''s'",
                             "t.\"a)\" = 1",
                             "t.\"a\"\"\" = 1",
                             "t.a = E'\\'' || ')'",
                             "t.a = $$ ); $$",
                             "t.a = $x$ $$ ) $x$",
                             "t.a -- )",
                             "t.a /* ) /* ; */ ( */",
                             "t.a[1]",
                             "coalesce(t.a, t.b)",
                             "case when t.a in (1, 2) then 1 end",
                             "t.a$b = 1",
                             "t.\"--\" = 1",
                             "'--' || t.a",
                             "t.金额 > 0",
                             "note'x'"})
        CHECK_MESSAGE(stays(text), text);
}

TEST_CASE("what could reach beyond its parentheses is refused")
{
    for (const char* text : {"",
                             "  ",
                             "-- only a comment",
                             "true;",
                             "true) or (true",
                             ")",
                             "(",
                             "[1",
                             "t.a]",
                             "(t.a]",
                             "t.a = 'x",
                             "t.a = \"x",
                             "t.a = 'x'' ",
                             "t.a = E'x\\'",
                             "t.a /* x",
                             "t.a /* /* x */",
                             "t.a = $$ x",
                             "t.a = $x$ y $$",
                             "a, b",
                             "1$a$ ( $a$ ) or true ( $a$ ) $a$",
                             "true -- x\r) or (true",
                             "$1$ ) $1$",
                             "a$x$ ) $x$"})
        CHECK_MESSAGE(!stays(text), text);
    CHECK(!stays(std::string_view("t.a\0)", 5)));
    CHECK(!stays("t.a = '\xC0\xAF'"));
}

TEST_CASE("a refusal says where, counted in characters")
{
    const auto checked = checkFragment("t.名 = 1\n  and 订单; drop", "source.where", FragmentKind::Expression);
    REQUIRE(!checked);
    CHECK(checked.error().message == "source.where: a semicolon would end the statement (line 2, column 9)");
    CHECK(checked.error().detail("path") == "source.where");
}

TEST_CASE("a query reads and nothing else")
{
    const auto takes = [](std::string_view text) {
        return checkFragment(text, "source.query", FragmentKind::Query).has_value();
    };
    CHECK(takes("select a, b from x"));
    CHECK(takes("-- first\nWITH y as (select 1) select * from y"));
    CHECK(takes("(select 1) union (select 2)"));
    CHECK(!takes("delete from x returning *"));
    CHECK(!takes("select 1; select 2"));
    CHECK(!takes("select 1) t; drop table x; select * from (select 1"));
}

TEST_CASE("a type name is words and numbers")
{
    for (const char* text :
         {"numeric(18,2)", "timestamp(3) with time zone", "text[]", "\"My\".\"Type\"", "double precision"})
        CHECK_MESSAGE(checkTypeName(text, "type").has_value(), text);
    for (const char* text : {"text default 1", "integer not null", "text, b text", "text) ; drop", "text -- x",
                             "text check (true)", "'x'", "a = b"})
        CHECK_MESSAGE(!checkTypeName(text, "type").has_value(), text);
}

TEST_CASE("a comment at the end can't swallow what follows")
{
    CHECK(inParentheses("t.a", "") == "(t.a)");
    CHECK(inParentheses(" t.a -- x ", "  ") == "(\n      t.a -- x\n  )");
    CHECK(asOperand("t.\"a b\"", "") == "t.\"a b\"");
    CHECK(asOperand("'it''s'", "") == "'it''s'");
    CHECK(asOperand("42", "") == "42");
    CHECK(asOperand("a + b", "") == "(a + b)");
    CHECK(asOperand("'a' -- x", "") == "(\n    'a' -- x\n)");
}

TEST_CASE("conditions are split at the top level only")
{
    CHECK(splitAnd("a = b and (c = d and e = f) AND 'x and y' = z").size() == 3);
    CHECK(splitEquals("o.a = t.a").size() == 2);
    CHECK(splitEquals("o.a = t.a = t.b").empty());
    CHECK(splitEquals("o.a").empty());
}
