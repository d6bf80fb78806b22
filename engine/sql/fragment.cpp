// SPDX-License-Identifier: Apache-2.0
#include "sql/fragment.h"

#include "sql/identifier.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace tidegate::sql {

namespace {

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return result;
}

struct Problem
{
    std::size_t at = 0;
    std::string what;
};

struct Token
{
    enum Kind { Word, Quoted, Symbol } kind = Symbol;
    std::size_t at = 0;
    std::size_t length = 0;
    int depth = 0;
};

/// Cuts SQL into tokens as the server's lexer does; comments vanish.
class Lexer
{
public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    std::vector<Token> tokens;
    std::optional<Problem> problem;

    void run()
    {
        while (m_at < m_text.size() && !problem)
            step();
        if (!problem && !m_open.empty())
            problem = Problem{m_open.back(), fmt::format("`{}` is not closed", m_text[m_open.back()])};
    }

private:
    [[nodiscard]] bool looking(std::string_view at) const { return m_text.substr(m_at, at.size()) == at; }

    void step()
    {
        const char c = m_text[m_at];
        if (looking("--"))
            m_at = std::min(m_text.find_first_of("\n\r", m_at), m_text.size());
        else if (looking("/*"))
            blockComment();
        else if (c == '\'')
            quoted('\'', false);
        else if (c == '"')
            quoted('"', false);
        else if ((c == 'e' || c == 'E') && m_text.substr(m_at + 1, 1) == "'")
            ++m_at, quoted('\'', true);
        else if (c == '$' && dollarQuote())
            return;
        else if (isWordByte(c))
            word();
        else
            symbol(c);
    }

    void add(Token::Kind kind, std::size_t from)
    {
        tokens.push_back({kind, from, m_at - from, static_cast<int>(m_open.size())});
    }

    void word()
    {
        const auto from = m_at;
        const bool number = isDigit(m_text[m_at]); // a dollar belongs to a name, but opens a string behind a number
        while (m_at < m_text.size() && (isWordByte(m_text[m_at]) || (m_text[m_at] == '$' && !number)))
            ++m_at;
        add(Token::Word, from);
    }

    void symbol(char c)
    {
        const auto from = m_at++;
        if (std::isspace(static_cast<unsigned char>(c)) != 0)
            return;
        if (c == '(' || c == '[') {
            add(Token::Symbol, from);
            m_open.push_back(from);
            return;
        }
        if (c == ')' || c == ']') {
            const char wanted = c == ')' ? '(' : '[';
            if (m_open.empty() || m_text[m_open.back()] != wanted) {
                problem = Problem{from, fmt::format("`{}` has no partner", c)};
                return;
            }
            m_open.pop_back();
        }
        add(Token::Symbol, from);
    }

    void quoted(char quote, bool escapes)
    {
        const auto from = m_at++;
        for (; m_at < m_text.size(); ++m_at) {
            if (escapes && m_text[m_at] == '\\')
                ++m_at;
            else if (m_text[m_at] == quote && m_text.substr(m_at + 1, 1) == std::string_view(&quote, 1))
                ++m_at;
            else if (m_text[m_at] == quote) {
                ++m_at;
                add(Token::Quoted, from);
                return;
            }
        }
        problem = Problem{from, quote == '"' ? "a double quote is not closed" : "a quote is not closed"};
    }

    bool dollarQuote()
    {
        auto end = m_at + 1;
        while (end < m_text.size() && isWordByte(m_text[end]))
            ++end;
        if (end >= m_text.size() || m_text[end] != '$' || isDigit(m_text[m_at + 1]))
            return false;
        const auto from = m_at;
        const auto tag = m_text.substr(from, end + 1 - from);
        const auto close = m_text.find(tag, end + 1);
        if (close == std::string_view::npos) {
            problem = Problem{from, fmt::format("{} is not closed", tag)};
            return true;
        }
        m_at = close + tag.size();
        add(Token::Quoted, from);
        return true;
    }

    void blockComment()
    {
        const auto from = m_at;
        int depth = 0;
        while (m_at < m_text.size()) {
            if (looking("/*")) {
                ++depth;
                m_at += 2;
            } else if (looking("*/")) {
                --depth;
                m_at += 2;
                if (depth == 0)
                    return;
            } else {
                ++m_at;
            }
        }
        problem = Problem{from, "a comment is not closed"};
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<std::size_t> m_open;
};

Error problemError(std::string_view text, std::string_view path, const Problem& problem)
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

std::optional<Problem> shapeProblem(const Lexer& lexer, std::string_view text, FragmentKind kind)
{
    if (lexer.tokens.empty())
        return Problem{0, "it is empty"};
    for (const auto& token : lexer.tokens) {
        const auto piece = text.substr(token.at, token.length);
        if (piece == ";")
            return Problem{token.at, "a semicolon would end the statement"};
        if (kind == FragmentKind::Expression && token.depth == 0 && piece == ",")
            return Problem{token.at, "a comma makes it more than one expression"};
    }
    if (kind == FragmentKind::Query) {
        const auto first = lowered(text.substr(lexer.tokens.front().at, lexer.tokens.front().length));
        if (first != "select" && first != "with" && first != "values" && first != "table" && first != "(")
            return Problem{lexer.tokens.front().at, "it must begin with select, with, values or table"};
    }
    return std::nullopt;
}

Lexer lexed(std::string_view text)
{
    Lexer lexer(text);
    lexer.run();
    return lexer;
}

} // namespace

Result<void> checkFragment(std::string_view text, std::string_view path, FragmentKind kind)
{
    if (auto bytes = quoteLiteral(text); !bytes) {
        Error error = bytes.error();
        error.message = fmt::format("{}: {}", path, error.message);
        return error.with("path", path);
    }
    const auto lexer = lexed(text);
    const auto problem = lexer.problem ? lexer.problem : shapeProblem(lexer, text, kind);
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
    for (const auto& token : lexed(text).tokens) {
        const auto piece = text.substr(token.at, token.length);
        const bool name = token.kind == Token::Word || (token.kind == Token::Quoted && piece.front() == '"');
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
    for (const auto& token : lexed(text).tokens) {
        if (token.kind != Token::Word || token.depth != 0 || lowered(text.substr(token.at, token.length)) != "and")
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
    for (const auto& token : lexed(text).tokens) {
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
    const auto lexer = lexed(text);
    const bool single = lexer.tokens.size() == 1 && lexer.tokens.front().length == text.size();
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
