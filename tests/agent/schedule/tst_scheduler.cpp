// SPDX-License-Identifier: Apache-2.0
#include "scheduledagent.h"

using namespace tidegate;
using namespace tidegate::agent;
using namespace tidegate::test;

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
