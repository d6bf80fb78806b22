// SPDX-License-Identifier: Apache-2.0
#include "agent/agent.h"
#include "client.h"
#include "poolfolder.h"

#include "rpc/pipetransport.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <spdlog/logger.h>

#include <future>
#include <latch>
#include <mutex>

using namespace tidegate;
using namespace tidegate::test;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

RunSummary applied(const agent::RunRequest& request, RunObserver& observer, const std::stop_token&)
{
    observer.onWindow({std::nullopt, "2024-01-02 00:00:00+00", "pid 7"});
    observer.onLog(LogLevel::Info, "reading");
    RunProgress progress;
    progress.phase = RunPhase::Read;
    progress.rows.read = 5;
    progress.secondsElapsed = 1;
    observer.onProgress(progress);
    observer.onStatement(Side::Source, "read", "select 1");
    RunSummary summary;
    summary.job = request.job;
    summary.state = RunState::Applied;
    summary.rows.read = 5;
    return summary;
}

/// Reads until it is asked to stop.
RunSummary waitForStop(const agent::RunRequest&, RunObserver&, const std::stop_token& stop)
{
    std::promise<void> stopped;
    const std::stop_callback callback(stop, [&stopped] { stopped.set_value(); });
    stopped.get_future().wait();
    RunSummary summary;
    summary.state = RunState::Cancelled;
    summary.error = Error{ErrorCode::Cancelled, "stopped"};
    return summary;
}

/// An agent and a client in one process.
struct Both
{
    explicit Both(agent::RunHub::Engine engine, std::pair<rpc::TransportPtr, rpc::TransportPtr> pipe = rpc::makePipe())
        : daemon(std::move(engine), [this] { std::call_once(once, [this] { ended.count_down(); }); }),
          client(std::move(pipe.first))
    {
        daemon.serve(std::move(pipe.second));
        client.start();
    }

    Result<json> run(const std::string& job = "item")
    {
        return client.call("run.start", {{"pool", pool.root().string()}, {"environment", ""}, {"job", job}});
    }

    /// Another connection to the same agent.
    rpc::TransportPtr connect()
    {
        auto [near, far] = rpc::makePipe();
        daemon.serve(std::move(far));
        return std::move(near);
    }

    PoolFolder pool;
    std::once_flag once;
    std::latch ended{1};
    agent::Agent daemon;
    Client client;
};

} // namespace

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

TEST_CASE("a run tells its start, window, progress, statements and end, in order")
{
    Both both(applied);
    REQUIRE(both.client.greet());
    REQUIRE(both.client.call("run.subscribe", {{"since", 0}}));
    const auto started = both.run();
    REQUIRE(started);
    const json finished = both.client.waitForEvent("run.finished");
    REQUIRE_FALSE(finished.is_null());
    CHECK(finished.at("state") == "applied");
    CHECK(finished.at("rows").at("read") == 5);
    std::string order;
    std::int64_t lastId = 0;
    for (const json& event : both.client.seen("run.event")) {
        order += event.at("event").get<std::string>() + " ";
        CHECK(event.at("run") == started->at("run"));
        CHECK(event.at("id").get<std::int64_t>() == lastId + 1);
        lastId = event.at("id");
    }
    CHECK(order == "run.started run.window run.progress run.statement run.finished ");
    const auto list = both.client.call("run.list");
    REQUIRE(list);
    CHECK(list->at("runs").at(0).at("state") == "applied");
    CHECK(list->at("runs").at(0).at("summary").at("rows").at("read") == 5);
}

TEST_CASE("a subscription resumes after the last id that was seen")
{
    Both both(applied);
    REQUIRE(both.client.greet());
    REQUIRE(both.client.call("run.subscribe", {{"since", 0}}));
    REQUIRE(both.run());
    REQUIRE_FALSE(both.client.waitForEvent("run.finished").is_null());
    Client again(both.connect());
    again.start();
    REQUIRE(again.greet());
    REQUIRE(again.call("run.subscribe", {{"since", 3}}));
    REQUIRE_FALSE(again.waitForEvent("run.finished").is_null());
    CHECK(again.seen("run.event").front().at("id") == 4);
}

TEST_CASE("log lines carry ids and the run that they belong to")
{
    Both both(applied);
    REQUIRE(both.client.greet());
    REQUIRE(both.client.call("log.subscribe", {{"since", 0}}));
    const auto started = both.run();
    REQUIRE(started);
    json line;
    const json batch = both.client.waitFor("log.lines", [&line](const json& params) {
        for (const json& each : params.at("lines")) {
            if (each.at("text") == "item: reading")
                line = each;
        }
        return !line.is_null();
    });
    REQUIRE_FALSE(batch.is_null());
    CHECK(line.at("run") == started->at("run"));
    CHECK(line.at("job") == "item");
    CHECK(line.at("level") == "info");
    CHECK(line.at("id").get<int>() > 0);
}

TEST_CASE("a log that overflowed says which ids it dropped; a long line is cut and says so")
{
    Both both(applied);
    REQUIRE(both.client.greet());
    for (int number = 1; number <= 5100; ++number)
        both.daemon.logger()->info("line {}", number);
    both.daemon.logger()->info(std::string(10'000, 'x'));
    REQUIRE(both.client.call("log.subscribe", {{"since", 0}}));
    const json first = both.client.waitFor("log.lines", [](const json&) { return true; });
    REQUIRE_FALSE(first.is_null());
    REQUIRE(first.at("dropped").is_object());
    CHECK(first.at("dropped").at("from") == 1);
    CHECK(first.at("dropped").at("to").get<int>() + 1 == first.at("lines").at(0).at("id").get<int>());
    const json last = both.client.waitFor("log.lines", [](const json& params) {
        return params.at("lines").back().at("text").get<std::string>().starts_with("xxx");
    });
    REQUIRE_FALSE(last.is_null());
    CHECK(last.at("lines").back().at("text").get<std::string>().size() < 5000);
    CHECK(last.at("dropped").is_null());
}

TEST_CASE("metrics come while a run is active")
{
    std::latch sampled(1);
    Both both([&sampled](const agent::RunRequest& request, RunObserver& observer, const std::stop_token& stop) {
        RunProgress progress;
        progress.phase = RunPhase::Read;
        progress.rows.read = 1000;
        progress.bytesRead = 4096;
        progress.secondsElapsed = 2;
        observer.onProgress(progress);
        sampled.wait();
        return applied(request, observer, stop);
    });
    REQUIRE(both.client.greet());
    REQUIRE(both.client.call("metrics.subscribe", {{"since", 0}}));
    REQUIRE(both.run());
    const json sample =
        both.client.waitFor("metrics.sample", [](const json& params) { return params.at("rowsRead") == 1000; });
    sampled.count_down();
    REQUIRE_FALSE(sample.is_null());
    CHECK(sample.at("bytes") == 4096);
    CHECK(sample.at("rowsPerSecond").get<double>() > 0);
    CHECK(sample.at("at").get<std::string>().ends_with("Z"));
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
