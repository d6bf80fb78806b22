// SPDX-License-Identifier: Apache-2.0
#include "agent/history/ledgercache.h"

#include "base/pause.h"

#include <algorithm>
#include <limits>
#include <map>

namespace tidegate::agent {

namespace {

using namespace std::chrono_literals;

constexpr auto freshFor = 1min;
/// The target's clock may be behind ours, and rows become visible when they are committed.
constexpr auto readAgain = 10min;
constexpr auto firstReading = 25h;
/// Between the clocks of agent and target, where rows of a full load are matched by time alone.
constexpr auto clockSlack = 2s;

bool appliedBy(const PastRun& run, const PastRun& row)
{
    if (run.state != "applied")
        return false;
    if (row.hi && run.hi && *row.hi == *run.hi)
        return true;
    return row.endedAt >= run.startedAt - clockSlack &&
           row.endedAt <= run.endedAt.value_or(row.endedAt.value()) + clockSlack;
}

PastRun rowAsRun(const SqlRow& row)
{
    PastRun run;
    run.job = row.text(0);
    run.state = "applied";
    run.lo = row.textOrNull(1);
    run.hi = row.textOrNull(2);
    run.rows = {row.integer(3), row.integer(4), row.integer(5), row.integer(6), row.integer(7), row.integer(8)};
    run.startedAt = fromMillis(row.integer(9));
    run.endedAt = run.startedAt;
    run.trigger = "elsewhere";
    return run;
}

} // namespace

LedgerCache::~LedgerCache()
{
    std::map<Place, std::jthread> readers;
    {
        const std::lock_guard lock(m_mutex);
        readers.swap(m_readers);
    }
    for (auto& [place, thread] : readers)
        thread.request_stop();
}

void LedgerCache::refresh(const Place& place)
{
    const std::lock_guard lock(m_mutex);
    const TimePoint now = m_store.now();
    const auto asked = m_askedAt.find(place);
    if (asked != m_askedAt.end() && now - asked->second < freshFor)
        return;
    m_askedAt[place] = now;
    // The one before has ended: its patience is much shorter than a minute. Else it is stopped and waited for.
    m_readers.insert_or_assign(place,
                               std::jthread([this, place](const std::stop_token& stop) { readNow(place, stop); }));
}

void LedgerCache::readNow(const Place& place, const std::stop_token& stop)
{
    std::stop_source late;
    const std::stop_callback forwarded(stop, [&late] { late.request_stop(); });
    const std::jthread watchdog([&late](const std::stop_token& done) {
        if (pauseFor(patience, done))
            late.request_stop();
    });
    const auto before = reading(place);
    LedgerReading now{m_store.now() - firstReading, m_store.now(), {}};
    TimePoint from = now.since;
    if (before && *before && (*before)->at - readAgain > from) {
        from = (*before)->at - readAgain;
        now.since = (*before)->since;
    }
    const auto rows = m_reader(place, from, late.get_token());
    if (rows)
        return m_store.note(keep(place, *rows, now));
    if (before && *before)
        now = **before;
    else
        now.at = now.since = TimePoint{};
    now.error = rows.error().message;
    m_store.note(keepReading(place, now));
}

Result<void> LedgerCache::keep(const Place& place, const std::vector<LedgerRow>& rows, const LedgerReading& reading)
{
    auto& database = m_store.database();
    std::map<std::string, std::int64_t> series;
    for (const LedgerRow& row : rows) {
        const auto known = m_store.series(place, row.jobId);
        if (!known)
            return known.error();
        series[row.jobId] = *known;
    }
    return database.transaction([&]() -> Result<void> {
        for (const LedgerRow& row : rows) {
            const auto applied = parseTime(row.appliedAt);
            if (!applied)
                continue;
            const auto kept = database.change(
                "insert or replace into ledger values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                {series[row.jobId], row.seq, row.kind, sqlText(row.lo), sqlText(row.hi), row.rowsRead, row.rowsInserted,
                 row.rowsDeleted, row.rowsUnchanged, row.rowsSuperseded, row.rowsQuarantined, millis(*applied)});
            if (!kept)
                return kept.error();
        }
        return keepReading(place, reading);
    });
}

Result<void> LedgerCache::keepReading(const Place& place, const LedgerReading& reading)
{
    const auto kept = m_store.database().change(
        "insert or replace into ledger_reading(pool, environment, since, at, error)"
        " values (?1, ?2, ?3, ?4, nullif(?5, ''))",
        {place.pool, place.environment, millis(reading.since), millis(reading.at), reading.error});
    return kept ? Result<void>() : kept.error();
}

Result<std::optional<LedgerReading>> LedgerCache::reading(const Place& place)
{
    const auto rows =
        m_store.database().query("select since, at, error from ledger_reading where pool = ?1 and environment = ?2",
                                 {place.pool, place.environment});
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<LedgerReading>();
    const SqlRow& row = rows->front();
    return std::optional(LedgerReading{fromMillis(row.integer(0)), fromMillis(row.integer(1)), row.text(2)});
}

Result<std::map<std::string, std::vector<PastRun>>>
LedgerCache::runs(const Place& place, TimePoint from, const std::map<std::string, std::vector<PastRun>>& known,
                  const JobRange& jobs)
{
    const auto rows = m_store.database().query(
        "select job, lo, hi, rows_read, rows_inserted, rows_deleted, rows_unchanged, rows_superseded, rows_quarantined,"
        " applied_at from series join ledger on series.id = series where pool = ?1 and environment = ?2 and job"
        " between ?4 and ?5 and applied_at >= ?3 and kind not in ('adopt', 'undo') order by applied_at",
        {place.pool, place.environment, millis(from), jobs.first, jobs.last});
    if (!rows)
        return rows.error();
    std::map<std::string, std::vector<PastRun>> found;
    for (const SqlRow& row : *rows) {
        PastRun run = rowAsRun(row);
        const auto own = known.find(run.job);
        const bool ours =
            own != known.end() && std::any_of(own->second.begin(), own->second.end(),
                                              [&run](const PastRun& each) { return appliedBy(each, run); });
        if (!ours)
            found[run.job].push_back(std::move(run));
    }
    return found;
}

} // namespace tidegate::agent
