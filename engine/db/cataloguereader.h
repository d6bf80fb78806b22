// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "db/catalogueservice.h"
#include "db/session.h"

namespace tidegate {

// The catalogue of one server, read through a session that is open already.

/// `table` is SQL of that server, qualified. Nothing where it does not exist. `withIndexes`: see sql::tableInfoSql().
Result<std::optional<sql::TableInfo>> readTableInfo(Session& session, std::string_view table, std::stop_token stop,
                                                    bool withIndexes = true);

/// The shape of a select, without running it.
Result<sql::TableInfo> readQueryShape(Session& session, std::string_view query, std::stop_token stop);

Result<TablePage> readTablePage(Session& session, std::string_view after, int limit, std::stop_token stop);

/// The table that the job writes, read again after it may have been created.
Result<sql::PlanInputs> readInputs(Session& source, Session& target, const JobDefinition& job, std::stop_token stop,
                                   bool forSwap = false);

} // namespace tidegate
