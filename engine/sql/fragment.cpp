// SPDX-License-Identifier: Apache-2.0
#include "sql/fragment.h"

#include "sql/identifier.h"
#include "sql/sqllexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace tidegate::sql {

namespace {

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return result;
}

Error problemError(std::string_view text, std::string_view path, const SqlLexer::Problem& problem)
{
    const auto before = text.substr(0, problem.at);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto characters = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineStart), before.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    Error error{ErrorCode::Invalid,
                fmt::format("{}: {} (line {}, column {})", path, problem.what, line, characters + 1),
                "it must be one complete piece of SQL"};
    error.with("path", path).with("line", std::to_string(line)).with("column", std::to_string(characters + 1));
    return error;
}

std::optional<SqlLexer::Problem> shapeProblem(const SqlLexer& lexer, std::string_view text, FragmentKind kind)
{
    if (lexer.tokens().empty())
        return SqlLexer::Problem{0, "it is empty"};
    for (const auto& token : lexer.tokens()) {
        const auto piece = text.substr(token.at, token.length);
        if (piece == ";")
            return SqlLexer::Problem{token.at, "a semicolon would end the statement"};
        if (kind == FragmentKind::Expression && token.depth == 0 && piece == ",")
            return SqlLexer::Problem{token.at, "a comma makes it more than one expression"};
    }
    if (kind == FragmentKind::Query) {
        const auto first = lowered(text.substr(lexer.tokens().front().at, lexer.tokens().front().length));
        if (first != "select" && first != "with" && first != "values" && first != "table" && first != "(")
            return SqlLexer::Problem{lexer.tokens().front().at, "it must begin with select, with, values or table"};
    }
    return std::nullopt;
}
} // namespace

Result<void> checkFragment(std::string_view text, std::string_view path, FragmentKind kind)
{
    if (auto bytes = quoteLiteral(text); !bytes) {
        Error error = bytes.error();
        error.message = fmt::format("{}: {}", path, error.message);
        return error.with("path", path);
    }
    const SqlLexer lexer(text);
    const auto problem = lexer.problem() ? lexer.problem() : shapeProblem(lexer, text, kind);
    if (problem)
        return problemError(text, path, *problem);
    return {};
}

Result<void> checkTypeName(std::string_view text, std::string_view path)
{
    if (auto checked = checkFragment(text, path, FragmentKind::Expression); !checked)
        return checked;
    static constexpr auto clauses = std::to_array<std::string_view>(
        {"default", "check", "not", "null", "primary", "unique", "references", "collate", "constraint", "generated"});
    const SqlLexer lexer(text);
    for (const auto& token : lexer.tokens()) {
        const auto piece = text.substr(token.at, token.length);
        const bool name =
            token.kind == SqlLexer::Token::Word || (token.kind == SqlLexer::Token::Quoted && piece.front() == '"');
        const bool clause = std::find(clauses.begin(), clauses.end(), lowered(piece)) != clauses.end();
        const bool mark = piece == "(" || piece == ")" || piece == "[" || piece == "]" || piece == "," || piece == ".";
        if (clause || (!name && !mark))
            return problemError(text, path, {token.at, fmt::format("`{}` does not belong to a type", piece)});
    }
    if (text.find("--") != std::string_view::npos || text.find("/*") != std::string_view::npos)
        return problemError(text, path, {0, "a comment does not belong to a type"});
    return {};
}

std::vector<std::string_view> splitAnd(std::string_view text)
{
    std::vector<std::string_view> parts;
    std::size_t from = 0;
    const SqlLexer lexer(text);
    for (const auto& token : lexer.tokens()) {
        if (token.kind != SqlLexer::Token::Word || token.depth != 0 ||
            lowered(text.substr(token.at, token.length)) != "and")
            continue;
        parts.push_back(trimmed(text.substr(from, token.at - from)));
        from = token.at + token.length;
    }
    parts.push_back(trimmed(text.substr(from)));
    return parts;
}

std::vector<std::string_view> splitEquals(std::string_view text)
{
    std::optional<std::size_t> equals;
    const SqlLexer lexer(text);
    for (const auto& token : lexer.tokens()) {
        if (token.depth != 0 || text.substr(token.at, token.length) != "=")
            continue;
        if (equals)
            return {};
        equals = token.at;
    }
    if (!equals)
        return {};
    return {trimmed(text.substr(0, *equals)), trimmed(text.substr(*equals + 1))};
}

std::string inParentheses(std::string_view fragment, std::string_view indent)
{
    const auto text = trimmed(fragment);
    if (text.find('\n') == std::string_view::npos && text.find("--") == std::string_view::npos)
        return fmt::format("({})", text);
    return fmt::format("(\n{0}    {1}\n{0})", indent, text);
}

std::string asOperand(std::string_view fragment, std::string_view indent)
{
    const auto text = trimmed(fragment);
    const SqlLexer lexer(text);
    const bool single = lexer.tokens().size() == 1 && lexer.tokens().front().length == text.size();
    if ((single && text.front() != '$') || parseQualifiedName(text))
        return std::string(text);
    return inParentheses(text, indent);
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n\f\v");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n\f\v") + 1 - first);
}

std::string commentText(std::string_view text)
{
    std::string line(trimmed(text));
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return line;
}

} // namespace tidegate::sql
