// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/schedule/scheduler.h"
#include "memory.h"
#include "poolfolder.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tidegate::test {

using namespace tidegate::agent;

/// The engine of a hub whose runs end when the test says so.
class Gate
{
public:
    RunSummary run(const RunRequest& request, const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        m_started.push_back(request.job);
        m_changed.notify_all();
        m_changed.wait(lock, stop, [this] { return m_open; });
        RunSummary summary;
        summary.state = RunState::Applied;
        return summary;
    }

    void set(bool open)
    {
        const std::lock_guard lock(m_mutex);
        m_open = open;
        m_changed.notify_all();
    }

    /// Waits until that many runs have begun; their jobs.
    std::vector<std::string> started(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::chrono::seconds(60), [&] { return m_started.size() >= count; });
        return m_started;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_open = true;
    std::vector<std::string> m_started;
};

/// One agent's memory, hub and scheduler, driven by hand.
struct Daemon
{
    Daemon(const std::filesystem::path& folder, const FakeClock& clock, TextLog& log)
        : history(folder, clock.function(), log.logger,
                  [](const Place&, TimePoint, const std::stop_token&) { return std::vector<LedgerRow>(); }),
          runs([this](const RunRequest& request, RunObserver&,
                      const std::stop_token& stop) { return gate.run(request, stop); },
               log.logger, &history.recorder),
          scheduler(history, runs, log.logger)
    {
    }

    /// Waits until no run is under way.
    void settle()
    {
        gate.set(true);
        while (runs.scheduledRuns() > 0)
            std::this_thread::yield();
    }

    Gate gate;
    History history;
    RunHub runs;
    Scheduler scheduler;
};

struct Fixture
{
    explicit Fixture(const std::string& schedule = R"({ cron: "0 * * * *", zone: UTC })")
    {
        writeJob("item", schedule);
    }

    void writeJob(const std::string& name, const std::string& schedule) const
    {
        pool.write(fmt::format("customers/acme/jobs/{}.yaml", name),
                   fmt::format("job: {0}\nsource: {{ connection: erp, table: sales.item }}\n"
                               "target: {{ connection: dw, table: ods.{0}, create: true }}\nkey: [id]\nschedule: {1}\n",
                               name, schedule));
    }

    [[nodiscard]] Place place() const { return {pool.root().string(), ""}; }

    std::unique_ptr<Daemon> start(bool enable = true)
    {
        auto daemon = std::make_unique<Daemon>(folder.path(), clock, log);
        if (enable)
            REQUIRE(daemon->history.schedules.enable(place()));
        daemon->scheduler.step();
        return daemon;
    }

    /// "10:00 done, 11:00 missed"
    std::string fires(Daemon& daemon, const std::string& job = "item") const
    {
        std::string text;
        const auto all = daemon.history.fires.since(place(), {});
        REQUIRE(all);
        if (const auto found = all->find(job); found != all->end()) {
            for (const Fire& fire : found->second)
                text += fmt::format("{}{} {}", text.empty() ? "" : ", ", isoTime(fire.due).substr(11, 5),
                                    toString(fire.state));
        }
        return text;
    }

    Folder folder;
    PoolFolder pool;
    FakeClock clock{"2024-05-01T09:58:00Z"};
    TextLog log;
};

} // namespace tidegate::test
