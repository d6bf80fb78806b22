// SPDX-License-Identifier: Apache-2.0
#include "job/valuekinds.h"

#include "base/bytes.h"
#include "base/duration.h"
#include "base/utf8.h"
#include "job/sqltext.h"
#include "secret/secretref.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

namespace tidegate {

namespace {

using Problem = std::optional<TextProblem>;

constexpr std::size_t longestIdentifier = 100;
/// NAMEDATALEN - 1 of every PostgreSQL that is built as usual.
constexpr std::size_t longestSqlName = 63;

std::string lowered(std::string_view text)
{
    std::string result;
    for (const char c : text)
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

/// A name that becomes a file's name: letters of any script, digits, `_`, `-`, `.`.
Problem identifierProblem(std::string_view text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '.' || static_cast<unsigned char>(c) >= 0x80;
    };
    std::string fix;
    for (const char c : text.substr(0, longestIdentifier))
        fix += fits(c) ? c : '_';
    if (text.empty() || text.front() == '.' || text.front() == '-' || text.size() > longestIdentifier ||
        !std::all_of(text.begin(), text.end(), fits))
        return TextProblem{
            "bad_identifier", fmt::format("`{}` can't be a name here", cutAtCharacter(text, 40)),
            "use letters, digits, `_`, `-` and `.`, at most 100 bytes, and begin with a letter or a digit",
            text.empty() || fix.front() == '.' || fix.front() == '-' ? "" : fix};
    return std::nullopt;
}

Problem nameProblem(std::string_view text)
{
    if (text.empty())
        return TextProblem{"bad_name", "the name is empty"};
    if (text.size() > longestSqlName)
        return TextProblem{"bad_name", fmt::format("the name `{}…` has {} bytes; PostgreSQL keeps {}",
                                                   cutAtCharacter(text, 40), text.size(), longestSqlName)};
    if (text.size() > 2 && text.front() == '"' && text.back() == '"') {
        const std::string fix(text.substr(1, text.size() - 2));
        return TextProblem{"quoted_name", fmt::format("the name {} is written with SQL quotes", text),
                           fmt::format("names are literal here: write `{}`", fix), fix};
    }
    return std::nullopt;
}

Problem aliasProblem(std::string_view text)
{
    const auto parts = splitSqlName(text);
    if (!parts || parts->size() != 1)
        return TextProblem{"bad_alias", fmt::format("`{}` is no alias", text), "write one plain name, for example `o`"};
    if (parts->front() == "t")
        return TextProblem{"bad_alias", "the alias `t` is the source table's",
                           "give the joined table another one, for example `o`", "o"};
    return std::nullopt;
}

Problem problemOf(const Error& error, const char* code)
{
    const std::string fix(error.detail("fix"));
    return TextProblem{fix.empty() ? code : std::string(code).substr(4) + "_without_unit", error.message, error.hint,
                       fix};
}

template <typename Parse>
Problem measureProblem(Parse parse, std::string_view text, const char* code)
{
    const auto parsed = parse(text);
    return parsed ? std::nullopt : problemOf(parsed.error(), code);
}

Problem secretProblem(std::string_view text)
{
    const auto parsed = parseSecretRef(text);
    if (parsed && parsed->kind != SecretRef::Kind::None)
        return std::nullopt;
    return TextProblem{
        "plain_secret", "`secret` holds a secret instead of naming one",
        "put the password into the environment, a file or the keyring, and write `env:NAME`, `file:PATH` or "
        "`keyring:NAME`; a password that was committed must be changed"};
}

/// A destination of ssh. One that begins with a dash would be an option.
Problem hopProblem(std::string_view text)
{
    const bool plain =
        std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
    if (!text.empty() && text.front() != '-' && plain && text.find(':') == std::string_view::npos)
        return std::nullopt;
    return TextProblem{"bad_hop", "this is no ssh destination",
                       "write `user@host` or a name of your ssh configuration"};
}

Problem colourProblem(std::string_view text)
{
    const auto all = [](std::string_view part, std::string_view allowed) {
        return part.find_first_not_of(allowed) == std::string_view::npos;
    };
    const bool hex = text.size() == 7 && text.front() == '#' && all(text.substr(1), "0123456789abcdefABCDEF");
    if (hex || (!text.empty() && all(text, "abcdefghijklmnopqrstuvwxyz")))
        return std::nullopt;
    return TextProblem{"bad_colour", fmt::format("`{}` is no colour", text),
                       "write a name such as `red`, or `#b3261e`"};
}

Problem frameProblem(std::string_view text)
{
    const auto bytes = parseBytes(text);
    if (!bytes)
        return problemOf(bytes.error(), "bad_size");
    if (*bytes < (64U << 10) || *bytes > (16U << 20))
        return TextProblem{"out_of_range", fmt::format("a frame of {} is out of range", text), "64KiB to 16MiB",
                           "1MiB"};
    return std::nullopt;
}

struct Kind
{
    std::string_view name;
    std::function<Problem(std::string_view)> check;
};

const std::array<Kind, 17>& kinds()
{
    static const std::array<Kind, 17> all{{
        {"identifier", identifierProblem},
        {"connection", identifierProblem},
        {"name", nameProblem},
        {"alias", aliasProblem},
        {"table", tableNameProblem},
        {"column", qualifiedColumnProblem},
        {"query", queryProblem},
        {"sql", expressionProblem},
        {"duration", [](std::string_view text) { return measureProblem(parseDuration, text, "bad_duration"); }},
        {"size", frameProblem},
        {"rate", [](std::string_view text) { return measureProblem(parseByteRate, text, "bad_rate"); }},
        {"cron", cronProblem},
        {"zone", zoneProblem},
        {"instant", instantProblem},
        {"secret", secretProblem},
        {"hop", hopProblem},
        {"colour", colourProblem},
    }};
    return all;
}

} // namespace

std::optional<TextProblem> kindProblem(std::string_view kind, std::string_view text)
{
    for (const Kind& known : kinds()) {
        if (known.name == kind)
            return known.check(text);
    }
    return std::nullopt;
}

bool urlHoldsPassword(std::string_view text)
{
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos)
        return false;
    const std::string_view authority =
        text.substr(scheme + 3, text.find_first_of("/?# \t\r\n", scheme + 3) - scheme - 3);
    const std::size_t at = authority.rfind('@');
    const std::size_t colon = authority.find(':');
    return at != std::string_view::npos && colon != std::string_view::npos && colon + 1 < at;
}

bool optionsHoldPassword(std::string_view text)
{
    const std::string lower = lowered(text);
    for (const std::string_view word : {"password=", "passwd=", "pwd="}) {
        const std::size_t found = lower.find(word);
        if (found != std::string::npos && found + word.size() < lower.size() && lower[found + word.size()] != ' ')
            return true;
    }
    return false;
}

bool isSecretKey(std::string_view key)
{
    const std::string lower = lowered(key);
    constexpr std::array<std::string_view, 11> words{"password",   "passwd",      "pwd",   "pass",
                                                     "passphrase", "sslpassword", "token", "api_key",
                                                     "apikey",     "private_key", "密码"};
    return std::find(words.begin(), words.end(), lower) != words.end();
}

} // namespace tidegate
