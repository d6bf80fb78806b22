// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace tidegate {

/// A length of time as people write it: "500ms", "2m", "1h30m", "1d". Units ms, s, m, h, d, w, the larger one first.
/// Invalid for anything else; a bare number gets a proposal in the hint and in the detail "fix".
Result<std::chrono::milliseconds> parseDuration(std::string_view text);

/// The shortest exact form that parseDuration() reads back: "90s" is "1m30s", 0 is "0s".
std::string toString(std::chrono::milliseconds duration);

} // namespace tidegate
