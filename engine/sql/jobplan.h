// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "job/finding.h"
#include "job/jobdefinition.h"
#include "sql/catalogue.h"

#include <optional>
#include <string>
#include <vector>

namespace tidegate::sql {

/// Everything that decides the SQL of a job: the job and what the two catalogues say. Travels over RPC as JSON.
struct PlanInputs
{
    JobDefinition job;
    ServerInfo sourceServer;
    ServerInfo targetServer;
    TableInfo source;                ///< the table, or the described query
    std::optional<TableInfo> join;   ///< the table of watermark.join
    std::optional<TableInfo> target; ///< absent: it does not exist yet
    std::string stateSchema = "tidegate";
};

struct PlannedColumn
{
    std::string name;       ///< in the target
    std::string expression; ///< SQL of the source, over alias t
    std::string sourceType; ///< empty where the expression's type is not known before the server is asked
    std::string targetType;
    std::string loss; ///< what the mapping loses, as a sentence; empty: nothing
    bool key = false;
};

/// Type of the watermark as windows see it.
enum class WatermarkType { Timestamptz, Timestamp, Date };

/// What a job means against these two catalogues. All SQL of the job is made from this value and nothing else.
struct JobPlan
{
    PlanInputs inputs;
    std::vector<PlannedColumn> columns;   ///< what is loaded, in the order of COPY: distribution key first
    std::vector<std::string> keptColumns; ///< target columns that the job doesn't fill: carried over by key
    std::vector<std::string> distributedBy;
    std::string targetTable;  ///< quoted, qualified
    std::string stagingTable; ///< quoted, qualified: stg_ + ≤ 40 bytes of the job id + 8 hex of a hash
    bool swapByRename = true; ///< a full load is renamed into place; false: the target has dependents, delete + insert
    NullWatermark nulls = NullWatermark::Include; ///< the policy that holds: append always rejects
    std::vector<std::string> watermarkColumns;    ///< quoted: t.updated_at, o.updated_at
    std::string watermarkExpression;              ///< over t and the join's alias; empty: no watermark
    bool watermarkNullable = true;                ///< false: no row can have a NULL watermark
    std::optional<WatermarkType> watermarkType;
    int watermarkPrecision = 6;      ///< fractional digits of the column
    std::string watermarkZone;       ///< the zone in which literals of a zoneless column are meant
    std::string watermarkZoneOrigin; ///< "job" | "server": shown in check and run
    std::string configHash; ///< hash of source, where, columns, key, watermark, target: the ledger's fingerprint
    Findings notes;         ///< warnings: joined watermark without a column of t, mutable where, losses …
};

/// Invalid or Unsupported with what and where. Never touches a server.
Result<JobPlan> planJob(PlanInputs inputs);

} // namespace tidegate::sql
