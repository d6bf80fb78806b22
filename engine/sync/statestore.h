// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "db/session.h"
#include "sql/statesql.h"
#include "sync/ledger.h"

#include <optional>
#include <stop_token>
#include <string_view>

namespace tidegate {

/// Ledger, epochs and locks of one target, reached through a session of its own or one that a transaction is open on.
class StateStore
{
public:
    /// Looks only: `present()` says whether the state exists. Refused where a newer program has written it.
    static Result<StateStore> look(Session& session, std::stop_token stop);
    /// Makes what is missing, under an advisory lock.
    static Result<StateStore> ensure(Session& session, std::stop_token stop);

    [[nodiscard]] bool present() const { return m_present; }
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] const sql::StateSql& sql() const { return m_sql; }

    /// The newest row of a job; nothing where it has none or the state is not there.
    Result<std::optional<LedgerRow>> last(Session& session, std::string_view jobId, std::stop_token stop) const;
    Result<LedgerPage> page(Session& session, std::string_view jobId, std::optional<std::int64_t> before, int limit,
                            std::stop_token stop) const;
    /// The newest row of kind window, which `again` reads once more.
    Result<std::optional<LedgerRow>> lastWindow(Session& session, std::string_view jobId, std::stop_token stop) const;
    Result<void> insert(Session& session, const LedgerRow& row, std::stop_token stop) const;

private:
    explicit StateStore(sql::StateSql sql) : m_sql(std::move(sql)) {}
    Result<void> learn(Session& session, std::stop_token stop);

    sql::StateSql m_sql;
    bool m_present = false;
    int m_version = 0;
};

} // namespace tidegate
