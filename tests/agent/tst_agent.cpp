// SPDX-License-Identifier: Apache-2.0
#include "inprocess.h"

#include <doctest/doctest.h>

using namespace tidegate;
using namespace tidegate::test;
using namespace std::chrono_literals;

TEST_CASE("the handshake tells version, process and abilities; nothing is answered before it")
{
    Both both(applied);
    CHECK(both.client.call("ping").error().code == ErrorCode::Usage);
    const auto greeting = both.client.greet();
    REQUIRE(greeting);
    CHECK(greeting->at("protocol") == 1);
    CHECK(greeting->at("agent").at("pid").get<int>() > 0);
    CHECK(greeting->at("capabilities").is_array());
    CHECK(both.client.call("ping"));
}

TEST_CASE("another protocol is refused with what both ends speak, and stays refused")
{
    Both both(applied);
    const auto greeting = both.client.greet(99);
    REQUIRE_FALSE(greeting);
    CHECK(greeting.error().code == ErrorCode::Unsupported);
    CHECK(greeting.error().message.find("99") != std::string::npos);
    CHECK(greeting.error().message.find("protocol 1") != std::string::npos);
    CHECK(both.client.call("ping").error().code == ErrorCode::Usage);
}

TEST_CASE("a cancelled run ends as cancelled")
{
    Both both(waitForStop);
    REQUIRE(both.client.greet());
    REQUIRE(both.client.call("run.subscribe"));
    const auto started = both.run();
    REQUIRE(started);
    REQUIRE(both.client.call("run.cancel", {{"run", started->at("run")}}));
    const json finished = both.client.waitForEvent("run.finished");
    REQUIRE_FALSE(finished.is_null());
    CHECK(finished.at("state") == "cancelled");
    CHECK(both.client.call("run.cancel", {{"run", 77}}).error().code == ErrorCode::NotFound);
}

TEST_CASE("what can be seen at once is refused at once")
{
    Both both(applied);
    REQUIRE(both.client.greet());
    CHECK(both.run("itme").error().code == ErrorCode::NotFound);
    CHECK(both.client.call("run.start", {{"pool", "relative"}, {"job", "item"}}).error().code == ErrorCode::Usage);
    CHECK_FALSE(both.client.call("run.start", {{"pool", "/nowhere"}, {"job", "item"}}));
    CHECK(both.client.call("run.start", {{"pool", both.pool.root().string()}}).error().code == ErrorCode::Usage);
    both.pool.addEnvironments();
    CHECK(both.run().error().code == ErrorCode::Usage);
}

TEST_CASE("a server that does not answer is an error of its side")
{
    Both both(applied);
    REQUIRE(both.client.greet());
    const auto answer = both.client.call(
        "catalogue.server", {{"pool", both.pool.root().string()}, {"environment", ""}, {"connection", "erp"}});
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::ConnectFailed);
}

TEST_CASE("end of input and shutdown ask the agent to end")
{
    {
        Both both(applied);
        both.client.peer().close();
        both.ended.wait();
    }
    Both both(applied);
    REQUIRE(both.client.greet());
    CHECK(both.client.call("shutdown"));
    both.ended.wait();
}

TEST_CASE("the end cancels a read and lets an apply finish")
{
    std::latch reading(1);
    std::latch applying(1);
    std::latch mayCommit(1);
    agent::LogQueue log(100);
    agent::RunHub hub(
        [&](const agent::RunRequest& request, RunObserver& observer, const std::stop_token& stop) {
            if (request.job == "read") {
                reading.count_down();
                return waitForStop(request, observer, stop);
            }
            RunProgress progress;
            progress.phase = RunPhase::Apply;
            observer.onProgress(progress);
            applying.count_down();
            mayCommit.wait();
            RunSummary summary;
            summary.state = stop.stop_requested() ? RunState::Cancelled : RunState::Applied;
            return summary;
        },
        agent::makeLogger(log));
    REQUIRE(hub.start({"", "", "read", {}}));
    REQUIRE(hub.start({"", "", "apply", {}}));
    reading.wait();
    applying.wait();
    auto draining = std::async(std::launch::async, [&hub] { hub.drain(60s); });
    // The read ends by itself because it is told to; only then may the apply commit.
    std::int64_t seen = 0;
    for (bool cancelled = false; !cancelled; ++seen) {
        REQUIRE(hub.events().waitFor(seen, {}));
        const auto event = hub.events().read(seen, 1).events.front().value;
        cancelled = event.at("event") == "run.finished" && event.at("state") == "cancelled";
    }
    CHECK(hub.start({"", "", "late", {}}).error().code == ErrorCode::Cancelled);
    mayCommit.count_down();
    draining.get();
    CHECK(hub.list().at(0).at("job") == "apply");
    CHECK(hub.list().at(0).at("state") == "applied");
}

TEST_CASE("history and overview tell of a run that has ended")
{
    Both both(applied);
    REQUIRE(both.client.greet());
    REQUIRE(both.client.call("run.subscribe", {{"since", 0}}));
    REQUIRE(both.run());
    REQUIRE_FALSE(both.client.waitForEvent("run.finished").is_null());
    const json place = {{"pool", both.pool.root().string()}, {"environment", ""}};
    const auto runs = both.client.call("history.runs", place);
    REQUIRE(runs);
    REQUIRE(runs->at("runs").size() == 1);
    CHECK(runs->at("runs").at(0).at("state") == "applied");
    CHECK(runs->at("runs").at(0).at("trigger") == "manual");
    const auto overview = both.client.call("history.overview", place);
    REQUIRE(overview);
    REQUIRE(overview->at("jobs").size() == 1);
    const json& job = overview->at("jobs").at(0);
    CHECK(job.at("cells").size() == 48);
    CHECK(job.at("cells").back().at("state") == "ran");
    CHECK(job.at("lastRun").at("rows").at("read") == 5);
    CHECK(job.at("next").is_null());
    CHECK(overview->at("kept") == false);
}

TEST_CASE("a question travels from the agent to the person and back")
{
    auto [near, far] = rpc::makePipe();
    Client console(std::move(near));
    json asked;
    console.answerPrompts([&asked](const json& params) -> Result<json> {
        asked = params;
        if (params.at("kind") == "secret")
            return json{{"answer", "s3cret"}};
        return Error{ErrorCode::Cancelled, "The question was not answered."};
    });
    console.start();
    agent::LogQueue log(100);
    agent::History history({}, agent::systemNow, agent::makeLogger(log));
    agent::RunHub hub(applied, agent::makeLogger(log));
    agent::Scheduler scheduler(history, hub, agent::makeLogger(log));
    agent::Session session(std::move(far), {hub, log, history, scheduler, [] {}}, [] {});
    CHECK(session.ask({"erp: password of reader", "", agent::PromptKind::Secret}, {}).value() == "s3cret");
    CHECK(asked.at("title") == "erp: password of reader");
    CHECK(session.ask({"go on?", "", agent::PromptKind::Confirm}, {}).error().code == ErrorCode::Cancelled);
    CHECK(log.lastId() == 0); // nothing of it is logged
}
