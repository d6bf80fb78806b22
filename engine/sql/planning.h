// SPDX-License-Identifier: Apache-2.0
#pragma once

// The steps of planJob(), for jobplan.cpp and its helpers only. Each fills its part of the plan from plan.inputs.

#include "sql/identifier.h"
#include "sql/jobplan.h"

#include <string>
#include <string_view>
#include <vector>

namespace tidegate::sql {

Result<void> planTarget(JobPlan& plan);      ///< names, guards, how a full load is swapped in
Result<void> planColumns(JobPlan& plan);     ///< loaded and kept columns, types
Result<void> planKey(JobPlan& plan);         ///< key, distribution, order of columns
Result<void> planWatermark(JobPlan& plan);   ///< expression, type, zone, NULL policy
std::string configHash(const JobPlan& plan); ///< the ledger's fingerprint of the job

/// One `alias.c = t.c` of watermark.join, quoted.
struct JoinPair
{
    std::string joined; ///< column of the joined table
    std::string own;    ///< column of t
};
Result<std::vector<JoinPair>> joinPairs(const PlanInputs& inputs);
/// Columns of the joined table that belong to the watermark, unquoted.
Result<std::vector<std::string>> joinedWatermarkColumns(const PlanInputs& inputs);

Error planError(std::string_view path, std::string message, std::string hint);
void warn(JobPlan& plan, std::string code, std::string path, std::string message, std::string hint);
/// "a, b, c …": for hints.
std::string columnNames(const TableInfo& table);

} // namespace tidegate::sql
