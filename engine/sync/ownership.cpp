// SPDX-License-Identifier: Apache-2.0
#include "sync/ownership.h"

#include "base/pause.h"
#include "db/statements.h"
#include "sync/holder.h"
#include "sync/processid.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto beatEvery = 10s;
constexpr auto patience = 10s; ///< for a terminated backend to let go of its locks

} // namespace

Ownership::Ownership(std::unique_ptr<Session> session, std::string jobId)
    : m_session(std::move(session)), m_jobId(std::move(jobId))
{
}

Ownership::~Ownership()
{
    m_beats.request_stop();
}

namespace {

Result<bool> tryOwn(Session& session, const StateStore& state, const std::string& jobId, const std::stop_token& stop)
{
    const auto locked = session.run(state.sql().tryOwn(jobId), stop);
    if (!locked)
        return locked.error();
    return locked->boolean(0, 0);
}

/// Ends whoever holds the job, or says why not. After it the lock may be tried again.
Result<void> evict(Session& session, const StateStore& state, const std::string& jobId, bool takeOver,
                   const Ownership::Log& log, const std::stop_token& stop)
{
    const auto holders = readHolders(session, state, jobId, stop);
    if (!holders)
        return holders.error();
    const auto owner = std::find_if(holders->begin(), holders->end(), [](const Holder& h) { return h.owner; });
    if (owner == holders->end())
        return {}; // let go in the meantime
    const auto engine = readHolderEngine(session, state, jobId, stop);
    if (!engine)
        return engine.error();
    const std::string why = takeOver ? std::string("a take-over was asked for") : whyEnded(*owner, *engine);
    if (why.empty())
        return busyError(jobId, *owner, *engine);
    log(fmt::format("ending the session of the job's owner ({}): {}", busyError(jobId, *owner, *engine).message, why));
    return terminateHolders(session, state, *holders, stop);
}

/// An apply that outlived its owner is ended and awaited, so that the ledger read next is final.
Result<void> settleOldApply(Session& session, const StateStore& state, const std::string& jobId,
                            const Ownership::Log& log, const std::stop_token& stop)
{
    const auto holders = readHolders(session, state, jobId, stop);
    if (!holders)
        return holders.error();
    if (holders->empty())
        return {};
    log("ending an apply that outlived its owner");
    if (auto done = terminateHolders(session, state, *holders, stop); !done)
        log(done.error().message + "; waiting for it instead");
    return runInTransaction(session, {state.sql().lockApply(jobId)}, stop);
}

} // namespace

Result<std::unique_ptr<Ownership>> Ownership::take(std::unique_ptr<Session> session, const StateStore& state,
                                                   const std::string& jobId, bool takeOver, const Log& log,
                                                   std::stop_token stop)
{
    auto owned = tryOwn(*session, state, jobId, stop);
    if (owned && !*owned) {
        if (auto evicted = evict(*session, state, jobId, takeOver, log, stop); !evicted)
            return evicted.error();
        const auto deadline = Clock::now() + patience;
        for (owned = tryOwn(*session, state, jobId, stop); owned && !*owned && Clock::now() < deadline;
             owned = tryOwn(*session, state, jobId, stop))
            pauseFor(100ms, stop);
    }
    if (!owned)
        return owned.error();
    if (!*owned)
        return Error{ErrorCode::Busy, fmt::format("job {} is still held after its owner's session was ended", jobId),
                     "run again; if it stays, look for the session in pg_stat_activity", Side::Target};

    std::unique_ptr<Ownership> ownership(new Ownership(std::move(session), jobId));
    const auto epoch = ownership->m_session->run(state.sql().takeEpoch(jobId, thisProcess()), stop);
    if (!epoch)
        return epoch.error();
    ownership->m_epoch = epoch->integer(0, 0);
    if (auto settled = settleOldApply(*ownership->m_session, state, jobId, log, stop); !settled)
        return settled.error();
    return ownership;
}

std::int64_t Ownership::nextAttempt()
{
    constexpr std::int64_t attemptsPerEpoch = 1 << 20;
    return m_epoch * attemptsPerEpoch + ++m_attempts;
}

void Ownership::watch(std::stop_source lost)
{
    m_session->setListener({});
    m_beats = std::jthread([this, lost = std::move(lost)](const std::stop_token& stop) mutable { beat(stop, lost); });
}

std::optional<Error> Ownership::lossReason() const
{
    const std::scoped_lock lock(m_mutex);
    return m_loss;
}

void Ownership::beat(const std::stop_token& stop, std::stop_source& lost)
{
    while (pauseFor(beatEvery, stop)) {
        const auto answer = m_session->query("select 1", stop);
        if (answer || stop.stop_requested())
            continue;
        {
            const std::scoped_lock lock(m_mutex);
            m_loss = answer.error();
            m_loss->message = fmt::format("the lock of job {} was lost: {}", m_jobId, answer.error().message);
            m_loss->hint = "somebody took the job over, or the target restarted: look, then run again";
        }
        lost.request_stop();
        return;
    }
}

} // namespace tidegate
