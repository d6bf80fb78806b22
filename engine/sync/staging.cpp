// SPDX-License-Identifier: Apache-2.0
#include "sync/staging.h"

#include "base/bytes.h"
#include "db/statements.h"

#include <fmt/format.h>

namespace tidegate {

Staging::Staging(Session& session, const StateStore& state, const sql::JobPlan& plan)
    : m_session(session), m_state(state), m_plan(plan)
{
}

Result<void> Staging::prepare(const TextSink& log, std::stop_token stop)
{
    const auto found = m_session.run(m_state.sql().staging(m_plan), stop);
    if (!found)
        return found.error();
    const bool present = !found->empty();
    const bool same = present && found->text(0, 1) == sql::stagingDefinition(m_plan);
    if (same) {
        const auto bytes = found->integer(0, 2);
        if (bytes > 0)
            log(fmt::format("{} holds {} that an earlier run left", m_plan.stagingTable,
                            bytesToString(static_cast<std::uint64_t>(bytes))));
        return bytes > 0 ? empty(log, std::move(stop)) : Result<void>{};
    }
    if (present) {
        log(fmt::format("{} is made again: its columns changed", m_plan.stagingTable));
        const auto drop = sql::dropStagingSql(m_plan);
        if (!drop)
            return drop.error();
        if (auto dropped = runInTransaction(m_session, *drop, stop); !dropped)
            return dropped;
    }
    const auto create = sql::createStagingSql(m_plan);
    if (!create)
        return create.error();
    return runInTransaction(m_session, *create, std::move(stop));
}

Result<void> Staging::empty(const TextSink& log, std::stop_token stop)
{
    const auto statements = sql::emptyStagingSql(m_plan);
    if (!statements)
        return statements.error();
    auto emptied = runInTransaction(m_session, *statements, std::move(stop));
    if (!emptied && emptied.error().detail("sqlstate") == "55P03") {
        log(fmt::format("{} is in use by another session and was not emptied", m_plan.stagingTable));
        return {};
    }
    return emptied;
}

Result<std::int64_t> Staging::rowsOf(std::int64_t attempt, std::stop_token stop)
{
    const auto rows = m_session.run(m_state.sql().manifest(m_plan.stagingTable, attempt), std::move(stop));
    if (!rows)
        return rows.error();
    std::int64_t total = 0;
    for (int row = 0; row < rows->size(); ++row)
        total += rows->integer(row, 1);
    return total;
}

} // namespace tidegate
