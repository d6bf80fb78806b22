// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/jobplan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tidegate::sql {

/// A statement as it is shown and as it is sent, byte for byte. `params` are bound as text to $1, $2 …
struct Statement
{
    std::string title; ///< what a person calls the step: "delete the old versions"
    std::string sql;
    std::vector<std::optional<std::string>> params = {};
};

/// What a read covers. lo and hi are literals in the watermark's own type and full precision.
struct ReadRange
{
    std::optional<std::string> lo; ///< absent: no lower predicate
    std::optional<std::string> hi; ///< absent: a full load
    bool includeNulls = true;      ///< rows whose watermark is NULL (by the job's policy and sweep state)
};

/// The select of one read: commented, stable, ends without a semicolon. Columns in the order of the staging table.
/// For an incremental job the select ends with _wm, _part, _attempt and _del (delete_when; only where the job has it).
Result<std::string> extractSql(const JobPlan& plan, const ReadRange& range, std::int64_t attempt, int part);
/// `copy (…extract…) to stdout`, what the source really gets.
Result<std::string> copyOutSql(const JobPlan& plan, const ReadRange& range, std::int64_t attempt, int part);
/// `copy relation (columns) from stdin`; `relation` quoted and qualified: the staging table or the table beside.
Result<std::string> copyInSql(const JobPlan& plan, std::string_view relation, bool staging);
/// Rows of a range at the source, and of the target where it can be said.
Result<std::string> countSql(const JobPlan& plan, const ReadRange& range);

Result<std::vector<Statement>> createTargetSql(const JobPlan& plan);
Result<std::vector<Statement>> createStagingSql(const JobPlan& plan);

/// The row that the ledger gets; every count is known only inside apply, so they are placeholders bound there.
struct ApplyContext
{
    std::int64_t attempt = 0;
};

/// The statements between "manifest equals staging" and "ledger row" of one apply, in order: lock the target, examples
/// of broken keys, delete, insert. Each gives a row count with a meaning (Statement::title is stable: the engine reads
/// counts by it).
Result<std::vector<Statement>> applySql(const JobPlan& plan, const ApplyContext& context);

/// Full load: create the table beside (`beside` is its unquoted name), and swap it in.
Result<std::vector<Statement>> createBesideSql(const JobPlan& plan, std::string_view beside);
Result<std::vector<Statement>> swapSql(const JobPlan& plan, std::string_view beside);

/// What must be granted at both ends for the job to run, as statements with comments.
Result<std::string> grantsSql(const JobPlan& plan, std::string_view sourceUser, std::string_view targetUser);

} // namespace tidegate::sql
