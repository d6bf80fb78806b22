// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/historystore.h"
#include "agent/runrecord.h"

#include <nlohmann/json.hpp>

#include <map>
#include <vector>

namespace tidegate::agent {

/// A run as the history keeps it, or an applied window that only the ledger knows.
struct PastRun
{
    std::int64_t id = 0; ///< 0: known from the ledger alone
    std::string job;
    std::string state; ///< running, or as RunState says
    TimePoint startedAt;
    std::optional<TimePoint> endedAt;
    double seconds = 0;
    RowCounts rows;
    std::int64_t bytes = 0;
    std::optional<std::string> lo;
    std::optional<std::string> hi;
    std::string trigger; ///< manual | schedule | elsewhere: by another process, known from the ledger
    nlohmann::json error;

    [[nodiscard]] bool hasFailed() const;
};

nlohmann::json toJson(const PastRun& run);

/// Newest first.
struct RunPage
{
    std::vector<PastRun> runs;
    std::optional<std::int64_t> next; ///< give it as `before`; absent: this was the last page
};

/// The runs of this agent and of those before it. Any thread.
class RunHistory
{
public:
    explicit RunHistory(HistoryStore& store) : m_store(store) {}

    /// The id of the new entry.
    Result<std::int64_t> begin(std::int64_t number, const RunRequest& request);
    Result<void> end(std::int64_t id, const RunSummary& summary, const RunTrace& trace);
    /// Runs of agents that ended without saying so become failed ones.
    Result<void> closeOrphans();

    /// `job` empty: of all jobs.
    Result<RunPage> page(const Place& place, const std::string& job, std::optional<std::int64_t> before, int limit);
    /// That have ended since then, or run; per job. Of their figures only what a strip shows: times, state, inserted
    /// and quarantined rows, hi.
    Result<std::map<std::string, std::vector<PastRun>>> since(const Place& place, TimePoint from,
                                                              const JobRange& jobs = {});
    /// The newest one of each job.
    Result<std::map<std::string, PastRun>> last(const Place& place, const JobRange& jobs = {});
    /// The newest one of each job that has applied something.
    Result<std::map<std::string, PastRun>> lastApplied(const Place& place, const JobRange& jobs = {});
    /// How many of the newest runs of each job have failed in a row.
    Result<std::map<std::string, int>> failedInARow(const Place& place, const JobRange& jobs = {});
    /// Rows inserted in the stretches of `length` that end at `until`, `until - length`, …; per job, newest first;
    /// only as far back as there are runs.
    Result<std::map<std::string, std::vector<std::int64_t>>> rowsBefore(const Place& place, TimePoint until,
                                                                        std::chrono::milliseconds length, int count,
                                                                        const JobRange& jobs = {});

private:
    Result<std::map<std::string, PastRun>> newest(const Place& place, const JobRange& jobs,
                                                  const std::string& condition);

    HistoryStore& m_store;
};

} // namespace tidegate::agent
