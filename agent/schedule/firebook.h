// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/historystore.h"

#include <vector>

namespace tidegate::agent {

/// What became of a time at which a job was due.
enum class FireState {
    Waiting, ///< decided, its run has not begun
    Started,
    Done,    ///< its run has ended, however
    Missed,  ///< the agent was not there, and the job's policy made no run of it
    Overlap, ///< skipped: the run before was still under way
};
std::string_view toString(FireState state);

/// Up to when a job's schedule has been looked at, and by which line.
struct FirePlan
{
    std::string cron;
    std::string zone;
    TimePoint upTo;
};

struct Fire
{
    Place place;
    std::string job;
    std::int64_t series = 0;
    TimePoint due;
    std::string owner;
    FireState state = FireState::Waiting;
    int tries = 0; ///< how often it was taken over from an agent that had ended
};

/// The decisions of schedulers, written before anything is started: what a killed agent had decided is found by the
/// next one. Of several agents, one gets a fire. Any thread.
class FireBook
{
public:
    explicit FireBook(HistoryStore& store) : m_store(store) {}

    /// Per job.
    Result<std::map<std::string, FirePlan>> plans(const Place& place);
    Result<void> setPlan(std::int64_t series, const FirePlan& plan);

    /// False where this fire was decided before, here or by another agent.
    Result<bool> decide(std::int64_t series, TimePoint due, FireState state);
    Result<void> setState(std::int64_t series, TimePoint due, FireState state);
    /// Waiting or started fires of agents that have ended.
    Result<std::vector<Fire>> orphans();
    /// Takes an orphan over into a new state; false where another agent was quicker.
    Result<bool> takeOver(const Fire& orphan, FireState state);

    /// The newest fire of each job.
    Result<std::map<std::string, Fire>> last(const Place& place);
    /// How often each job was due since then and did not run.
    Result<std::map<std::string, int>> skippedSince(const Place& place, TimePoint from);
    /// When each job was due since then.
    Result<std::map<std::string, std::vector<TimePoint>>> dueSince(const Place& place, TimePoint from,
                                                                   const JobRange& jobs);
    /// When each job was due since then, with what became of it.
    Result<std::map<std::string, std::vector<Fire>>> since(const Place& place, TimePoint from);

private:
    Result<std::vector<Fire>> read(const std::string& condition, const SqlValues& values);

    HistoryStore& m_store;
};

} // namespace tidegate::agent
