// SPDX-License-Identifier: Apache-2.0
#include "agent/history/watches.h"

namespace tidegate::agent {

Result<void> Watches::beat()
{
    const TimePoint now = m_store.now();
    if (now - m_beatAt < std::chrono::minutes(1))
        return {};
    m_beatAt = now;
    const auto done = m_store.database().change("insert or replace into watch(owner, since, until) values (?1, ?2, ?3)",
                                                {m_store.owner().name(), millis(m_since), millis(now)});
    return done ? Result<void>() : done.error();
}

Result<std::vector<Stretch>> Watches::since(TimePoint from)
{
    const auto rows = m_store.database().query("select since, until from watch where until >= ?1", {millis(from)});
    if (!rows)
        return rows.error();
    std::vector<Stretch> stretches{{m_since, m_store.now() + std::chrono::milliseconds(1)}};
    for (const SqlRow& row : *rows)
        stretches.push_back({fromMillis(row.integer(0)), fromMillis(row.integer(1))});
    return stretches;
}

} // namespace tidegate::agent
