// SPDX-License-Identifier: Apache-2.0
#include "agent/history/overview.h"

#include "agent/history/heatstrip.h"
#include "job/jobschedule.h"

#include <algorithm>

namespace tidegate::agent {

namespace {

using nlohmann::json;
using namespace std::chrono_literals;

/// Days before, from which the usual amount is taken; fewer than `fewestDays` say nothing.
constexpr int usualDays = 14;
constexpr std::size_t fewestDays = 3;
/// So that a page fits a line of the protocol.
constexpr std::size_t mostBytes = 800'000;

template <typename Map>
auto* find(Map& map, const std::string& job)
{
    const auto found = map.find(job);
    return found == map.end() ? nullptr : &found->second;
}

using Page = std::vector<const PoolFile<JobDefinition>*>;

class Overview
{
public:
    Overview(History& history, const OverviewRequest& request)
        : m_history(history), m_request(request), m_now(history.store.now()),
          m_cell(std::chrono::seconds(std::chrono::hours(request.hours)) / request.cells)
    {
        const auto begun = m_now.time_since_epoch() / m_cell * m_cell; // the last cell is the one that has begun
        m_from = TimePoint(std::chrono::duration_cast<std::chrono::milliseconds>(begun - m_cell * (request.cells - 1)));
    }

    /// What the answer needs of these jobs, whose number bounds the work.
    Result<void> load(const JobRange& jobs)
    {
        const Place& place = m_request.place;
        const auto day = m_now - m_from;
        return take(m_runs, m_history.runs.since(place, m_from, jobs)) &&
                       take(m_last, m_history.runs.last(place, jobs)) &&
                       take(m_applied, m_history.runs.lastApplied(place, jobs)) &&
                       take(m_attempts, m_history.runs.failedInARow(place, jobs)) &&
                       take(m_usual, m_history.runs.rowsBefore(place, m_from, day, usualDays, jobs)) &&
                       take(m_due, m_history.fires.dueSince(place, m_from, jobs)) &&
                       take(m_elsewhere, m_history.ledger.runs(place, m_from, m_runs, jobs)) &&
                       take(m_verified, m_history.verifications.last(place)) &&
                       take(m_since, m_history.schedules.enabledSince(place)) &&
                       take(m_paused, m_history.schedules.paused(place)) &&
                       take(m_plans, m_history.fires.plans(place)) && take(m_known, m_history.watches.since(m_from)) &&
                       take(m_reading, m_history.ledger.reading(place))
                   ? Result<void>()
                   : *std::move(m_error);
    }

    /// `more`: there are jobs behind this page.
    json read(const Page& page, bool more)
    {
        json answer = {{"asOf", isoTime(m_now)},
                       {"from", isoTime(m_from)},
                       {"secondsPerCell", m_cell.count()},
                       {"kept", m_history.store.isKept()},
                       {"ledger", nullptr},
                       {"jobs", json::array()},
                       {"next", nullptr}};
        if (m_reading) {
            m_known.push_back({m_reading->since, m_reading->at});
            answer["ledger"] = {{"asOf", m_reading->at == TimePoint{} ? json(nullptr) : json(isoTime(m_reading->at))},
                                {"error", m_reading->error.empty() ? json(nullptr) : json(m_reading->error)}};
        }
        std::size_t bytes = 0;
        for (auto file = page.begin(); file != page.end() && bytes < mostBytes; ++file) {
            answer["jobs"].push_back(describe(**file));
            bytes += answer["jobs"].back().dump(-1, ' ', false, json::error_handler_t::replace).size();
        }
        if (!page.empty() && (more || answer["jobs"].size() < page.size()))
            answer["next"] = answer["jobs"].back().at("job");
        return answer;
    }

private:
    template <typename T>
    bool take(T& into, Result<T> from)
    {
        const bool there = from.has_value();
        if (there)
            into = *std::move(from);
        else
            m_error = from.error();
        return there;
    }

    json describe(const PoolFile<JobDefinition>& file)
    {
        const auto schedule = file.definition ? jobSchedule(*file.definition) : std::nullopt;
        const bool fires =
            schedule && m_since && !schedule->paused && m_paused.count(file.name) == 0 && m_paused.count("") == 0;
        StripFacts facts{{}, {}, m_known};
        for (auto* runs : {find(m_runs, file.name), find(m_elsewhere, file.name)}) {
            if (runs != nullptr)
                facts.runs.insert(facts.runs.end(), runs->begin(), runs->end());
        }
        if (const auto* due = find(m_due, file.name))
            facts.planned = *due;
        if (const auto* plan = find(m_plans, file.name); plan != nullptr && fires)
            addUndecided(facts.planned, *schedule, plan->upTo);
        json job = {{"job", file.name}, {"cells", json::array()}, {"next", nullptr}};
        for (const StripCell& cell : heatStrip(facts, m_now, m_from, m_cell, m_request.cells))
            job["cells"].push_back({{"state", cell.state}, {"rows", cell.rows}});
        if (fires) {
            if (const auto next = schedule->times.next(std::chrono::floor<std::chrono::seconds>(m_now)))
                job["next"] = isoSeconds(*next);
        }
        addAmounts(job, facts, file.name);
        addState(job, file);
        return job;
    }

    /// What the scheduler has not come to yet.
    void addUndecided(std::vector<TimePoint>& planned, const JobSchedule& schedule, TimePoint upTo) const
    {
        const auto begin = std::chrono::floor<std::chrono::seconds>(std::max(upTo, m_from - 1s));
        for (const auto due : schedule.times.between(begin, std::chrono::floor<std::chrono::seconds>(m_now), 10'000))
            planned.emplace_back(due);
    }

    void addAmounts(json& job, const StripFacts& facts, const std::string& name)
    {
        std::int64_t rows = 0;
        std::int64_t quarantined = 0;
        for (const PastRun& run : facts.runs) {
            rows += run.hasFailed() ? 0 : run.rows.inserted;
            quarantined += run.hasFailed() ? 0 : run.rows.quarantined;
        }
        job["rows24h"] = rows;
        job["quarantined"] = quarantined;
        job["usualLow"] = nullptr;
        job["usualHigh"] = nullptr;
        auto* days = find(m_usual, name);
        if (days == nullptr || days->size() < fewestDays)
            return;
        std::sort(days->begin(), days->end());
        const std::size_t outliers = days->size() >= 7 ? 1 : 0;
        job["usualLow"] = (*days)[outliers];
        job["usualHigh"] = (*days)[days->size() - 1 - outliers];
    }

    void addState(json& job, const PoolFile<JobDefinition>& file)
    {
        const auto* last = find(m_last, file.name);
        const auto* elsewhere = find(m_elsewhere, file.name);
        if (elsewhere != nullptr && (last == nullptr || elsewhere->back().endedAt > last->startedAt))
            last = &elsewhere->back();
        const auto* attempts = find(m_attempts, file.name);
        const auto* verified = find(m_verified, file.name);
        job["lastRun"] = last != nullptr ? toJson(*last) : json(nullptr);
        job["attempts"] = attempts != nullptr && last != nullptr && last->id != 0 ? *attempts : 0;
        job["verification"] = verified != nullptr ? *verified : json(nullptr);
        job["delaySeconds"] = nullptr;
        if (!file.definition || !file.definition->watermark)
            return;
        const auto* applied = find(m_applied, file.name);
        std::optional<TimePoint> newest;
        for (const PastRun* run : {applied, elsewhere != nullptr ? &elsewhere->back() : nullptr}) {
            const auto hi = run != nullptr && run->hi ? parseTime(*run->hi, file.definition->watermark->zone)
                                                      : std::optional<TimePoint>();
            newest = std::max(newest, hi);
        }
        if (newest)
            job["delaySeconds"] = std::chrono::duration<double>(m_now - *newest).count();
    }

    History& m_history;
    const OverviewRequest& m_request;
    const TimePoint m_now;
    const std::chrono::seconds m_cell;
    TimePoint m_from;
    std::optional<Error> m_error;
    std::map<std::string, std::vector<PastRun>> m_runs;
    std::map<std::string, PastRun> m_last;
    std::map<std::string, PastRun> m_applied;
    std::map<std::string, int> m_attempts;
    std::map<std::string, std::vector<std::int64_t>> m_usual;
    std::map<std::string, json> m_verified;
    std::optional<TimePoint> m_since;
    std::set<std::string> m_paused;
    std::map<std::string, FirePlan> m_plans;
    std::map<std::string, std::vector<TimePoint>> m_due;
    std::vector<Stretch> m_known;
    std::optional<LedgerReading> m_reading;
    std::map<std::string, std::vector<PastRun>> m_elsewhere; ///< known from the ledger alone
};

} // namespace

Result<json> readOverview(History& history, const Pool& pool, const OverviewRequest& request)
{
    Page page;
    bool more = false;
    for (const auto& file : pool.jobs) { // in the order of their names
        if (file.name <= request.after)
            continue;
        more = page.size() >= static_cast<std::size_t>(request.limit);
        if (more)
            break;
        page.push_back(&file);
    }
    Overview overview(history, request);
    const JobRange jobs = page.empty() ? JobRange() : JobRange{page.front()->name, page.back()->name};
    if (auto loaded = overview.load(jobs); !loaded)
        return loaded.error();
    return overview.read(page, more);
}

} // namespace tidegate::agent
