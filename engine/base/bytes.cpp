// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <limits>

namespace tidegate {

namespace {

struct Unit
{
    std::string_view name;
    std::uint64_t bytes;
};

constexpr std::array<Unit, 9> units{{
    {"TiB", 1ULL << 40},
    {"TB", 1'000'000'000'000ULL},
    {"GiB", 1ULL << 30},
    {"GB", 1'000'000'000ULL},
    {"MiB", 1ULL << 20},
    {"MB", 1'000'000ULL},
    {"KiB", 1ULL << 10},
    {"kB", 1'000ULL},
    {"B", 1ULL},
}};

Error notASize(std::string_view text, std::string_view suffix)
{
    return Error{ErrorCode::Invalid, fmt::format("`{}` is not a {}", text, suffix.empty() ? "size" : "rate"),
                 fmt::format("write a whole number and a unit, for example `512KiB{0}` or `1MiB{0}`", suffix)};
}

Result<std::uint64_t> parse(std::string_view text, std::string_view suffix)
{
    std::string_view body = text;
    const bool hasSuffix = body.size() >= suffix.size() && body.substr(body.size() - suffix.size()) == suffix;
    if (hasSuffix)
        body.remove_suffix(suffix.size());
    std::uint64_t number = 0;
    const auto [end, failure] = std::from_chars(body.data(), body.data() + body.size(), number);
    const std::string_view unitName = body.substr(static_cast<std::size_t>(end - body.data()));
    if (failure != std::errc())
        return notASize(text, suffix);
    if (unitName.empty() || !hasSuffix) {
        const std::string fix = fmt::format("{}{}{}", number, unitName.empty() ? "MiB" : unitName, suffix);
        Error error{ErrorCode::Invalid,
                    fmt::format("the {} `{}` has no {}", suffix.empty() ? "size" : "rate", text,
                                unitName.empty() ? "unit" : "`/s`"),
                    fmt::format("write the unit, for example `{}`", fix)};
        return error.with("fix", fix);
    }
    for (const Unit& unit : units) {
        if (unit.name != unitName)
            continue;
        if (number > std::numeric_limits<std::uint64_t>::max() / unit.bytes)
            return Error{ErrorCode::Invalid, fmt::format("`{}` is too large", text)};
        return number * unit.bytes;
    }
    return notASize(text, suffix);
}

} // namespace

Result<std::uint64_t> parseBytes(std::string_view text)
{
    return parse(text, {});
}

Result<std::uint64_t> parseByteRate(std::string_view text)
{
    return parse(text, "/s");
}

std::string bytesToString(std::uint64_t bytes)
{
    for (const Unit& unit : units) {
        if (bytes != 0 && bytes % unit.bytes == 0)
            return fmt::format("{}{}", bytes / unit.bytes, unit.name);
    }
    return "0B";
}

} // namespace tidegate
