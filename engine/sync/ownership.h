// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "db/session.h"
#include "sync/statestore.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

namespace tidegate {

/// Who may write a job: an advisory lock on a session of its own, kept for the whole run, and the epoch that was taken
/// under it. A thread speaks to the server every few seconds, so that others see that the owner lives and we see when
/// the lock is lost. Letting go is destroying it.
class Ownership
{
public:
    using Log = std::function<void(std::string_view text)>;

    /// Busy, and no epoch taken, where another owner lives. An owner that is dead, silent for a minute, or to be taken
    /// over is ended first: its backends are terminated. `session` speaks for nobody else from here on.
    static Result<std::unique_ptr<Ownership>> take(std::unique_ptr<Session> session, const StateStore& state,
                                                   const std::string& jobId, bool takeOver, const Log& log,
                                                   std::stop_token stop);
    ~Ownership();
    Ownership(const Ownership&) = delete;
    Ownership& operator=(const Ownership&) = delete;

    [[nodiscard]] std::int64_t epoch() const { return m_epoch; }
    /// The next attempt's number: unique over all owners of the job.
    std::int64_t nextAttempt();
    /// Begins to speak to the server; `lost` is asked to stop when the lock is gone, and lossReason() says why.
    void watch(std::stop_source lost);
    [[nodiscard]] std::optional<Error> lossReason() const;

private:
    Ownership(std::unique_ptr<Session> session, std::string jobId);
    void beat(const std::stop_token& stop, std::stop_source& lost);

    std::unique_ptr<Session> m_session;
    std::string m_jobId;
    std::int64_t m_epoch = 0;
    std::int64_t m_attempts = 0;
    mutable std::mutex m_mutex;
    std::optional<Error> m_loss;
    std::jthread m_beats;
};

} // namespace tidegate
