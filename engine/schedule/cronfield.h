// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace tidegate {

/// What may stand in one of the five fields of a cron line.
struct CronFieldKind
{
    std::string_view name;
    int lowest;
    int highest;
    std::string_view words; ///< three letters each, from `lowest` on
};

inline constexpr std::array<CronFieldKind, 5> cronFieldKinds{{
    {"minute", 0, 59, ""},
    {"hour", 0, 23, ""},
    {"day of month", 1, 31, ""},
    {"month", 1, 12, "janfebmaraprmayjunjulaugsepoctnovdec"},
    {"day of week", 0, 7, "sunmontuewedthufrisat"},
}};

/// The values that a field allows.
struct CronField
{
    std::uint64_t values = 0; ///< bit n: the value n
    bool star = false;        ///< written with a leading `*`, which matters for days and for clock changes

    [[nodiscard]] bool has(int value) const { return (values >> static_cast<unsigned>(value) & 1U) != 0; }
};

/// Reads a list of values, ranges and steps. The error's details: `offset` and `length` within the field, and perhaps
/// `fix`, a text for that part.
Result<CronField> parseCronField(const CronFieldKind& kind, std::string_view text);

} // namespace tidegate
