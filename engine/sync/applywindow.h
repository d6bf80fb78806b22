// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "db/session.h"
#include "sync/applyguard.h"
#include "sync/statestore.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace tidegate {

/// An attempt that lies in staging, complete.
struct StagedAttempt
{
    std::int64_t attempt = 0;
    std::int64_t rows = 0; ///< as counted on the way: what staging must hold
};

/// One transaction: the guards, staging equals the manifest, the job's statements, the ledger row, commit. `next` gets
/// its counters. Nothing is changed where it fails, but for OutcomeUnknown.
Result<void> applyWindow(std::unique_ptr<Session>& session, const SessionOptions& options, const StateStore& state,
                         const sql::JobPlan& plan, const StagedAttempt& staged, const std::optional<LedgerRow>& last,
                         LedgerRow& next, std::stop_token stop);

} // namespace tidegate
