// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/jobplan.h"

#include <string>
#include <string_view>

namespace tidegate {

/// SQL (of a session pinned to UTC) that turns the timestamptz expression `instant` into a literal of the watermark's
/// own type: in its zone first, then floored to its precision, as text. Rounding would reach past the clock.
std::string literalOfInstant(const sql::JobPlan& plan, std::string_view instant);

/// SQL that gives the instant (timestamptz) which a literal of the watermark's type means.
std::string instantOfLiteral(const sql::JobPlan& plan, std::string_view literal);

/// SQL that gives the literal for a time as a person wrote it (`start:`, `--adopt`): ISO 8601 with offset, or without
/// and then meant in the watermark's zone. `parameter` is the text, for example `$1`.
std::string literalOfText(const sql::JobPlan& plan, std::string_view parameter, std::string_view text);

/// The SQL name of the watermark's type.
std::string_view typeName(sql::WatermarkType type);

} // namespace tidegate
