// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "pool/pool.h"
#include "sql/catalogue.h"
#include "sql/jobplan.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// One line of a list of tables.
struct TableEntry
{
    std::string schema;
    std::string name;
    char kind = 'r';        ///< pg_class.relkind: r table, p partitioned, v view, m materialized view, f foreign
    std::int64_t rows = -1; ///< the planner's estimate; -1: unknown
};

struct TablePage
{
    std::vector<TableEntry> tables; ///< sorted by schema and name in the server's C collation
    std::string next;               ///< give it as `after` for the next page; empty: this was the last
};

// Each opens one read-only session to what `connection` means in the environment, asks, and closes it. They block
// until the answer is there; a stop request ends them within a second with Cancelled. `environment` may be null.

Result<sql::ServerInfo> readServer(const Pool& pool, const EnvironmentDefinition* environment,
                                   std::string_view connection, std::stop_token stop);

/// `limit` is clamped to 1 … 1000.
Result<TablePage> listTables(const Pool& pool, const EnvironmentDefinition* environment, std::string_view connection,
                             std::string_view after, int limit, std::stop_token stop);

/// `table` is SQL of that server. Nothing in the result where no such table exists. `side` is what errors blame.
Result<std::optional<sql::TableInfo>> readTable(const Pool& pool, const EnvironmentDefinition* environment,
                                                std::string_view connection, std::string_view table,
                                                std::stop_token stop, Side side = Side::None);

/// The shape of a read-only select, without running it. QueryFailed with the server's words if it is not one.
Result<sql::TableInfo> describeQuery(const Pool& pool, const EnvironmentDefinition* environment,
                                     std::string_view connection, std::string_view query, std::stop_token stop);

/// Everything that planJob() needs: both servers, source, join and target as they are now.
/// `forSwap`: also what the swap of a full load needs, as for a job of mode full.
Result<sql::PlanInputs> readPlanInputs(const Pool& pool, const EnvironmentDefinition* environment,
                                       const JobDefinition& job, std::stop_token stop, bool forSwap = false);

} // namespace tidegate
