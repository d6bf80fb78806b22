// SPDX-License-Identifier: Apache-2.0
#include "called.h"
#include "poolfolder.h"

#include "agent/agent.h"
#include "rpc/unixsocket.h"

#include <doctest/doctest.h>

#include <latch>

using namespace tidegate;
using namespace tidegate::test;
using nlohmann::json;

namespace {

/// An agent on a socket of the pool's folder; its runs fail at once.
struct Serving
{
    Serving()
    {
        pool.write("customers/acme/jobs/nightly.yaml",
                   "job: nightly\nsource: { connection: erp, table: sales.item }\n"
                   "target: { connection: dw, table: ods.nightly, create: true }\nkey: [id]\n"
                   "schedule: { cron: \"30 2 * * *\", zone: Europe/Berlin }\n");
        auto listener = rpc::UnixListener::listen(socket);
        REQUIRE(listener);
        daemon.serve(*std::move(listener));
    }

    Outcome call(std::vector<std::string> words) const
    {
        words.insert(words.end(), {"--pool", pool.root().string(), "--socket", socket});
        return tidegatectl(words);
    }

    /// The state of the job as `schedule list` tells it.
    std::string state() const
    {
        const auto lines = call({"--json", "schedule", "list"}).objects();
        REQUIRE(lines.size() == 2);
        return lines.at(1).at("state").get<std::string>();
    }

    PoolFolder pool;
    std::string socket = (pool.root() / "agent.sock").string();
    std::latch ran{1};
    agent::Agent daemon{[this](const agent::RunRequest&, RunObserver&, const std::stop_token&) {
                            RunSummary summary;
                            summary.error = Error{ErrorCode::Refused, "the key is not a key", "look"};
                            summary.state = RunState::Refused;
                            ran.count_down();
                            return summary;
                        },
                        [] {},
                        {}};
};

} // namespace

TEST_CASE("the schedule is listed, switched on, paused, resumed and switched off")
{
    const Serving serving;
    const auto people = serving.call({"schedule", "list"});
    CHECK(people.code == 0);
    CHECK(contains(people.out, "`tidegatectl schedule enable` switches it on"));
    CHECK(contains(people.out, "nightly"));
    CHECK(contains(people.out, "Europe/Berlin"));
    CHECK(serving.state() == "off");
    CHECK(serving.call({"schedule", "enable"}).code == 0);
    CHECK(serving.state() == "waiting");
    const auto paused = serving.call({"schedule", "pause", "nightly"});
    CHECK(paused.out == "nightly is paused\n");
    CHECK(serving.state() == "paused");
    CHECK(serving.call({"schedule", "resume"}).out == "every job fires again when it is due\n");
    CHECK(serving.state() == "waiting");
    CHECK(serving.call({"schedule", "disable"}).code == 0);
    CHECK(serving.state() == "off");
}

TEST_CASE("as JSON every schedule verb answers with one object a line")
{
    const Serving serving;
    const auto list = serving.call({"--json", "schedule", "list"}).objects();
    REQUIRE(list.size() == 2);
    CHECK(list.at(0) == json{{"event", "schedule"}, {"enabled", false}});
    CHECK(list.at(1).at("event") == "schedule.job");
    CHECK(list.at(1).at("next").size() == 5);
    CHECK(serving.call({"--json", "schedule", "pause", "nightly"}).objects() ==
          std::vector<json>{{{"event", "schedule.changed"}, {"verb", "pause"}, {"job", "nightly"}}});
}

TEST_CASE("a job that is not there is not paused")
{
    const Serving serving;
    const auto outcome = serving.call({"schedule", "pause", "nighly"});
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "did you mean `nightly`?"));
}

TEST_CASE("history tells of the agent's runs, of all jobs or of one")
{
    Serving serving;
    CHECK(serving.call({"history"}).out == "the agent remembers no run\n");
    auto transport = rpc::connectUnix(serving.socket);
    REQUIRE(transport);
    rpc::Peer console(*std::move(transport));
    console.start();
    const auto patience = std::chrono::seconds(60);
    REQUIRE(console.call("initialize", {{"protocol", rpc::protocolVersion}}, patience));
    REQUIRE(console.call("run.start", {{"pool", serving.pool.root().string()}, {"job", "item"}}, patience));
    serving.ran.wait();
    std::vector<json> runs;
    do
        runs = serving.call({"--json", "history"}).objects();
    while (runs.size() == 1 && runs.at(0).at("state") == "running");
    REQUIRE(runs.size() == 1);
    CHECK(runs.at(0).at("event") == "history.run");
    CHECK(runs.at(0).at("job") == "item");
    CHECK(runs.at(0).at("state") == "refused");
    CHECK(runs.at(0).at("trigger") == "manual");
    const auto people = serving.call({"history", "item"});
    CHECK(contains(people.out, "refused"));
    CHECK(contains(people.out, "the key is not a key"));
    CHECK(serving.call({"history", "nightly"}).out == "the agent remembers no run\n");
}

TEST_CASE("without an agent every verb that needs one says how to start it")
{
    const PoolFolder pool;
    const std::string socket = (pool.root() / "none.sock").string();
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"schedule", "list"}, {"schedule", "pause"}, {"history"}, {"agent", "status"}}) {
        std::vector<std::string> arguments = words;
        arguments.insert(arguments.end(), {"--pool", pool.root().string(), "--socket", socket});
        const auto outcome = tidegatectl(arguments);
        CHECK(outcome.code == 1);
        CHECK(contains(outcome.err, "no agent answers"));
        CHECK(contains(outcome.err, "tidegatectl agent serve"));
    }
}
