// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/history.h"
#include "agent/runhub.h"
#include "agent/schedule/placeplan.h"

#include <deque>
#include <thread>

namespace tidegate::agent {

/// Starts the runs of schedules that are switched on. A fire is written down before its run starts, so that an agent
/// that was killed in between is made up for by the next one, as the job's policy says. A job never overlaps itself.
class Scheduler
{
public:
    /// A fire that is later than this was missed.
    static constexpr auto onTime = std::chrono::seconds(90);
    /// So that a hundred jobs of the same minute leave room for what people start.
    static constexpr std::size_t mostRuns = 8;

    Scheduler(History& history, RunHub& runs, std::shared_ptr<spdlog::logger> logger);
    ~Scheduler();

    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    /// Starts the thread that calls step().
    void start();
    /// Nothing fires any more.
    void stop();
    /// The switches have changed: looks at once.
    void wake();

    /// Whether a run of this job waits for its turn. Any thread.
    [[nodiscard]] bool isQueued(const Place& place, const std::string& job) const;

    /// Looks once; says when to look again. Not while the thread runs.
    TimePoint step();

private:
    void loop(const std::stop_token& stop);
    void look(PlacePlan& plan, TimePoint now);
    Result<void> judge(PlacePlan& plan, const std::string& name, PlannedJob& job, TimePoint now);
    Result<void> takeOrphans(TimePoint now);
    Result<void> takeOrphan(const Fire& orphan, TimePoint now);
    void enqueue(Fire fire);
    void drainQueue();
    bool startOrSkip(const Fire& fire);
    Result<bool> mayRun(const Fire& fire);
    [[nodiscard]] bool isUnderWay(const Place& place, const std::string& job) const;
    [[nodiscard]] TimePoint nextLook(TimePoint now) const;
    void say(const Result<void>& done);

    History& m_history;
    RunHub& m_runs;
    std::shared_ptr<spdlog::logger> m_logger;
    FireBook& m_fires;
    std::map<Place, std::unique_ptr<PlacePlan>> m_plans;
    std::string m_said; ///< the last failure, so that it is said once

    mutable std::mutex m_mutex; ///< guards the next two
    std::deque<Fire> m_queue;
    bool m_woken = false;
    std::condition_variable_any m_changed;
    std::jthread m_thread;
};

} // namespace tidegate::agent
