// SPDX-License-Identifier: Apache-2.0
#include "scheduledagent.h"

using namespace tidegate;
using namespace tidegate::agent;
using namespace tidegate::test;
using namespace std::chrono_literals;

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
