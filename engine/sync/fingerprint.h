// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sql/jobplan.h"
#include "sync/ledger.h"
#include "sync/run.h"

#include <optional>
#include <string>
#include <vector>

namespace tidegate {

/// Which pool and environment a run belongs to, and the revision of its files.
struct RunIdentity
{
    std::string pool;
    std::string environment;
    std::string configRev;
    std::string jobFile; ///< relative to the pool: for messages
};

/// May this job go on from its last ledger row? Busy where the row is another pool's or environment's; Refused, with
/// every difference and what to do, where the target is missing or another table, or the job's definition changed. What
/// `--accept-change` lets pass comes back as warnings. A full load replaces everything, so only its pool is compared.
Result<std::vector<std::string>> checkFingerprint(const sql::JobPlan& plan, const std::optional<LedgerRow>& last,
                                                  const RunIdentity& identity, const RunOptions& options);

} // namespace tidegate
