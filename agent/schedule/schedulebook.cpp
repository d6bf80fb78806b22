// SPDX-License-Identifier: Apache-2.0
#include "agent/schedule/schedulebook.h"

namespace tidegate::agent {

namespace {

Result<void> done(const Result<std::int64_t>& changed)
{
    return changed ? Result<void>() : changed.error();
}

} // namespace

Result<void> ScheduleBook::enable(const Place& place)
{
    return done(
        m_store.database().change("insert or ignore into schedule(pool, environment, since) values (?1, ?2, ?3)",
                                  {place.pool, place.environment, millis(m_store.now())}));
}

Result<void> ScheduleBook::disable(const Place& place)
{
    {
        const std::lock_guard lock(m_mutex);
        m_here.erase(place);
    }
    auto& database = m_store.database();
    return database.transaction([&]() -> Result<void> {
        const SqlValues names{place.pool, place.environment};
        if (auto off = database.change("delete from schedule where pool = ?1 and environment = ?2", names); !off)
            return off.error();
        // Or what passes while it is off would be made up for when it is switched on again.
        return done(database.change("delete from plan where series in"
                                    " (select id from series where pool = ?1 and environment = ?2)",
                                    names));
    });
}

void ScheduleBook::enableHere(const Place& place)
{
    const std::lock_guard lock(m_mutex);
    m_here.emplace(place, m_store.now());
}

Result<std::optional<TimePoint>> ScheduleBook::enabledSince(const Place& place)
{
    const auto rows = m_store.database().query("select since from schedule where pool = ?1 and environment = ?2",
                                               {place.pool, place.environment});
    if (!rows)
        return rows.error();
    if (!rows->empty())
        return std::optional(fromMillis(rows->front().integer(0)));
    const std::lock_guard lock(m_mutex);
    const auto here = m_here.find(place);
    return here == m_here.end() ? std::optional<TimePoint>() : here->second;
}

Result<std::vector<Place>> ScheduleBook::enabled()
{
    const auto rows = m_store.database().query("select pool, environment from schedule");
    if (!rows)
        return rows.error();
    std::set<Place> places;
    for (const SqlRow& row : *rows)
        places.insert({row.text(0), row.text(1)});
    const std::lock_guard lock(m_mutex);
    for (const auto& [place, since] : m_here)
        places.insert(place);
    return std::vector<Place>(places.begin(), places.end());
}

Result<void> ScheduleBook::pause(const Place& place, const std::string& job)
{
    return done(m_store.database().change("insert or ignore into pause values (?1, ?2, ?3)",
                                          {place.pool, place.environment, job}));
}

Result<void> ScheduleBook::resume(const Place& place, const std::string& job)
{
    return done(
        m_store.database().change("delete from pause where pool = ?1 and environment = ?2 and (?3 = '' or job = ?3)",
                                  {place.pool, place.environment, job}));
}

Result<std::set<std::string>> ScheduleBook::paused(const Place& place)
{
    const auto rows = m_store.database().query("select job from pause where pool = ?1 and environment = ?2",
                                               {place.pool, place.environment});
    if (!rows)
        return rows.error();
    std::set<std::string> jobs;
    for (const SqlRow& row : *rows)
        jobs.insert(row.text(0));
    return jobs;
}

} // namespace tidegate::agent
