// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/jobplan.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tidegate::sql {

/// What the answer to a statement means for the run.
enum class StatementRole {
    Execute, ///< nothing to read
    // Checks. No row: fine. Otherwise the data must be refused; the rows are the examples to show.
    NullKeys,       ///< ≤ 5 rows: total bigint, then the key columns, then _wm where there is one
    NullWatermarks, ///< ≤ 5 rows: total bigint, then the key columns (all loaded columns where there is no key)
    RepeatedKeys, ///< 2 rows with one key: rows_with_this_key bigint, then every loaded column, then _wm where there is
                  ///< one
    // Counters: the number of affected rows goes to the counter of that name (sum over the statements of one apply).
    Superseded,
    Unchanged,
    Deleted, ///< rows of the window for which delete_when is true, whether or not the target had them
    Inserted,
    Removed, ///< old versions taken out of the target: for the log, no counter of the ledger
    // One row, one column.
    TargetRows, ///< bigint: rows in the target before a swap, for the shrink guard
    // Makes a unique index or constraint beside. SQLSTATE 23505 means: a key is not one; keyCheckSql() gives examples.
    UniqueIndex,
};

/// A statement as it is shown and as it is sent, byte for byte (without a final semicolon). `params` are bound as text
/// to $1, $2 …
struct Statement
{
    std::string title; ///< what a person calls the step: "delete the old versions"
    std::string sql;
    std::vector<std::optional<std::string>> params = {};
    StatementRole role = StatementRole::Execute;
};

/// The statements as a script that a person can run: titles as comments, semicolons.
std::string toScript(const std::vector<Statement>& statements);

/// What a read covers. lo and hi are literals in the watermark's own type and full precision: "2024-01-31
/// 08:00:00.123456+00" for timestamptz, without zone (and meant in watermarkZone) for timestamp, "2024-01-31" for date.
struct ReadRange
{
    enum class Into {
        ByBounds, ///< staging where there is a hi, else beside
        Staging,
        Beside,
    };
    std::optional<std::string> lo; ///< absent: no lower predicate
    std::optional<std::string> hi; ///< absent: no upper predicate
    bool includeNulls = true;      ///< looked at for nulls: sweep only: read the NULL watermarks this time
    std::optional<std::chrono::milliseconds> overlap = {}; ///< absent: the job's
    Into into = Into::ByBounds;

    [[nodiscard]] bool goesToStaging() const { return into == Into::ByBounds ? hi.has_value() : into == Into::Staging; }
};

/// The select of one read: commented, stable, ends without a semicolon. Columns in the order of copyInSql().
/// For staging the select ends with _wm, _part, _attempt and (where the job has delete_when) _del; beside, for a full
/// load or a reload, it has the loaded columns only.
Result<std::string> extractSql(const JobPlan& plan, const ReadRange& range, std::int64_t attempt, int part);
/// `copy (…extract…) to stdout`, what the source really gets.
Result<std::string> copyOutSql(const JobPlan& plan, const ReadRange& range, std::int64_t attempt, int part);
/// `copy relation (columns) from stdin`; `relation` is quoted and qualified: plan.stagingTable (`staging` true) or the
/// table beside.
Result<std::string> copyInSql(const JobPlan& plan, std::string_view relation, bool staging);
/// NullWatermarks, asked at the source: what a reload must refuse, since a table beside has no _wm to look at. Empty
/// where the job rejects none.
Result<std::vector<Statement>> nullWatermarksSql(const JobPlan& plan);
/// One row, one bigint: the rows that extractSql() of this range would give.
Result<std::string> countSql(const JobPlan& plan, const ReadRange& range);

/// Schema where missing, table, comment; empty where the target exists. Run in one transaction.
Result<std::vector<Statement>> createTargetSql(const JobPlan& plan);

/// Makes the staging table. Its comment is stagingDefinition(): where the comment of the existing table
/// (StateSql::staging()) differs, run dropStagingSql() and this again.
Result<std::vector<Statement>> createStagingSql(const JobPlan& plan);
std::string stagingDefinition(const JobPlan& plan);
Result<std::vector<Statement>> dropStagingSql(const JobPlan& plan);
/// Empties it, in one transaction; 55P03 (lock_not_available) when somebody still copies into it: leave it then.
Result<std::vector<Statement>> emptyStagingSql(const JobPlan& plan);

/// The statements between "manifest equals staging" and "ledger row" of one apply, in order. Execute each in the apply
/// transaction, look at its role. read = inserted + unchanged + superseded + deleted holds afterwards.
Result<std::vector<Statement>> applySql(const JobPlan& plan, std::int64_t attempt);

/// A full load. `beside` is an unquoted name; besideTable() is the quoted, qualified one (the target's schema).
///   1. createBesideSql()  one transaction, then COPY into it
///   2. finishBesideSql()  key checks, superseded rows, indexes, constraints, analyze; outside the swap's transaction
///   3. swapSql()          one transaction with the ledger row; 55P03 on its first statements: roll back, try again
/// Where the target has dependents (JobPlan::swapByRename false) the swap deletes and inserts (roles Removed,
/// Inserted); by rename no statement counts and inserted = rows copied − superseded.
Result<std::string> besideTable(const JobPlan& plan, std::string_view beside);
Result<std::vector<Statement>> createBesideSql(const JobPlan& plan, std::string_view beside);
Result<std::vector<Statement>> finishBesideSql(const JobPlan& plan, std::string_view beside);
Result<std::vector<Statement>> swapSql(const JobPlan& plan, std::string_view beside);
/// `drop table if exists` of the table beside, after a failure.
Result<std::vector<Statement>> dropBesideSql(const JobPlan& plan, std::string_view beside);
/// What forbids a reload of this incremental job, where the target must be emptied and filled instead of renamed.
Result<void> checkReload(const JobPlan& plan);
/// TargetRows, for the shrink guard, before the swap. Empty where there is no target yet.
Result<std::vector<Statement>> guardSql(const JobPlan& plan);
/// NullKeys and RepeatedKeys over a relation (quoted, qualified). Empty where the job has no key.
Result<std::vector<Statement>> keyCheckSql(const JobPlan& plan, std::string_view relation);

/// Who is kept from what while a run of this job works, and for how long: each a sentence.
std::vector<std::string> locksOf(const JobPlan& plan, bool fullLoad);

/// What must be granted at both ends for the job to run, as statements with comments.
Result<std::string> grantsSql(const JobPlan& plan, std::string_view sourceUser, std::string_view targetUser);
/// Asked at the target: one text column, a row for each right that the session's role lacks for this job.
Result<std::string> missingGrantsSql(const JobPlan& plan);

} // namespace tidegate::sql
