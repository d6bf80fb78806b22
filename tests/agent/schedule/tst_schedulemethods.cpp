// SPDX-License-Identifier: Apache-2.0
#include "agent/agent.h"
#include "client.h"
#include "memory.h"
#include "poolfolder.h"

#include "rpc/pipetransport.h"

#include <doctest/doctest.h>

using namespace tidegate;
using namespace tidegate::test;
using nlohmann::json;

namespace {

/// An agent with a clock that stands still, and a console, in one process.
struct Both
{
    explicit Both(std::pair<rpc::TransportPtr, rpc::TransportPtr> pipe = rpc::makePipe())
        : daemon([](const agent::RunRequest&, RunObserver&, const std::stop_token&) { return RunSummary{}; }, [] {}, {},
                 clock.function()),
          client(std::move(pipe.first))
    {
        pool.write("customers/acme/jobs/nightly.yaml",
                   "job: nightly\nsource: { connection: erp, table: sales.item }\n"
                   "target: { connection: dw, table: ods.nightly, create: true }\nkey: [id]\n"
                   "schedule: { cron: \"30 2 * * *\", zone: Europe/Berlin, missed: skip }\n");
        daemon.serve(std::move(pipe.second));
        client.start();
        REQUIRE(client.greet());
    }

    json call(const std::string& method, const std::string& job = {})
    {
        const auto answer = client.call(method, {{"pool", pool.root().string()}, {"environment", ""}, {"job", job}});
        REQUIRE(answer);
        return *answer;
    }

    FakeClock clock{"2024-10-25T12:00:00Z"};
    PoolFolder pool;
    agent::Agent daemon;
    Client client;
};

} // namespace

TEST_CASE("the list has every job with a schedule and its next five times, also while it is off")
{
    Both both;
    const json list = both.call("schedule.list");
    CHECK(list.at("enabled") == false);
    REQUIRE(list.at("jobs").size() == 1); // `item` has no schedule
    const json& job = list.at("jobs").at(0);
    CHECK(job.at("job") == "nightly");
    CHECK(job.at("cron") == "30 2 * * *");
    CHECK(job.at("zone") == "Europe/Berlin");
    CHECK(job.at("missed") == "skip");
    CHECK(job.at("state") == "off");
    CHECK(job.at("next") == json{"2024-10-26T00:30:00Z", "2024-10-27T00:30:00Z", "2024-10-28T01:30:00Z",
                                 "2024-10-29T01:30:00Z", "2024-10-30T01:30:00Z"});
}

TEST_CASE("switched on, paused, resumed, switched off")
{
    Both both;
    const auto state = [&both] { return both.call("schedule.list").at("jobs").at(0).at("state").get<std::string>(); };
    both.call("schedule.enable");
    CHECK(both.call("schedule.list").at("enabled") == true);
    CHECK(state() == "waiting");
    both.call("schedule.pause", "nightly");
    CHECK(state() == "paused");
    both.call("schedule.resume", "nightly");
    CHECK(state() == "waiting");
    both.call("schedule.pause");
    CHECK(state() == "paused");
    both.call("schedule.resume");
    CHECK(state() == "waiting");
    both.call("schedule.disable");
    CHECK(state() == "off");
}

TEST_CASE("resuming one job where that changes nothing is refused and says what would")
{
    Both both;
    both.pool.write("customers/acme/jobs/still.yaml",
                    "job: still\nsource: { connection: erp, table: sales.item }\n"
                    "target: { connection: dw, table: ods.still, create: true }\nkey: [id]\n"
                    "schedule: { cron: \"0 3 * * *\", paused: true }\n");
    const auto resume = [&both](const std::string& job) {
        return both.client.call("schedule.resume",
                                {{"pool", both.pool.root().string()}, {"environment", ""}, {"job", job}});
    };
    both.call("schedule.pause");
    CHECK(resume("nightly").error().code == ErrorCode::Refused);
    CHECK(resume("nightly").error().hint.find("resume all") != std::string::npos);
    CHECK(resume(""));
    CHECK(resume("nightly"));
    CHECK(resume("still").error().message == "customers/acme/jobs/still.yaml says `paused: true`");
    CHECK(resume("gone").error().code == ErrorCode::NotFound);
}

TEST_CASE("what fired last, and what was skipped")
{
    Both both;
    both.call("schedule.enable");
    both.daemon.scheduler().step();
    CHECK(both.call("schedule.list").at("jobs").at(0).at("last").is_null());
    both.clock.set("2024-10-26T12:00:00Z"); // half a day late, and missed ones are skipped
    both.daemon.scheduler().step();
    const json job = both.call("schedule.list").at("jobs").at(0);
    CHECK(job.at("last") == json{{"due", "2024-10-26T00:30:00.000Z"}, {"state", "missed"}});
    CHECK(job.at("skipped24h") == 1);
}

TEST_CASE("series have a cell for each stretch, and gaps are null")
{
    Both both;
    const auto answer = both.client.call("history.series", {{"pool", both.pool.root().string()},
                                                            {"environment", ""},
                                                            {"job", "nightly"},
                                                            {"from", "2024-10-25T11:00:00Z"},
                                                            {"to", "2024-10-25T12:00:00Z"},
                                                            {"points", 60}});
    REQUIRE(answer);
    CHECK(answer->at("points").size() == 60);
    CHECK(answer->at("points").at(0).at("at") == "2024-10-25T11:00:00.000Z");
    CHECK(answer->at("points").at(0).at("rowsPerSecond").is_null());
    CHECK(both.client
              .call("history.series", {{"pool", both.pool.root().string()},
                                       {"environment", ""},
                                       {"job", "nightly"},
                                       {"from", "yesterday"},
                                       {"to", "today"}})
              .error()
              .code == ErrorCode::Usage);
}
