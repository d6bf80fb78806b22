// SPDX-License-Identifier: Apache-2.0
#include "agent/history/delaytrack.h"

#include <algorithm>

namespace tidegate::agent {

Result<DelayTrack> DelayTrack::load(HistoryStore& store, std::int64_t series, TimePoint from, TimePoint to,
                                    const std::string& zone)
{
    // With the newest one before `from`.
    const auto rows = store.database().query(
        "with applied as (select ended_at as at, hi from run where series = ?1 and hi is not null and state in"
        " ('applied', 'nothing_to_do') union all select applied_at, hi from ledger where series = ?1 and hi is not "
        "null)"
        " select at, hi from applied where at < ?3 and at >= coalesce((select max(at) from applied where at <= ?2), 0)"
        " order by at",
        {series, millis(from), millis(to)});
    if (!rows)
        return rows.error();
    DelayTrack track;
    for (const SqlRow& row : *rows) {
        if (const auto hi = parseTime(row.text(1), zone))
            track.m_steps.push_back({fromMillis(row.integer(0)), *hi});
    }
    return track;
}

std::optional<double> DelayTrack::at(TimePoint time) const
{
    const auto after = std::upper_bound(m_steps.begin(), m_steps.end(), time,
                                        [](TimePoint value, const Step& step) { return value < step.appliedAt; });
    if (after == m_steps.begin())
        return std::nullopt;
    return std::chrono::duration<double>(time - std::prev(after)->hi).count();
}

} // namespace tidegate::agent
