// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tidegate {

/// What is wrong with a text, and what would be right; no value: nothing is.
struct TextProblem
{
    std::string code; ///< of the Finding
    std::string message;
    std::string hint = {};
    std::string fix = {};
    std::size_t offset = 0; ///< of the part that is wrong, in bytes
    std::size_t length = 0; ///< 0: all of the text
};

/// A cron line that CronLine reads.
std::optional<TextProblem> cronProblem(std::string_view text);

/// A region of the time zone database, such as Asia/Shanghai, or UTC.
std::optional<TextProblem> zoneProblem(std::string_view text);

/// ISO 8601: a date, or a date and a time with or without offset.
std::optional<TextProblem> instantProblem(std::string_view text);

} // namespace tidegate
