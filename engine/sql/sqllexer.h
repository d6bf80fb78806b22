// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate::sql {

/// Cuts SQL into tokens as the server's lexer does (standard_conforming_strings on); comments vanish.
class SqlLexer
{
public:
    struct Token
    {
        enum Kind { Word, Quoted, Symbol } kind = Symbol;
        std::size_t at = 0;
        std::size_t length = 0;
        int depth = 0; ///< open parentheses and brackets around it
    };

    struct Problem
    {
        std::size_t at = 0; ///< byte
        std::string what;
    };

    explicit SqlLexer(std::string_view text);

    [[nodiscard]] const std::vector<Token>& tokens() const { return m_tokens; }
    /// What stands open or has no partner; the tokens end there.
    [[nodiscard]] const std::optional<Problem>& problem() const { return m_problem; }

private:
    [[nodiscard]] bool looking(std::string_view at) const { return m_text.substr(m_at, at.size()) == at; }
    void step();
    void add(Token::Kind kind, std::size_t from);
    void word();
    void symbol(char c);
    void quoted(char quote, bool escapes);
    bool dollarQuote();
    void blockComment();

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<std::size_t> m_open;
    std::vector<Token> m_tokens;
    std::optional<Problem> m_problem;
};

} // namespace tidegate::sql
