// SPDX-License-Identifier: Apache-2.0
#include "sql/identifier.h"

#include "sql/keywords.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::sql {

namespace {

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHigh(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/// Length of the UTF-8 character at the front of `text`; 0 where there is none (overlong forms, surrogates included).
std::size_t characterLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const auto first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) > 0x9F;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool tooGreat = first == 0xF4 && byte(1) > 0x8F;
        return follows(1) && follows(2) && follows(3) && !overlong && !tooGreat ? 4 : 0;
    }
    return 0;
}

/// What no name and no literal may hold.
std::optional<Error> badBytes(std::string_view text, std::string_view what)
{
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        return Error{ErrorCode::Invalid, fmt::format("{} has a NUL byte at position {}", what, nul + 1),
                     "no server can store it; remove it"};
    }
    for (std::size_t i = 0; i < text.size();) {
        const auto length = characterLength(text.substr(i));
        if (length == 0)
            return Error{ErrorCode::Invalid, fmt::format("{} is not valid UTF-8 at byte {}", what, i + 1),
                         "save the file as UTF-8"};
        i += length;
    }
    return std::nullopt;
}

std::string doubled(std::string_view text, char quote)
{
    std::string result;
    result.reserve(text.size() + 2);
    for (const char c : text) {
        if (c == quote)
            result += c;
        result += c;
    }
    return result;
}

bool needsQuotes(std::string_view name)
{
    const auto plain = [](char c) { return isLower(c) || isDigit(c) || c == '_'; };
    return isDigit(name.front()) || !std::all_of(name.begin(), name.end(), plain) || isKeyword(name);
}

Error noName(std::string_view text, std::string_view why)
{
    return {ErrorCode::Invalid, fmt::format("`{}` is not a name: {}", text, why),
            R"(write it as SQL does, for example sales.orders or "销售 表"."订单")"};
}

/// Reads names and dots from the front of a text.
class NameReader
{
public:
    explicit NameReader(std::string_view text) : m_text(text) {}

    Result<std::vector<std::string>> read()
    {
        std::vector<std::string> parts;
        for (;;) {
            skipSpace();
            auto part = atEnd()               ? Result<std::string>(noName(m_text, "a part is missing"))
                        : m_text[m_at] == '"' ? quoted()
                                              : plain();
            if (!part)
                return std::move(part).error();
            parts.push_back(std::move(part).value());
            skipSpace();
            if (atEnd())
                break;
            if (m_text[m_at] != '.')
                return noName(m_text, fmt::format("unexpected text at position {}", m_at + 1));
            ++m_at;
        }
        if (parts.size() > 3)
            return noName(m_text, "more than three parts");
        return parts;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }

    void skipSpace()
    {
        while (!atEnd() && isSpace(m_text[m_at]))
            ++m_at;
    }

    Result<std::string> quoted()
    {
        std::string part;
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] != '"') {
                part += m_text[m_at];
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                part += '"';
                ++m_at;
            } else {
                ++m_at;
                if (part.empty())
                    return noName(m_text, "a part is empty");
                return part;
            }
        }
        return noName(m_text, "a double quote is not closed");
    }

    Result<std::string> plain()
    {
        std::string part;
        for (; !atEnd(); ++m_at) {
            const char c = m_text[m_at];
            const bool first = part.empty();
            if (isUpper(c))
                part += static_cast<char>(c - 'A' + 'a');
            else if (isLower(c) || isHigh(c) || c == '_' || (!first && (isDigit(c) || c == '$')))
                part += c;
            else
                break;
        }
        if (part.empty())
            return noName(m_text, fmt::format("unexpected text at position {}", m_at + 1));
        return part;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

Result<std::string> quoteIdentifier(std::string_view name)
{
    if (name.empty())
        return Error{ErrorCode::Invalid, "a name is empty", "give it at least one character"};
    if (auto error = badBytes(name, "a name"))
        return *std::move(error);
    if (name.size() > longestName) {
        return Error{ErrorCode::Invalid,
                     fmt::format("the name `{}` has {} bytes, a server keeps {}", name, name.size(), longestName),
                     "make it shorter; a longer name would be cut without an error"};
    }
    return needsQuotes(name) ? '"' + doubled(name, '"') + '"' : std::string(name);
}

Result<std::string> quoteLiteral(std::string_view value)
{
    if (auto error = badBytes(value, "a value"))
        return *std::move(error);
    std::string body = doubled(value, '\'');
    if (body.find('\\') == std::string::npos)
        return '\'' + body + '\'';
    return "E'" + doubled(body, '\\') + '\'';
}

Result<std::vector<std::string>> parseQualifiedName(std::string_view text)
{
    if (auto error = badBytes(text, "a name"))
        return *std::move(error);
    return NameReader(text).read();
}

Result<std::string> joinQualifiedName(const std::vector<std::string>& parts)
{
    Quoter quoter;
    return quoter.finish(quoter.qualified(parts));
}

std::string Quoter::take(Result<std::string> quoted)
{
    if (quoted)
        return std::move(quoted).value();
    if (!m_error)
        m_error = quoted.error();
    return {};
}

std::string Quoter::name(std::string_view name)
{
    return take(quoteIdentifier(name));
}

std::string Quoter::qualified(const std::vector<std::string>& parts)
{
    std::vector<std::string> quoted;
    quoted.reserve(parts.size());
    for (const auto& part : parts)
        quoted.push_back(name(part));
    return fmt::format("{}", fmt::join(quoted, "."));
}

std::string Quoter::literal(std::string_view value)
{
    return take(quoteLiteral(value));
}

} // namespace tidegate::sql
