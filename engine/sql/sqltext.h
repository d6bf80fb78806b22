// SPDX-License-Identifier: Apache-2.0
#pragma once

// Pieces of SQL text that several builders of this room share. Not for other rooms.

#include "sql/identifier.h"
#include "sql/jobplan.h"
#include "sql/statements.h"

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidegate::sql {

/// "order_item (订单明细)", safe in a comment.
std::string jobTitle(const JobDefinition& job);

/// Characters, not bytes.
std::size_t characters(std::string_view text);

/// Lines of a select list: expression and name (empty: none), the names below each other.
std::string alignedColumns(const std::vector<std::pair<std::string, std::string>>& columns);

/// "10 minutes", "90 seconds", "1500 milliseconds"
std::string intervalText(std::chrono::milliseconds duration);

/// `timestamptz '2024-01-31 08:00:00+00'`, in the watermark's type.
std::string watermarkLiteral(const JobPlan& plan, std::string_view value, Quoter& quoter);
/// "timestamp(3) without time zone", "date"
std::string watermarkTypeName(const JobPlan& plan);

std::vector<std::string> keyNames(const JobPlan& plan, Quoter& quoter);
/// `prefix` before each name: "s.a, s.b"
std::string prefixed(const std::vector<std::string>& names, std::string_view prefix);
/// "t.a = s.a and t.b = s.b"
std::string equalOn(const std::vector<std::string>& names, std::string_view left, std::string_view right);
/// "s.a is null or s.b is null"
std::string anyNull(const std::vector<std::string>& names, std::string_view alias);

/// Columns that the job loads, quoted, in the plan's order.
std::vector<std::string> loadedNames(const JobPlan& plan, Quoter& quoter);
/// Columns of the target that the job doesn't fill, quoted.
std::vector<std::string> keptNames(const JobPlan& plan, Quoter& quoter);

/// The target's column as its catalogue has it, or as the plan makes it.
ColumnInfo targetColumn(const JobPlan& plan, const PlannedColumn& column);

bool isGreenplum(const JobPlan& plan);
/// "\ndistributed by (a, b)", "\ndistributed randomly", or nothing on PostgreSQL.
std::string distributionOf(const JobPlan& plan, const std::vector<std::string>& columns, Quoter& quoter);
/// The same by the plan's distribution key.
std::string distribution(const JobPlan& plan, Quoter& quoter);
/// Makes a schema only where it is missing: `create schema if not exists` asks for the right even where it exists.
std::string ensureSchema(std::string_view schema, Quoter& quoter);

/// "\noverriding system value" where the target has an identity among `names`, else nothing.
std::string overriding(const JobPlan& plan, const std::vector<std::string>& unquotedNames);

} // namespace tidegate::sql
