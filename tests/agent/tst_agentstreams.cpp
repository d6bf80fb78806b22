// SPDX-License-Identifier: Apache-2.0
#include "inprocess.h"

#include <doctest/doctest.h>
#include <spdlog/logger.h>

using namespace tidegate;
using namespace tidegate::test;

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
