// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/times.h"

#include <optional>
#include <string_view>

namespace tidegate {

/// Checks a text against what the schema calls its `x-kind`: identifier, name, alias, connection, table, column, query,
/// sql, duration, size, rate, cron, zone, instant, secret, hop, colour. Never repeats what may be a secret.
std::optional<TextProblem> kindProblem(std::string_view kind, std::string_view text);

/// A user name with a password inside a URL.
bool urlHoldsPassword(std::string_view text);
/// A `password=` inside connection options.
bool optionsHoldPassword(std::string_view text);

/// A key under which people put passwords.
bool isSecretKey(std::string_view key);

} // namespace tidegate
