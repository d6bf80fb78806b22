// SPDX-License-Identifier: Apache-2.0
#include "sync/statestore.h"

#include "db/dberror.h"
#include "db/statements.h"
#include "sync/ledgerrow.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate {

Result<StateStore> StateStore::look(Session& session, std::stop_token stop)
{
    auto sql = sql::StateSql::create(session.connection().stateSchema, session.server());
    if (!sql)
        return sql.error();
    StateStore store(std::move(*sql));
    if (auto learned = store.learn(session, std::move(stop)); !learned)
        return learned.error();
    return store;
}

Result<StateStore> StateStore::ensure(Session& session, std::stop_token stop)
{
    auto store = look(session, stop);
    if (!store || (store->m_present && store->m_version == sql::stateVersion))
        return store;
    if (auto made = runInTransaction(session, store->m_sql.createState(), stop); !made)
        return made.error();
    if (auto learned = store->learn(session, std::move(stop)); !learned)
        return learned.error();
    return store;
}

Result<void> StateStore::learn(Session& session, std::stop_token stop)
{
    const auto present = session.run(m_sql.present(), stop);
    if (!present)
        return present.error();
    m_present = present->boolean(0, 0);
    if (!m_present)
        return {};
    const auto version = session.run(m_sql.version(), std::move(stop));
    if (!version)
        return version.error();
    m_version = static_cast<int>(version->integer(0, 0));
    if (m_version > sql::stateVersion)
        return Error{
            ErrorCode::Refused,
            fmt::format("the state {} of {} was written by a newer Tidegate (state version {}, this one writes {})",
                        m_sql.schema(), endName(session.connection(), Side::Target), m_version, sql::stateVersion),
            "install the newer version here too", Side::Target};
    return {};
}

Result<std::optional<LedgerRow>> StateStore::last(Session& session, std::string_view jobId, std::stop_token stop) const
{
    if (!m_present)
        return std::optional<LedgerRow>{};
    const auto rows = session.run(m_sql.lastLedger(jobId), std::move(stop));
    if (!rows)
        return rows.error();
    return rows->empty() ? std::optional<LedgerRow>{} : ledgerRowFrom(*rows, 0);
}

Result<LedgerPage> StateStore::page(Session& session, std::string_view jobId, std::optional<std::int64_t> before,
                                    int limit, std::stop_token stop) const
{
    LedgerPage page;
    if (!m_present)
        return page;
    const int clamped = std::clamp(limit, 1, 1000);
    const auto rows = session.run(m_sql.ledgerPage(jobId, before, clamped), std::move(stop));
    if (!rows)
        return rows.error();
    for (int row = 0; row < rows->size(); ++row)
        page.rows.push_back(ledgerRowFrom(*rows, row));
    if (static_cast<int>(page.rows.size()) == clamped)
        page.next = page.rows.back().seq;
    return page;
}

Result<std::optional<LedgerRow>> StateStore::lastWindow(Session& session, std::string_view jobId,
                                                        std::stop_token stop) const
{
    std::optional<std::int64_t> before;
    do {
        auto rows = page(session, jobId, before, 100, stop);
        if (!rows)
            return rows.error();
        for (auto& row : rows->rows) {
            if (row.kind == "window")
                return std::optional<LedgerRow>(std::move(row));
        }
        before = rows->next;
    } while (before);
    return std::optional<LedgerRow>{};
}

Result<void> StateStore::insert(Session& session, const LedgerRow& row, std::stop_token stop) const
{
    const auto inserted = session.run(m_sql.insertLedger(ledgerValues(row)), std::move(stop));
    if (!inserted)
        return inserted.error();
    if (inserted->affected() != 1)
        return Error{ErrorCode::Internal, "the ledger row was not written", {}, Side::Target};
    return {};
}

} // namespace tidegate
