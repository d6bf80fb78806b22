// SPDX-License-Identifier: Apache-2.0
#include "base/duration.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>

namespace tidegate {

namespace {

struct Unit
{
    std::string_view name;
    std::int64_t milliseconds;
};

constexpr std::array<Unit, 6> units{{
    {"w", 7LL * 24 * 3600 * 1000},
    {"d", 24LL * 3600 * 1000},
    {"h", 3600LL * 1000},
    {"m", 60LL * 1000},
    {"s", 1000LL},
    {"ms", 1LL},
}};

/// Longer than any window makes sense, and far from the end of the number range.
constexpr std::int64_t longest = 100LL * 366 * 24 * 3600 * 1000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

Error notADuration(std::string_view text)
{
    return Error{ErrorCode::Invalid, fmt::format("`{}` is not a duration", text),
                 "write a number and a unit, for example `500ms`, `30s`, `2m`, `1h30m` or `1d`"};
}

Error withoutUnit(std::string_view text, std::int64_t number)
{
    const bool wholeMinutes = number >= 60 && number % 60 == 0 && number / 60 < 60 * 24;
    const std::string fix = number == 0    ? "0s"
                            : wholeMinutes ? fmt::format("{}m", number / 60)
                                           : fmt::format("{}m", number);
    Error error{ErrorCode::Invalid, fmt::format("the duration `{}` has no unit", text),
                fmt::format("write the unit, for example `{}`; units are ms, s, m, h, d and w", fix)};
    error.with("fix", fix);
    return error;
}

std::optional<std::size_t> unitIndex(std::string_view name)
{
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].name == name)
            return i;
    }
    return std::nullopt;
}

} // namespace

Result<std::chrono::milliseconds> parseDuration(std::string_view text)
{
    std::int64_t total = 0;
    std::size_t firstAllowed = 0; // units go from large to small, each at most once
    std::size_t at = 0;
    if (text.empty())
        return notADuration(text);
    while (at < text.size()) {
        std::size_t end = at;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        std::int64_t number = 0;
        const auto [last, failure] = std::from_chars(text.data() + at, text.data() + end, number);
        if (end == at || failure != std::errc())
            return notADuration(text);
        if (end == text.size())
            return at == 0 ? withoutUnit(text, number) : notADuration(text);
        std::size_t unitEnd = end;
        while (unitEnd < text.size() && !isDigit(text[unitEnd]))
            ++unitEnd;
        const auto unit = unitIndex(text.substr(end, unitEnd - end));
        if (!unit || *unit < firstAllowed)
            return notADuration(text);
        if (number > (longest - total) / units[*unit].milliseconds)
            return Error{ErrorCode::Invalid, fmt::format("the duration `{}` is longer than a hundred years", text)};
        total += number * units[*unit].milliseconds;
        firstAllowed = *unit + 1;
        at = unitEnd;
    }
    return std::chrono::milliseconds(total);
}

std::string toString(std::chrono::milliseconds duration)
{
    std::int64_t rest = duration.count();
    if (rest == 0)
        return "0s";
    std::string text = rest < 0 ? "-" : "";
    if (rest < 0)
        rest = -rest;
    if (rest % units[0].milliseconds == 0)
        return text + fmt::format("{}w", rest / units[0].milliseconds);
    for (std::size_t i = 1; i < units.size(); ++i) { // 9d is clearer than 1w2d
        if (const std::int64_t count = rest / units[i].milliseconds; count > 0)
            text += fmt::format("{}{}", count, units[i].name);
        rest %= units[i].milliseconds;
    }
    return text;
}

} // namespace tidegate
