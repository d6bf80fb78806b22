// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "pool/pool.h"
#include "sql/statements.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tidegate {

// Looks at what a job would do, without doing it: one read-only transaction for each statement, with a time limit, and
// rolled back. They block like the functions of catalogueservice.h.

struct ExplainedStatement
{
    std::string title;
    std::string sql;
    nlohmann::json plan; ///< what `explain (format json)` answers: a list with one plan
};

/// One end of a job. Without statements there is nothing to plan, or `error` says why.
struct ExplainedEnd
{
    std::vector<ExplainedStatement> statements;
    std::optional<Error> error;
};

struct ExplainedJob
{
    ExplainedEnd source; ///< the extract of `range`
    ExplainedEnd target; ///< what apply changes; needs the staging table, which the first run makes
};

/// EXPLAIN, never ANALYZE: nothing is read or changed.
Result<ExplainedJob> explainJob(const Pool& pool, const EnvironmentDefinition* environment, const JobDefinition& job,
                                const sql::ReadRange& range, std::stop_token stop);

/// Rows as text; an absent value is NULL.
struct RowPreview
{
    std::string sql;
    std::vector<std::string> columns;
    std::vector<std::vector<std::optional<std::string>>> rows;
};

/// Ten rows of the source and where the watermark of each comes from; ends after ten seconds.
Result<RowPreview> previewWatermark(const Pool& pool, const EnvironmentDefinition* environment,
                                    const JobDefinition& job, std::stop_token stop);

} // namespace tidegate
