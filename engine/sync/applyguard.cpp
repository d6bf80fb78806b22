// SPDX-License-Identifier: Apache-2.0
#include "sync/applyguard.h"

#include "base/pause.h"
#include "db/dberror.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

using namespace std::chrono_literals;

constexpr auto settleTime = 60s;
constexpr auto settleTimeStopped = 8s; ///< also somebody who wants to stop is better off knowing
constexpr auto settlePause = 1s;

Error fenced(const LedgerRow& next, const std::string& why)
{
    return Error{ErrorCode::Fenced, fmt::format("job {}: {}", next.jobId, why),
                 "another run owns the job now; nothing of this one was applied", Side::Target};
}

Result<void> checkOwnership(Session& session, const StateStore& state, const LedgerRow& next,
                            const std::optional<LedgerRow>& last, const std::stop_token& stop)
{
    const auto newest = session.run(state.sql().newestEpoch(next.jobId), stop);
    if (!newest)
        return newest.error();
    if (newest->empty() || newest->integer(0, 0) != next.epoch)
        return fenced(next, fmt::format("epoch {} took it over from our epoch {}",
                                        newest->empty() ? 0 : newest->integer(0, 0), next.epoch));
    const auto now = state.last(session, next.jobId, stop);
    if (!now)
        return now.error();
    const bool continues =
        now->has_value() == last.has_value() &&
        (!last || ((*now)->seq == last->seq && (*now)->batchId == last->batchId && (*now)->hi == last->hi));
    if (!continues)
        return fenced(next,
                      fmt::format("the ledger moved to row {} while this run was reading", *now ? (*now)->seq : 0));
    return {};
}

/// Asks a new session whether `next` is in the ledger; another owner may have gone on from it meanwhile. Taking the
/// apply lock first waits until the old backend is gone.
Result<bool> isApplied(Session& session, const StateStore& state, const LedgerRow& next)
{
    if (auto begun = session.query("begin; set local lock_timeout = '20s'", {}); !begun)
        return begun.error();
    if (auto locked = session.run(state.sql().lockApply(next.jobId), {}); !locked)
        return locked.error();
    const auto newest = state.page(session, next.jobId, next.seq + 1, 1, {});
    session.rollback();
    if (!newest)
        return newest.error();
    return !newest->rows.empty() && newest->rows.front().seq == next.seq &&
           newest->rows.front().batchId == next.batchId;
}

} // namespace

LedgerRow nextLedgerRow(const std::optional<LedgerRow>& last, std::string jobId)
{
    LedgerRow next;
    next.jobId = std::move(jobId);
    next.seq = last ? last->seq + 1 : 1;
    if (last)
        next.lo = last->hi;
    return next;
}

Result<void> beginApply(Session& session, const StateStore& state, const LedgerRow& next,
                        const std::optional<LedgerRow>& last, std::stop_token stop)
{
    if (auto begun = session.query("begin isolation level read committed", stop); !begun)
        return begun.error();
    if (session.server().dialect == sql::Dialect::Greenplum6) {
        if (auto set = session.query("set local gp_autostats_mode = none", stop); !set)
            return set.error();
    }
    auto locked = session.run(state.sql().lockApply(next.jobId), stop);
    auto checked = locked ? checkOwnership(session, state, next, last, stop) : Result<void>(locked.error());
    if (!checked)
        session.rollback();
    return checked;
}

Result<void> commitApply(std::unique_ptr<Session>& session, const StateStore& state, const LedgerRow& next,
                         const SessionOptions& options, std::stop_token stop)
{
    auto committed = session->commit();
    if (committed || committed.error().code != ErrorCode::OutcomeUnknown)
        return committed;
    auto error = std::move(committed).error();
    const auto connection = session->connection();
    const auto begin = std::chrono::steady_clock::now();
    const auto goesOn = [&] {
        return std::chrono::steady_clock::now() - begin < (stop.stop_requested() ? settleTimeStopped : settleTime);
    };
    for (; goesOn(); pauseFor(settlePause, {})) {
        auto again = Session::open(connection, options, {});
        const auto applied = again ? isApplied(**again, state, next) : Result<bool>(again.error());
        if (!applied)
            continue;
        session = std::move(*again);
        if (*applied)
            return {};
        error.code = ErrorCode::ConnectionLost;
        error.hint = "the ledger says that nothing was applied: run again";
        return error;
    }
    error.hint = "whether it was applied is unknown until the target answers; the next run reads it from the ledger";
    return error;
}

} // namespace tidegate
