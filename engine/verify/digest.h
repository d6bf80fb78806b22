// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/jobplan.h"

#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// The type in which the target keeps a planned column, domains resolved.
std::string storedType(const sql::JobPlan& plan, const sql::PlannedColumn& column);

/// What the target prints for a value: SQL of the source over `value`, an expression without side effects. Where the
/// types differ, the value takes the way that loading takes it: printed, then read as the target's type.
std::string textAsLoaded(std::string_view value, std::string_view sourceType, std::string_view storedType);

/// Digest text v1 of texts, concatenated: SQL.
std::string digestText(const std::vector<std::string>& texts);

/// md5 of digestText() in UTF-8, whatever the server's encoding: SQL.
std::string digest(const std::vector<std::string>& texts);

} // namespace tidegate
