// SPDX-License-Identifier: Apache-2.0
#include "agent/agent.h"
#include "childprocess.h"
#include "client.h"
#include "memory.h"
#include "serverfixture.h"

#include "rpc/pipetransport.h"

#include <doctest/doctest.h>

#include <csignal>

using namespace tidegate;
using namespace tidegate::test;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

struct ScheduledFixture : ServerFixture
{
    ScheduledFixture()
    {
        pool.write(PoolFolder::jobFile,
                   pool.read(PoolFolder::jobFile) + "schedule: { cron: \"0 * * * *\", zone: UTC, missed: run_once }\n");
    }

    [[nodiscard]] json place() const { return {{"pool", root()}, {"environment", ""}}; }

    /// Runs of the history, newest first.
    json runs(Client& client) const
    {
        const auto answer = client.call("history.runs", place());
        REQUIRE(answer);
        return answer->at("runs");
    }
};

/// A real agent that keeps its state in a folder.
struct StatefulAgent
{
    StatefulAgent(const Folder& state, const std::string& pool)
        : process({"/usr/bin/env", "XDG_STATE_HOME=" + state.path().string(), builtProgram("tidegated"), "--schedule",
                   pool}),
          client(process.transport())
    {
        client.start();
        REQUIRE(client.greet());
        REQUIRE(client.call("run.subscribe", {{"since", 0}}));
    }

    ChildProcess process;
    Client client;
};

/// What an agent leaves that looked at the pool two hours ago and then ended.
void leavePlan(const Folder& state, const std::string& pool)
{
    TextLog log;
    FakeClock clock(agent::isoTime(agent::systemNow() - 2h));
    std::filesystem::create_directory(state.path() / "tidegate");
    agent::History history(state.path() / "tidegate", clock.function(), log.logger);
    agent::RunHub hub(agent::runRequest, log.logger);
    agent::Scheduler scheduler(history, hub, log.logger);
    history.schedules.enableHere({pool, ""});
    scheduler.step();
}

} // namespace

TEST_CASE("a scheduled job fires, moves its rows, and shows in the history with its delay")
{
    ScheduledFixture fixture;
    FakeClock clock("2024-05-01T09:59:00Z");
    agent::Agent daemon(
        agent::runRequest, [] {}, {}, clock.function());
    auto [near, far] = rpc::makePipe();
    daemon.serve(std::move(far));
    Client client(std::move(near));
    client.start();
    REQUIRE(client.greet());
    REQUIRE(client.call("run.subscribe", {{"since", 0}}));
    REQUIRE(client.call("schedule.enable", fixture.place()));
    daemon.scheduler().step();
    clock.set("2024-05-01T10:00:00Z");
    daemon.scheduler().step();
    const json finished = client.waitForEvent("run.finished");
    REQUIRE_FALSE(finished.is_null());
    CHECK(finished.at("state") == "applied");
    CHECK(fixture.ends.target("select count(*) from %.item") == "1000");
    CHECK(fixture.appliedWindows() == "1");
    const json runs = fixture.runs(client);
    REQUIRE(runs.size() == 1);
    CHECK(runs.at(0).at("trigger") == "schedule");
    CHECK(runs.at(0).at("rows").at("inserted") == 1000);
    CHECK(runs.at(0).at("bytes") > 0);
    const json list = client.call("schedule.list", fixture.place()).value();
    CHECK(list.at("jobs").at(0).at("last").at("state") == "done");
    const json job = client.call("history.overview", fixture.place())->at("jobs").at(0);
    CHECK(job.at("cells").back().at("state") == "ran");
    CHECK(job.at("cells").back().at("rows") == 1000);
    CHECK(job.at("next") == "2024-05-01T11:00:00Z");
    CHECK(job.at("delaySeconds").is_number());
}

TEST_CASE("runs of other processes are found in the target's ledger")
{
    ScheduledFixture fixture;
    agent::Agent other(agent::runRequest, [] {});
    agent::Agent daemon(agent::runRequest, [] {});
    auto [near, far] = rpc::makePipe();
    other.serve(std::move(far));
    Client client(std::move(near));
    client.start();
    REQUIRE(client.greet());
    REQUIRE(client.call("run.subscribe", {{"since", 0}}));
    json start = fixture.place();
    start["job"] = "item";
    REQUIRE(client.call("run.start", start));
    REQUIRE_FALSE(client.waitForEvent("run.finished").is_null());
    const agent::Place place{fixture.root(), ""};
    daemon.history().ledger.readNow(place, {});
    const auto elsewhere = daemon.history().ledger.runs(place, agent::systemNow() - 1h, {});
    REQUIRE(elsewhere);
    REQUIRE(elsewhere->count("item") == 1);
    CHECK(elsewhere->at("item").at(0).rows.inserted == 1000);
    other.history().ledger.readNow(place, {});
    const auto own = other.history().runs.since(place, agent::systemNow() - 1h);
    CHECK(other.history().ledger.runs(place, agent::systemNow() - 1h, *own)->empty()); // its own run
}

TEST_CASE("kill -9 in the middle of a scheduled run: the next agent makes it up, once, and both show in the history")
{
    ScheduledFixture fixture;
    const Folder state;
    leavePlan(state, fixture.root());
    auto blocker = fixture.ends.openSource();
    fixture.ends.run(*blocker, "begin");
    fixture.ends.run(*blocker, "lock table %.item in access exclusive mode");
    {
        StatefulAgent killed(state, fixture.root());
        REQUIRE_FALSE(killed.client.waitForEvent("run.started").is_null()); // what was missed since two hours ago
        while (fixture.runs(killed.client).empty()) {
        }
        killed.process.send(SIGKILL);
        killed.process.wait();
    }
    fixture.ends.run(*blocker, "rollback");
    StatefulAgent next(state, fixture.root());
    const json finished = next.client.waitForEvent("run.finished");
    REQUIRE_FALSE(finished.is_null());
    CAPTURE(finished.dump());
    CHECK(finished.at("state") == "applied");
    CHECK(fixture.appliedWindows() == "1");
    CHECK(fixture.ends.target("select count(*) from %.item") == "1000");
    const json runs = fixture.runs(next.client);
    REQUIRE(runs.size() == 2);
    CHECK(runs.at(0).at("state") == "applied");
    CHECK(runs.at(0).at("trigger") == "schedule");
    CHECK(runs.at(1).at("state") == "failed");
    CHECK(runs.at(1).at("error").at("code") == "outcome_unknown");
    CHECK(next.client.call("shutdown"));
    CHECK(next.process.wait() == 0);
}
