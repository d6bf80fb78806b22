// SPDX-License-Identifier: Apache-2.0
#include "agent/history/runhistory.h"

#include <algorithm>

namespace tidegate::agent {

namespace {

using nlohmann::json;

/// In the order that pastRun() reads.
const std::string columns = "run.id, series.job, run.state, started_at, ended_at, seconds, rows_read, rows_inserted, "
                            "rows_deleted, rows_unchanged, rows_superseded, rows_quarantined, bytes, lo, hi, trigger, "
                            "error";
const std::string ofPlace = " from run join series on series.id = run.series"
                            " where series.pool = ?1 and series.environment = ?2";

const std::string ofJobs = " series.pool = ?1 and series.environment = ?2 and series.job between ?3 and ?4 ";

const Error lostAgent{ErrorCode::OutcomeUnknown, "the agent ended while this run was under way",
                      "look at the ledger: it knows whether the window was applied; the next run goes on from there"};

PastRun pastRun(const SqlRow& row)
{
    PastRun run;
    run.id = row.integer(0);
    run.job = row.text(1);
    run.state = row.text(2);
    run.startedAt = fromMillis(row.integer(3));
    if (!row.isNull(4))
        run.endedAt = fromMillis(row.integer(4));
    run.seconds = row.real(5);
    run.rows = {row.integer(6), row.integer(7), row.integer(8), row.integer(9), row.integer(10), row.integer(11)};
    run.bytes = row.integer(12);
    run.lo = row.textOrNull(13);
    run.hi = row.textOrNull(14);
    run.trigger = row.text(15);
    if (!row.isNull(16))
        run.error = json::parse(row.text(16), nullptr, false);
    return run;
}

json orNull(const std::optional<std::string>& text)
{
    return text ? json(*text) : json(nullptr);
}

std::string errorText(const Error& error)
{
    return json{{"code", toString(error.code)}, {"message", error.message}, {"hint", error.hint}}.dump(
        -1, ' ', false, json::error_handler_t::replace);
}

/// What `ofJobs` binds, and more behind it.
SqlValues values(const Place& place, const JobRange& jobs, const SqlValues& more = {})
{
    SqlValues all{place.pool, place.environment, jobs.first, jobs.last};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace

bool PastRun::hasFailed() const
{
    return state == "failed" || state == "refused";
}

json toJson(const PastRun& run)
{
    return {{"id", run.id},
            {"job", run.job},
            {"state", run.state},
            {"startedAt", isoTime(run.startedAt)},
            {"endedAt", run.endedAt ? json(isoTime(*run.endedAt)) : json(nullptr)},
            {"seconds", run.seconds},
            {"rows", toJson(run.rows)},
            {"bytes", run.bytes},
            {"lo", orNull(run.lo)},
            {"hi", orNull(run.hi)},
            {"trigger", run.trigger},
            {"error", run.error}};
}

Result<std::int64_t> RunHistory::begin(std::int64_t number, const RunRequest& request)
{
    const auto series = m_store.series({request.pool, request.environment}, request.job);
    if (!series)
        return series.error();
    std::int64_t id = 0;
    const auto due = request.due == 0 ? SqlValue() : SqlValue(request.due);
    const auto written = m_store.database().transaction([&]() -> Result<void> {
        const auto inserted = m_store.database().insert(
            "insert into run(series, owner, number, trigger, due, state, started_at) values (?1, ?2, ?3, ?4, ?5, "
            "'running', ?6)",
            {*series, m_store.owner().name(), number, request.trigger, due, millis(m_store.now())});
        if (!inserted)
            return inserted.error();
        id = *inserted;
        if (request.due == 0)
            return {};
        const auto fired = m_store.database().change("update fire set state = 'started' where series = ?1 and due = ?2",
                                                     {*series, request.due});
        return fired ? Result<void>() : fired.error();
    });
    return written ? Result<std::int64_t>(id) : written.error();
}

Result<void> RunHistory::end(std::int64_t id, const RunSummary& summary, const RunTrace& trace)
{
    auto& database = m_store.database();
    const std::optional<std::string> hi = summary.window ? std::optional(summary.window->hi) : std::nullopt;
    const std::optional<std::string> error = summary.error ? std::optional(errorText(*summary.error)) : std::nullopt;
    const RowCounts& rows = summary.rows;
    return database.transaction([&]() -> Result<void> {
        const auto ended = database.change(
            "update run set state = ?2, ended_at = ?3, seconds = ?4, rows_read = ?5, rows_inserted = ?6, rows_deleted "
            "= "
            "?7, rows_unchanged = ?8, rows_superseded = ?9, rows_quarantined = ?10, bytes = ?11, lo = ?12, hi = ?13, "
            "error = ?14 where id = ?1",
            {id, std::string(toString(summary.state)), millis(m_store.now()), summary.seconds, rows.read, rows.inserted,
             rows.deleted, rows.unchanged, rows.superseded, rows.quarantined, trace.bytes, sqlText(trace.lo),
             sqlText(hi), sqlText(error)});
        if (!ended)
            return ended.error();
        const auto fired = database.change("update fire set state = 'done' where state = 'started' and (series, due) in"
                                           " (select series, due from run where id = ?1)",
                                           {id});
        return fired ? Result<void>() : fired.error();
    });
}

Result<void> RunHistory::closeOrphans()
{
    const auto owners = m_store.database().query("select distinct owner from run where ended_at is null");
    if (!owners)
        return owners.error();
    for (const SqlRow& row : *owners) {
        if (!m_store.owner().hasEnded(row.text(0)))
            continue;
        const auto closed =
            m_store.database().change("update run set state = 'failed', ended_at = started_at, error = ?2"
                                      " where owner = ?1 and ended_at is null",
                                      {row.text(0), errorText(lostAgent)});
        if (!closed)
            return closed.error();
    }
    return {};
}

Result<RunPage> RunHistory::page(const Place& place, const std::string& job, std::optional<std::int64_t> before,
                                 int limit)
{
    const auto rows = m_store.database().query(
        "select " + columns + ofPlace +
            " and (?3 = '' or series.job = ?3) and (?4 is null or run.id < ?4) order by run.id desc limit ?5",
        {place.pool, place.environment, job, sqlInteger(before), std::int64_t{limit} + 1});
    if (!rows)
        return rows.error();
    RunPage page;
    for (const SqlRow& row : *rows)
        page.runs.push_back(pastRun(row));
    if (page.runs.size() > static_cast<std::size_t>(limit)) {
        page.runs.pop_back();
        page.next = page.runs.back().id;
    }
    return page;
}

Result<std::map<std::string, std::vector<PastRun>>> RunHistory::since(const Place& place, TimePoint from,
                                                                      const JobRange& jobs)
{
    const std::string what = "select series.job, state, started_at, ended_at, rows_inserted, rows_quarantined, hi"
                             " from series join run on run.series = series.id where" +
                             ofJobs;
    const auto rows = m_store.database().query(what + "and ended_at >= ?5 union all " + what + "and ended_at is null",
                                               values(place, jobs, {millis(from)}));
    if (!rows)
        return rows.error();
    std::map<std::string, std::vector<PastRun>> runs;
    for (const SqlRow& row : *rows) {
        PastRun run;
        run.job = row.text(0);
        run.state = row.text(1);
        run.startedAt = fromMillis(row.integer(2));
        if (!row.isNull(3))
            run.endedAt = fromMillis(row.integer(3));
        run.rows.inserted = row.integer(4);
        run.rows.quarantined = row.integer(5);
        run.hi = row.textOrNull(6);
        runs[run.job].push_back(std::move(run));
    }
    return runs;
}

Result<std::map<std::string, PastRun>> RunHistory::newest(const Place& place, const JobRange& jobs,
                                                          const std::string& condition)
{
    // One look from the end of an index for each job, however long its history is.
    const auto rows = m_store.database().query(
        "select " + columns +
            " from series join run on run.id = (select max(id) from run as newest where newest.series = series.id" +
            condition + ") where" + ofJobs,
        values(place, jobs));
    if (!rows)
        return rows.error();
    std::map<std::string, PastRun> runs;
    for (const SqlRow& row : *rows)
        runs.emplace(row.text(1), pastRun(row));
    return runs;
}

Result<std::map<std::string, PastRun>> RunHistory::last(const Place& place, const JobRange& jobs)
{
    return newest(place, jobs, "");
}

Result<std::map<std::string, PastRun>> RunHistory::lastApplied(const Place& place, const JobRange& jobs)
{
    return newest(place, jobs, " and newest.state in ('applied', 'nothing_to_do') and newest.hi is not null");
}

Result<std::map<std::string, int>> RunHistory::failedInARow(const Place& place, const JobRange& jobs)
{
    const auto rows = m_store.database().query(
        "select series.job, count(*) from series join run on run.series = series.id and run.id > coalesce((select"
        " max(id) from run as good where good.series = series.id and good.state in ('applied', 'nothing_to_do')), 0)"
        " where" +
            ofJobs + "and run.state in ('failed', 'refused') group by series.job",
        values(place, jobs));
    if (!rows)
        return rows.error();
    std::map<std::string, int> counts;
    for (const SqlRow& row : *rows)
        counts[row.text(0)] = static_cast<int>(row.integer(1));
    return counts;
}

Result<std::map<std::string, std::vector<std::int64_t>>> RunHistory::rowsBefore(const Place& place, TimePoint until,
                                                                                std::chrono::milliseconds length,
                                                                                int count, const JobRange& jobs)
{
    const auto rows = m_store.database().query(
        "select series.job, (?5 - ended_at) / ?6 as stretch, sum(rows_inserted) from series join run on run.series ="
        " series.id where" +
            ofJobs + "and ended_at <= ?5 and ended_at > ?5 - ?6 * ?7 group by series.job, stretch",
        values(place, jobs, {millis(until), std::int64_t{length.count()}, std::int64_t{count}}));
    if (!rows)
        return rows.error();
    std::map<std::string, std::vector<std::int64_t>> sums;
    for (const SqlRow& row : *rows) {
        auto& job = sums[row.text(0)];
        job.resize(static_cast<std::size_t>(row.integer(1)), 0); // stretches without a run
        job.push_back(row.integer(2));
    }
    return sums;
}

} // namespace tidegate::agent
