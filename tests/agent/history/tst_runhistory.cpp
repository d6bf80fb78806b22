// SPDX-License-Identifier: Apache-2.0
#include "memory.h"

#include <doctest/doctest.h>

using namespace tidegate;
using namespace tidegate::agent;
using namespace tidegate::test;
using namespace std::chrono_literals;

namespace {

struct Memory
{
    TextLog log;
    FakeClock clock;
    History history{{}, clock.function(), log.logger};
};

} // namespace

TEST_CASE("a run is there while it runs, and with its figures and its error afterwards")
{
    Memory memory;
    const RunRequest request{place.pool, place.environment, "item", {}};
    memory.history.recorder.onStart(1, request);
    CHECK(memory.history.runs.page(place, "item", {}, 10)->runs.at(0).state == "running");
    memory.clock.advance(90s);
    RunSummary summary;
    summary.state = RunState::Failed;
    summary.rows = {10, 1, 2, 3, 4, 5};
    summary.seconds = 90;
    summary.window = WindowBounds{"b", "c", {}};
    summary.error = Error{ErrorCode::ConnectionLost, "it broke", "run again"};
    memory.history.recorder.onEnd(1, request, summary, {"a", 4096});
    const nlohmann::json run = toJson(memory.history.runs.page(place, "item", {}, 10)->runs.at(0));
    CHECK(run.at("state") == "failed");
    CHECK(run.at("startedAt") == "2024-05-01T10:00:00.000Z");
    CHECK(run.at("endedAt") == "2024-05-01T10:01:30.000Z");
    CHECK(run.at("rows").at("quarantined") == 5);
    CHECK(run.at("bytes") == 4096);
    CHECK(run.at("lo") == "a"); // of the first window
    CHECK(run.at("hi") == "c"); // of the last
    CHECK(run.at("trigger") == "manual");
    CHECK(run.at("error").at("code") == "connection_lost");
    CHECK(run.at("error").at("hint") == "run again");
}

TEST_CASE("a dry run leaves no trace")
{
    Memory memory;
    RunRequest request{place.pool, place.environment, "item", {}};
    request.options.dryRun = true;
    memory.history.recorder.onStart(1, request);
    memory.history.recorder.onEnd(1, request, {}, {});
    CHECK(memory.history.runs.page(place, "", {}, 10)->runs.empty());
}

TEST_CASE("runs come in pages, newest first, of one job or of all, of this place only")
{
    Memory memory;
    for (int i = 1; i <= 5; ++i)
        recordRun(memory.history, memory.clock, i % 2 == 0 ? "even" : "odd", RunState::Applied, i);
    const auto first = memory.history.runs.page(place, "", {}, 3);
    REQUIRE(first->runs.size() == 3);
    CHECK(first->runs.front().rows.inserted == 5);
    REQUIRE(first->next);
    const auto second = memory.history.runs.page(place, "", first->next, 3);
    REQUIRE(second->runs.size() == 2);
    CHECK(second->runs.back().rows.inserted == 1);
    CHECK_FALSE(second->next);
    CHECK(memory.history.runs.page(place, "even", {}, 10)->runs.size() == 2);
    CHECK(memory.history.runs.page({place.pool, "acme-test"}, "", {}, 10)->runs.empty());
}

TEST_CASE("failures in a row end with a success")
{
    Memory memory;
    recordRun(memory.history, memory.clock, "item", RunState::Failed, 0);
    recordRun(memory.history, memory.clock, "item", RunState::Applied, 1);
    CHECK(memory.history.runs.failedInARow(place)->count("item") == 0);
    recordRun(memory.history, memory.clock, "item", RunState::Failed, 0);
    recordRun(memory.history, memory.clock, "item", RunState::Cancelled, 0);
    recordRun(memory.history, memory.clock, "item", RunState::Refused, 0);
    CHECK(memory.history.runs.failedInARow(place)->at("item") == 2);
}

TEST_CASE("amounts of the days before, with a zero for a day without a run")
{
    Memory memory;
    recordRun(memory.history, memory.clock, "item", RunState::Applied, 3);
    memory.clock.advance(48h);
    recordRun(memory.history, memory.clock, "item", RunState::Applied, 5);
    memory.clock.advance(1h);
    const auto sums = memory.history.runs.rowsBefore(place, memory.clock.now(), 24h, 14);
    CHECK(sums->at("item") == std::vector<std::int64_t>{5, 0, 3});
}

TEST_CASE("the run of an agent that was killed is a failed one for the next")
{
    const Folder folder;
    TextLog log;
    FakeClock clock;
    {
        History killed(folder.path(), clock.function(), log.logger);
        killed.recorder.onStart(1, {place.pool, place.environment, "item", {}});
        History other(folder.path(), clock.function(), log.logger);
        REQUIRE(other.runs.closeOrphans()); // the first one still lives
        CHECK(other.runs.page(place, "item", {}, 10)->runs.at(0).state == "running");
    }
    History next(folder.path(), clock.function(), log.logger);
    REQUIRE(next.runs.closeOrphans());
    const auto run = next.runs.page(place, "item", {}, 10)->runs.at(0);
    CHECK(run.state == "failed");
    CHECK(run.error.at("code") == "outcome_unknown");
}
