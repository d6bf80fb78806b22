// SPDX-License-Identifier: Apache-2.0
#include "agent/schedule/scheduler.h"
#include "memory.h"
#include "poolfolder.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <condition_variable>

using namespace tidegate;
using namespace tidegate::agent;
using namespace tidegate::test;
using namespace std::chrono_literals;

namespace {

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
        m_changed.wait_for(lock, 60s, [&] { return m_started.size() >= count; });
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

} // namespace

TEST_CASE("a job runs when it is due, once, and says when to look again")
{
    Fixture fixture;
    auto daemon = fixture.start();
    CHECK(fixture.fires(*daemon).empty());
    fixture.clock.set("2024-05-01T09:59:50Z");
    CHECK(daemon->scheduler.step() == *parseTime("2024-05-01T10:00:00Z"));
    fixture.clock.set("2024-05-01T10:00:00Z");
    daemon->scheduler.step();
    CHECK(daemon->gate.started(1) == std::vector<std::string>{"item"});
    daemon->settle();
    daemon->scheduler.step();
    CHECK(fixture.fires(*daemon) == "10:00 done");
    const auto runs = daemon->history.runs.page(fixture.place(), "item", {}, 10)->runs;
    REQUIRE(runs.size() == 1);
    CHECK(runs.front().trigger == "schedule");
}

TEST_CASE("nothing fires where it was not switched on, and nothing more after it was switched off")
{
    Fixture fixture;
    auto daemon = fixture.start(false);
    fixture.clock.set("2024-05-01T10:00:00Z");
    daemon->scheduler.step();
    CHECK(fixture.fires(*daemon).empty());
    REQUIRE(daemon->history.schedules.enable(fixture.place()));
    daemon->scheduler.step();
    CHECK(fixture.fires(*daemon).empty()); // not what was due before
    REQUIRE(daemon->history.schedules.disable(fixture.place()));
    fixture.clock.set("2024-05-01T11:00:00Z");
    daemon->scheduler.step();
    CHECK(fixture.fires(*daemon).empty());
}

TEST_CASE("while a run is still under way the next time is skipped and counted")
{
    Fixture fixture;
    auto daemon = fixture.start();
    daemon->gate.set(false);
    fixture.clock.set("2024-05-01T10:00:00Z");
    daemon->scheduler.step();
    daemon->gate.started(1);
    fixture.clock.set("2024-05-01T11:00:00Z");
    daemon->scheduler.step();
    CHECK(fixture.fires(*daemon) == "10:00 started, 11:00 overlap");
    daemon->settle();
    fixture.clock.set("2024-05-01T12:00:00Z");
    daemon->scheduler.step();
    CHECK(daemon->gate.started(2).size() == 2);
    daemon->settle();
    CHECK(fixture.fires(*daemon) == "10:00 done, 11:00 overlap, 12:00 done");
}

TEST_CASE("what was missed while no agent lived: run_once makes one run of it")
{
    Fixture fixture;
    fixture.start();
    fixture.clock.set("2024-05-01T13:30:00Z");
    auto daemon = fixture.start(false);
    CHECK(daemon->gate.started(1).size() == 1);
    daemon->settle();
    CHECK(fixture.fires(*daemon) == "10:00 missed, 11:00 missed, 12:00 missed, 13:00 done");
}

TEST_CASE("what was missed while no agent lived: skip leaves it out, but not what was due a moment ago")
{
    Fixture fixture(R"({ cron: "0 * * * *", zone: UTC, missed: skip })");
    fixture.start();
    fixture.clock.set("2024-05-01T11:30:00Z");
    auto daemon = fixture.start(false);
    CHECK(fixture.fires(*daemon) == "10:00 missed, 11:00 missed");
    daemon.reset();
    fixture.clock.set("2024-05-01T12:00:30Z");
    daemon = fixture.start(false);
    daemon->gate.started(1);
    daemon->settle();
    CHECK(fixture.fires(*daemon) == "10:00 missed, 11:00 missed, 12:00 done");
}

TEST_CASE("an agent that is killed between decision and run: the next one judges by the job's policy")
{
    for (const bool skip : {false, true}) {
        CAPTURE(skip);
        Fixture fixture(fmt::format("{{ cron: \"0 * * * *\", zone: UTC, missed: {} }}", skip ? "skip" : "run_once"));
        {
            auto killed = fixture.start();
            const auto series = killed->history.store.series(fixture.place(), "item");
            fixture.clock.set("2024-05-01T10:00:00Z");
            REQUIRE(killed->history.fires.decide(*series, fixture.clock.now(), FireState::Waiting));
        }
        fixture.clock.set("2024-05-01T10:20:00Z");
        auto next = fixture.start(false);
        if (!skip)
            next->gate.started(1);
        next->settle();
        CHECK(fixture.fires(*next) == (skip ? "10:00 missed" : "10:00 done"));
    }
}

TEST_CASE("a run that an agent took with it is made up for once, and not for ever")
{
    Fixture fixture;
    auto killed = fixture.start();
    killed->gate.set(false);
    fixture.clock.set("2024-05-01T10:00:00Z");
    killed->scheduler.step();
    killed->gate.started(1);
    const auto files = fixture.folder.path();
    // As if it were killed: what it wrote is there, it says no more.
    const Folder copy;
    for (const auto& entry : std::filesystem::directory_iterator(files)) {
        if (entry.path().extension() != ".lock")
            std::filesystem::copy(entry.path(), copy.path() / entry.path().filename());
    }
    Daemon next(copy.path(), fixture.clock, fixture.log);
    REQUIRE(next.history.schedules.enable(fixture.place()));
    fixture.clock.advance(10min);
    next.scheduler.step();
    CHECK(next.gate.started(1).size() == 1);
    next.settle();
    CHECK(fixture.fires(next) == "10:00 done");
    const auto fire = next.history.fires.last(fixture.place())->at("item");
    CHECK(fire.tries == 1);
    killed->settle();
}

TEST_CASE("of two agents with one memory, one fires")
{
    Fixture fixture;
    auto first = fixture.start();
    auto second = fixture.start(false);
    fixture.clock.set("2024-05-01T10:00:00Z");
    first->scheduler.step();
    second->scheduler.step();
    first->settle();
    second->settle();
    CHECK(fixture.fires(*first) == "10:00 done");
    CHECK(first->history.runs.page(fixture.place(), "item", {}, 10)->runs.size() == 1);
}

TEST_CASE("paused: nothing fires, and nothing is made up for")
{
    Fixture fixture;
    fixture.writeJob("other", R"({ cron: "0 * * * *", zone: UTC })");
    fixture.writeJob("still", R"({ cron: "0 * * * *", zone: UTC, paused: true })");
    auto daemon = fixture.start();
    REQUIRE(daemon->history.schedules.pause(fixture.place(), "item"));
    fixture.clock.set("2024-05-01T10:00:00Z");
    daemon->scheduler.step();
    daemon->gate.started(1);
    daemon->settle();
    CHECK(fixture.fires(*daemon).empty());
    CHECK(fixture.fires(*daemon, "still").empty());
    CHECK(fixture.fires(*daemon, "other") == "10:00 done");
    REQUIRE(daemon->history.schedules.resume(fixture.place(), ""));
    fixture.clock.set("2024-05-01T10:30:00Z");
    daemon->scheduler.step();
    CHECK(fixture.fires(*daemon).empty());
    REQUIRE(daemon->history.schedules.pause(fixture.place(), ""));
    fixture.clock.set("2024-05-01T11:00:00Z");
    daemon->scheduler.step();
    CHECK(fixture.fires(*daemon, "other") == "10:00 done");
}

TEST_CASE("a changed pool is read anew: new jobs, other times, gone jobs")
{
    Fixture fixture;
    auto daemon = fixture.start();
    fixture.writeJob("item", R"({ cron: "30 * * * *", zone: UTC })");
    fixture.writeJob("new", R"({ cron: "15 * * * *", zone: UTC })");
    fixture.clock.set("2024-05-01T10:00:00Z");
    daemon->scheduler.step();
    CHECK(fixture.fires(*daemon).empty());
    fixture.clock.set("2024-05-01T10:15:00Z");
    daemon->scheduler.step();
    CHECK(daemon->gate.started(1) == std::vector<std::string>{"new"});
    daemon->settle();
    std::filesystem::remove(fixture.pool.root() / PoolFolder::jobFile);
    fixture.clock.set("2024-05-01T10:30:00Z");
    daemon->scheduler.step();
    CHECK(fixture.fires(*daemon).empty());
}

TEST_CASE("many jobs of one minute run a few at a time, and all of them")
{
    Fixture fixture;
    for (int i = 0; i < 30; ++i)
        fixture.writeJob(fmt::format("many{:02}", i), R"({ cron: "0 10 * * *", zone: UTC })");
    auto daemon = fixture.start();
    daemon->gate.set(false);
    fixture.clock.set("2024-05-01T10:00:00Z");
    daemon->scheduler.step();
    daemon->gate.started(Scheduler::mostRuns);
    CHECK(daemon->runs.scheduledRuns() == Scheduler::mostRuns);
    CHECK(daemon->scheduler.isQueued(fixture.place(), "many20"));
    for (std::size_t done = Scheduler::mostRuns; done < 31; done = daemon->gate.started(0).size()) {
        daemon->settle();
        daemon->scheduler.step();
    }
    daemon->settle();
    CHECK(fixture.fires(*daemon, "many29") == "10:00 done");
}

TEST_CASE("a pool that can't be read is said once")
{
    Fixture fixture;
    auto daemon = fixture.start();
    std::filesystem::remove(fixture.pool.root() / "pool.yaml");
    for (int i = 0; i < 3; ++i)
        daemon->scheduler.step();
    CHECK(fixture.log.count("schedule: ") == 1);
}
