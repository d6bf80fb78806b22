// SPDX-License-Identifier: Apache-2.0
#include "job/sqltext.h"

#include "sql/sqllexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace tidegate {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isNameRest(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '$' || c == '#';
}

std::string lowered(std::string_view text)
{
    std::string result;
    for (const char c : text)
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Takes one name off the front; no value where there is none.
std::optional<std::string> takeName(std::string_view& text)
{
    if (text.empty())
        return std::nullopt;
    const char open = text.front();
    if (open == '"' || open == '`' || open == '[') {
        const char close = open == '[' ? ']' : open;
        std::string name;
        for (std::size_t i = 1; i < text.size(); ++i) {
            if (text[i] != close) {
                name += text[i];
            } else if (i + 1 < text.size() && text[i + 1] == close) {
                name += text[i++];
            } else {
                text.remove_prefix(i + 1);
                return name.empty() ? std::nullopt : std::optional(name);
            }
        }
        return std::nullopt;
    }
    if (!isNameStart(open))
        return std::nullopt;
    const auto end = std::find_if_not(text.begin(), text.end(), isNameRest);
    const auto length = static_cast<std::size_t>(end - text.begin());
    std::string name = lowered(text.substr(0, length));
    text.remove_prefix(length);
    return name;
}

std::optional<std::vector<std::string>> takeQualifiedName(std::string_view& text)
{
    std::vector<std::string> parts;
    for (;;) {
        auto part = takeName(text);
        if (!part || parts.size() == 3)
            return std::nullopt;
        parts.push_back(*std::move(part));
        if (text.empty() || text.front() != '.')
            return parts;
        text.remove_prefix(1);
    }
}

} // namespace

std::optional<std::vector<std::string>> splitSqlName(std::string_view text)
{
    auto parts = takeQualifiedName(text);
    return text.empty() ? parts : std::nullopt;
}

std::optional<TextProblem> tableNameProblem(std::string_view text)
{
    if (splitSqlName(text))
        return std::nullopt;
    return TextProblem{"bad_table", fmt::format("`{}` is no table name", text),
                       "write it as SQL does, for example `sales.order_item` or `\"销售 表\".\"订单\"`"};
}

std::optional<TextProblem> qualifiedColumnProblem(std::string_view text)
{
    const auto parts = splitSqlName(text);
    if (parts && parts->size() == 2)
        return std::nullopt;
    if (parts && parts->size() == 1)
        return TextProblem{"unqualified_column", fmt::format("`{}` does not say which table it is of", text),
                           fmt::format("write `t.{}`, or the alias of the joined table", text),
                           fmt::format("t.{}", text)};
    return TextProblem{"bad_column", fmt::format("`{}` is no qualified column", text),
                       "write `t.updated_at`; an expression goes into `source.query` as a column of its own"};
}

std::optional<TextProblem> expressionProblem(std::string_view text)
{
    if (trimmed(text).empty())
        return TextProblem{"empty_sql", "the SQL is empty", "remove the key, or write a condition or an expression"};
    const sql::SqlLexer lexer(text);
    const bool ends = std::any_of(lexer.tokens().begin(), lexer.tokens().end(),
                                  [&](const auto& token) { return text.substr(token.at, token.length) == ";"; });
    if (ends)
        return TextProblem{"many_statements", "the SQL has a semicolon", "write one expression without `;`"};
    if (lexer.problem())
        return TextProblem{"open_sql", fmt::format("the SQL is not complete: {}", lexer.problem()->what)};
    return std::nullopt;
}

std::optional<TextProblem> queryProblem(std::string_view text)
{
    if (auto problem = expressionProblem(text)) {
        if (problem->code == "many_statements")
            problem->hint = "write one select without `;` at its end";
        return problem;
    }
    const sql::SqlLexer lexer(text);
    const auto first = std::find_if(lexer.tokens().begin(), lexer.tokens().end(),
                                    [&](const auto& token) { return text.substr(token.at, token.length) != "("; });
    const std::string start =
        first == lexer.tokens().end() ? std::string() : lowered(text.substr(first->at, first->length));
    const bool reads = start == "select" || start == "with" || start == "values" || start == "table";
    if (reads)
        return std::nullopt;
    return TextProblem{"not_a_select", "the query is no select", "a query reads: it begins with `select` or `with`"};
}

std::optional<std::vector<JoinEquality>> splitJoinCondition(std::string_view text)
{
    std::vector<JoinEquality> equalities;
    for (text = trimmed(text);; text = trimmed(text)) {
        JoinEquality equality;
        auto left = takeQualifiedName(text);
        text = trimmed(text);
        if (!left || left->size() != 2 || text.empty() || text.front() != '=')
            return std::nullopt;
        text = trimmed(text.substr(1));
        auto right = takeQualifiedName(text);
        if (!right || right->size() != 2)
            return std::nullopt;
        equalities.push_back({*std::move(left), *std::move(right)});
        text = trimmed(text);
        if (text.empty())
            return equalities;
        if (lowered(text.substr(0, 3)) != "and" || text.size() < 4 || isNameRest(text[3]))
            return std::nullopt;
        text.remove_prefix(3);
    }
}

} // namespace tidegate
