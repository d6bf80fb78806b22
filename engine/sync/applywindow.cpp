// SPDX-License-Identifier: Apache-2.0
#include "sync/applywindow.h"

#include "sync/staging.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

/// What happens between the guards and the commit.
Result<void> applyInside(Session& session, const StateStore& state, const sql::JobPlan& plan,
                         const StagedAttempt& staged, LedgerRow& next, const std::stop_token& stop)
{
    const auto found = Staging(session, state, plan).rowsOf(staged.attempt, stop);
    if (!found)
        return found.error();
    if (*found != staged.rows)
        return Error{ErrorCode::Refused,
                     fmt::format("{} rows were read but {} lie in {}", staged.rows, *found, plan.stagingTable),
                     "nothing was applied; did somebody touch the staging table? run again", Side::Target};
    const auto statements = sql::applySql(plan, staged.attempt);
    if (!statements)
        return statements.error();
    ApplyCounter counter(session, plan);
    if (auto done = counter.run(*statements, stop); !done)
        return done;
    next.rowsRead = staged.rows;
    next.rowsInserted = counter.inserted();
    next.rowsDeleted = counter.deleted();
    next.rowsUnchanged = counter.unchanged();
    next.rowsSuperseded = counter.superseded();
    const auto accounted = next.rowsInserted + next.rowsDeleted + next.rowsUnchanged + next.rowsSuperseded;
    if (accounted != next.rowsRead)
        return Error{ErrorCode::Internal,
                     fmt::format("{} rows were read but {} are accounted for ({} inserted, {} deleted, {} unchanged,"
                                 " {} superseded)",
                                 next.rowsRead, accounted, next.rowsInserted, next.rowsDeleted, next.rowsUnchanged,
                                 next.rowsSuperseded),
                     "nothing was applied; report this", Side::Target};
    return state.insert(session, next, stop);
}

} // namespace

Result<void> applyWindow(std::unique_ptr<Session>& session, const SessionOptions& options, const StateStore& state,
                         const sql::JobPlan& plan, const StagedAttempt& staged, const std::optional<LedgerRow>& last,
                         LedgerRow& next, std::stop_token stop)
{
    if (auto begun = beginApply(*session, state, next, last, stop); !begun)
        return begun;
    if (auto done = applyInside(*session, state, plan, staged, next, stop); !done) {
        session->rollback();
        return done;
    }
    return commitApply(session, state, next, options, std::move(stop));
}

} // namespace tidegate
