// SPDX-License-Identifier: Apache-2.0
#include "sql/sqllexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

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
} // namespace

SqlLexer::SqlLexer(std::string_view text) : m_text(text)
{
    while (m_at < m_text.size() && !m_problem)
        step();
    if (!m_problem && !m_open.empty())
        m_problem = Problem{m_open.back(), fmt::format("`{}` is not closed", m_text[m_open.back()])};
}

void SqlLexer::step()
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

void SqlLexer::add(Token::Kind kind, std::size_t from)
{
    m_tokens.push_back({kind, from, m_at - from, static_cast<int>(m_open.size())});
}

void SqlLexer::word()
{
    const auto from = m_at;
    const bool number = isDigit(m_text[m_at]); // a dollar belongs to a name, but opens a string behind a number
    while (m_at < m_text.size() && (isWordByte(m_text[m_at]) || (m_text[m_at] == '$' && !number)))
        ++m_at;
    add(Token::Word, from);
}

void SqlLexer::symbol(char c)
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
            m_problem = Problem{from, fmt::format("`{}` has no partner", c)};
            return;
        }
        m_open.pop_back();
    }
    add(Token::Symbol, from);
}

void SqlLexer::quoted(char quote, bool escapes)
{
    const auto from = m_at++;
    for (; m_at < m_text.size(); ++m_at) {
        const bool escaped = escapes && m_text[m_at] == '\\';
        const bool doubled = m_text[m_at] == quote && m_text.substr(m_at + 1, 1) == std::string_view(&quote, 1);
        if (escaped || doubled) {
            ++m_at;
        } else if (m_text[m_at] == quote) {
            ++m_at;
            add(Token::Quoted, from);
            return;
        }
    }
    m_problem = Problem{from, quote == '"' ? "a double quote is not closed" : "a quote is not closed"};
}

bool SqlLexer::dollarQuote()
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
        m_problem = Problem{from, fmt::format("{} is not closed", tag)};
        return true;
    }
    m_at = close + tag.size();
    add(Token::Quoted, from);
    return true;
}

void SqlLexer::blockComment()
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
    m_problem = Problem{from, "a comment is not closed"};
}

} // namespace tidegate::sql
