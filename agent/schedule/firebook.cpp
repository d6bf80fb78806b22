// SPDX-License-Identifier: Apache-2.0
#include "agent/schedule/firebook.h"

#include <algorithm>
#include <array>

namespace tidegate::agent {

namespace {

constexpr std::array<std::string_view, 5> stateNames{"waiting", "started", "done", "missed", "overlap"};

FireState stateFrom(std::string_view name)
{
    for (std::size_t i = 0; i < stateNames.size(); ++i) {
        if (stateNames[i] == name)
            return static_cast<FireState>(i);
    }
    return FireState::Done;
}

SqlValue text(FireState state)
{
    return std::string(toString(state));
}

Result<bool> isOne(const Result<std::int64_t>& changed)
{
    return changed ? Result<bool>(*changed == 1) : changed.error();
}

} // namespace

std::string_view toString(FireState state)
{
    return stateNames.at(static_cast<std::size_t>(state));
}

Result<std::map<std::string, FirePlan>> FireBook::plans(const Place& place)
{
    const auto rows =
        m_store.database().query("select job, cron, zone, up_to from plan join series on series.id = series"
                                 " where pool = ?1 and environment = ?2",
                                 {place.pool, place.environment});
    if (!rows)
        return rows.error();
    std::map<std::string, FirePlan> plans;
    for (const SqlRow& row : *rows)
        plans[row.text(0)] = {row.text(1), row.text(2), fromMillis(row.integer(3))};
    return plans;
}

Result<void> FireBook::setPlan(std::int64_t series, const FirePlan& plan)
{
    const auto done =
        m_store.database().change("insert or replace into plan(series, cron, zone, up_to) values (?1, ?2, ?3, ?4)",
                                  {series, plan.cron, plan.zone, millis(plan.upTo)});
    return done ? Result<void>() : done.error();
}

Result<bool> FireBook::decide(std::int64_t series, TimePoint due, FireState state)
{
    return isOne(m_store.database().change(
        "insert or ignore into fire(series, due, owner, decided_at, state, tries) values (?1, ?2, ?3, ?4, ?5, 0)",
        {series, millis(due), m_store.owner().name(), millis(m_store.now()), text(state)}));
}

Result<void> FireBook::setState(std::int64_t series, TimePoint due, FireState state)
{
    const auto done = m_store.database().change("update fire set state = ?3 where series = ?1 and due = ?2",
                                                {series, millis(due), text(state)});
    return done ? Result<void>() : done.error();
}

Result<std::vector<Fire>> FireBook::read(const std::string& condition, const SqlValues& values)
{
    const auto rows = m_store.database().query(
        "select pool, environment, job, fire.series, due, owner, state, tries from fire join series on series.id = "
        "fire.series where " +
            condition,
        values);
    if (!rows)
        return rows.error();
    std::vector<Fire> fires;
    for (const SqlRow& row : *rows)
        fires.push_back({{row.text(0), row.text(1)},
                         row.text(2),
                         row.integer(3),
                         fromMillis(row.integer(4)),
                         row.text(5),
                         stateFrom(row.text(6)),
                         static_cast<int>(row.integer(7))});
    return fires;
}

Result<std::vector<Fire>> FireBook::orphans()
{
    auto fires = read("state in ('waiting', 'started') order by due", {});
    if (fires)
        std::erase_if(fires.value(), [this](const Fire& fire) { return !m_store.owner().hasEnded(fire.owner); });
    return fires;
}

Result<bool> FireBook::takeOver(const Fire& orphan, FireState state)
{
    return isOne(m_store.database().change(
        "update fire set owner = ?3, state = ?4, tries = tries + 1 where series = ?1"
        " and due = ?2 and owner = ?5 and state = ?6",
        {orphan.series, millis(orphan.due), m_store.owner().name(), text(state), orphan.owner, text(orphan.state)}));
}

Result<std::map<std::string, Fire>> FireBook::last(const Place& place)
{
    const auto fires =
        read("pool = ?1 and environment = ?2 and (fire.series, due) in (select id, (select max(due) from "
             "fire where series = series.id) from series where pool = ?1 and environment = ?2)",
             {place.pool, place.environment});
    if (!fires)
        return fires.error();
    std::map<std::string, Fire> last;
    for (const Fire& fire : *fires)
        last[fire.job] = fire;
    return last;
}

Result<std::map<std::string, std::vector<TimePoint>>> FireBook::dueSince(const Place& place, TimePoint from,
                                                                         const JobRange& jobs)
{
    const auto rows = m_store.database().query(
        "select job, due from series join fire on fire.series = series.id where pool = ?1 and environment = ?2 and job"
        " between ?3 and ?4 and due >= ?5",
        {place.pool, place.environment, jobs.first, jobs.last, millis(from)});
    if (!rows)
        return rows.error();
    std::map<std::string, std::vector<TimePoint>> times;
    for (const SqlRow& row : *rows)
        times[row.text(0)].push_back(fromMillis(row.integer(1)));
    return times;
}

Result<std::map<std::string, int>> FireBook::skippedSince(const Place& place, TimePoint from)
{
    const auto all = since(place, from);
    if (!all)
        return all.error();
    std::map<std::string, int> counts;
    for (const auto& [job, fires] : *all) {
        const auto skipped = std::count_if(fires.begin(), fires.end(), [](const Fire& fire) {
            return fire.state == FireState::Missed || fire.state == FireState::Overlap;
        });
        counts[job] = static_cast<int>(skipped);
    }
    return counts;
}

Result<std::map<std::string, std::vector<Fire>>> FireBook::since(const Place& place, TimePoint from)
{
    const auto fires = read("pool = ?1 and environment = ?2 and due >= ?3 order by due",
                            {place.pool, place.environment, millis(from)});
    if (!fires)
        return fires.error();
    std::map<std::string, std::vector<Fire>> all;
    for (const Fire& fire : *fires)
        all[fire.job].push_back(fire);
    return all;
}

} // namespace tidegate::agent
