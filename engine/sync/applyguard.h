// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "db/session.h"
#include "sync/statestore.h"

#include <optional>
#include <stop_token>
#include <string>

namespace tidegate {

/// The ledger row that is to be written next, made before its counters are known.
LedgerRow nextLedgerRow(const std::optional<LedgerRow>& last, std::string jobId);

/// Begins the transaction that writes `next` and proves that it may: the apply lock is ours, our epoch is the newest,
/// the ledger stands exactly before `next`. Fenced where not, with the transaction rolled back.
Result<void> beginApply(Session& session, const StateStore& state, const LedgerRow& next,
                        const std::optional<LedgerRow>& last, std::stop_token stop);

/// Commits what beginApply() began. A lost answer is settled on a new session, which replaces `session`: the apply lock
/// is taken, so the old backend has ended, and the ledger is asked. ConnectionLost where the commit did not happen.
Result<void> commitApply(std::unique_ptr<Session>& session, const StateStore& state, const LedgerRow& next,
                         const SessionOptions& options, std::stop_token stop);

/// Counts by role while statements run, and refuses data where a check has examples.
class ApplyCounter
{
public:
    ApplyCounter(Session& session, const sql::JobPlan& plan) : m_session(session), m_plan(plan) {}
    Result<void> run(const std::vector<sql::Statement>& statements, std::stop_token stop);

    [[nodiscard]] std::int64_t inserted() const { return m_inserted; }
    [[nodiscard]] std::int64_t deleted() const { return m_deleted; }
    [[nodiscard]] std::int64_t unchanged() const { return m_unchanged; }
    [[nodiscard]] std::int64_t superseded() const { return m_superseded; }
    [[nodiscard]] std::int64_t targetRows() const { return m_targetRows; }

private:
    Result<void> look(const sql::Statement& statement, const Rows& rows);

    Session& m_session;
    const sql::JobPlan& m_plan;
    std::int64_t m_inserted = 0;
    std::int64_t m_deleted = 0;
    std::int64_t m_unchanged = 0;
    std::int64_t m_superseded = 0;
    std::int64_t m_targetRows = -1;
};

} // namespace tidegate
