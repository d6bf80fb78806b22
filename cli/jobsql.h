// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/statements.h"

#include <cstdint>
#include <vector>

namespace tidegate::cli {

using Statements = std::vector<sql::Statement>;

/// Epoch 1, attempt 1: what the first run would write.
constexpr std::int64_t exampleAttempt = (std::int64_t{1} << 20) + 1;

/// What is made before the first row: the target where it is missing, staging where the job has windows.
Result<Statements> ddlOf(const sql::JobPlan& plan);
/// What takes a full load or a reload from beside to the target.
Result<Statements> swapOf(const sql::JobPlan& plan);
/// How rows get from where they were copied into the target: apply, or the swap of a full load.
Result<Statements> applyOf(const sql::JobPlan& plan);

} // namespace tidegate::cli
