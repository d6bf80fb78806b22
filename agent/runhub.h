// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/metricssampler.h"
#include "agent/runlistener.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace tidegate::agent {

/// Owns the runs of this agent: a thread each, their records, and the streams that tell of them. Thread-safe.
class RunHub
{
public:
    /// What a run's thread does; the engine's runJob() in the agent, something quick in tests.
    using Engine = std::function<RunSummary(const RunRequest&, RunObserver&, std::stop_token)>;

    static constexpr std::size_t maxActiveRuns = 16;
    static constexpr std::size_t maxRememberedRuns = 200;

    /// `listener` may be null, and outlives the hub.
    RunHub(Engine engine, std::shared_ptr<spdlog::logger> logger, RunListener* listener = nullptr);
    ~RunHub(); ///< asks every run to stop and waits for it

    RunHub(const RunHub&) = delete;
    RunHub& operator=(const RunHub&) = delete;

    /// The number of the new run. Busy if too many run, Cancelled once drain() was called.
    Result<std::int64_t> start(RunRequest request);
    Result<void> cancel(std::int64_t run);
    /// Whether a run of this job is under way.
    [[nodiscard]] bool isRunning(const std::string& pool, const std::string& environment, const std::string& job) const;
    /// How many runs of schedules are under way.
    [[nodiscard]] std::size_t scheduledRuns() const;
    /// Newest first.
    [[nodiscard]] nlohmann::json list() const;

    /// The end of the agent: nothing new starts, reads are cancelled, a running apply may finish until `patience` is
    /// over and is cancelled then. Returns when no run is left or after the patience.
    void drain(std::chrono::milliseconds patience);

    EventStream& events() { return m_events; }
    EventStream& metrics() { return m_metrics; }

private:
    struct Entry
    {
        std::unique_ptr<RunRecord> record;
        std::jthread thread;
    };

    void execute(RunRecord& record, const RunRequest& request, const std::stop_token& stop);
    void onPhase(std::int64_t run, RunPhase phase);
    std::vector<Entry> forgetOldest();
    [[nodiscard]] std::size_t activeRuns() const;
    void stopRuns(bool alsoApplying);
    void sampleLoop(const std::stop_token& stop);
    std::vector<std::pair<std::int64_t, RunProgress>> progressOfAll() const;

    const Engine m_engine;
    std::shared_ptr<spdlog::logger> m_logger;
    RunListener* const m_listener;
    EventStream m_events{2000};
    EventStream m_metrics{3600};

    mutable std::mutex m_mutex; ///< guards the next four
    std::condition_variable_any m_changed;
    std::map<std::int64_t, Entry> m_runs;
    std::int64_t m_lastRun = 0;
    bool m_draining = false;
    std::jthread m_sampler;
};

} // namespace tidegate::agent
