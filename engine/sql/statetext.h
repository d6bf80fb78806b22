// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the files of StateSql share. Not for other rooms.

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate::sql {

using Params = std::vector<std::optional<std::string>>;

// Classes of our advisory locks: readers of pg_locks know them by these numbers.
inline constexpr int applyLock = 7701;
inline constexpr int ownerLock = 7702;
inline constexpr int stateLock = 7703;

/// ISO 8601 UTC with microseconds.
inline std::string isoTime(std::string_view column)
{
    return fmt::format("to_char({} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')", column);
}

/// Lines of `create table` for the ledger.
std::vector<std::string> ledgerLines();

} // namespace tidegate::sql
