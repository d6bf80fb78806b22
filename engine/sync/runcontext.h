// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.h"
#include "sql/jobplan.h"
#include "sync/fingerprint.h"
#include "sync/ownership.h"
#include "sync/runteller.h"
#include "sync/statestore.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace tidegate {

/// What the steps of one run share. Built up by DirectRun in the order of the members.
struct RunContext
{
    RunTeller& teller;
    std::stop_token stop; ///< the caller's, and ours when ownership is lost
    RunOptions options;
    JobDefinition job;
    RunIdentity identity;
    SessionOptions sourceOptions;
    SessionOptions targetOptions;
    std::unique_ptr<Session> source;
    std::unique_ptr<Session> target;
    std::optional<StateStore> state;
    std::unique_ptr<Ownership> ownership; ///< null in a dry run
    sql::JobPlan plan;
    std::optional<LedgerRow> last; ///< the newest ledger row
};

/// Copies one read to a relation of the target and tells the progress. The source reads under a snapshot of its own,
/// taken now. Returns the rows that both ends agree on.
Result<std::int64_t> copyRange(RunContext& context, const sql::ReadRange& range, std::int64_t attempt,
                               const std::string& relation, bool staging);

/// The planner's estimate for a read; -1 where it has none.
std::int64_t estimatedRows(RunContext& context, const std::string& extract);

} // namespace tidegate
