// SPDX-License-Identifier: Apache-2.0
#include "childprocess.h"
#include "client.h"
#include "serverfixture.h"

#include "rpc/unixsocket.h"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cmath>
#include <csignal>
#include <memory>

using namespace tidegate;
using namespace tidegate::test;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

/// A real agent as the console starts it.
struct LocalAgent
{
    LocalAgent() : process({builtProgram("tidegated")}), client(std::make_unique<Client>(process.transport()))
    {
        client->start();
        REQUIRE(client->greet());
        REQUIRE(client->call("run.subscribe", {{"since", 0}}));
    }

    Result<json> run(const ServerFixture& fixture) const
    {
        return client->call("run.start", {{"pool", fixture.root()}, {"environment", ""}, {"job", "item"}});
    }

    /// Closes both pipes, as a console that ends.
    void endInput() { client.reset(); }

    ChildProcess process;
    std::unique_ptr<Client> client;
};

/// Seconds until the process is gone.
double secondsToEnd(ChildProcess& process)
{
    const auto start = std::chrono::steady_clock::now();
    process.wait();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Whether a session of a run still works at the source.
bool sourceIsQuiet(ServerFixture& fixture)
{
    return fixture.ends.source(
               "select count(*) from pg_stat_activity where application_name = 'tidegate/item' and state = 'active'") ==
           "0";
}

} // namespace

TEST_CASE("a run through the agent: events, metrics, log, ledger, verification")
{
    ServerFixture fixture;
    LocalAgent agent;
    REQUIRE(agent.client->call("metrics.subscribe", {{"since", 0}}));
    REQUIRE(agent.client->call("log.subscribe", {{"since", 0}}));
    REQUIRE(agent.run(fixture));
    const json finished = agent.client->waitForEvent("run.finished");
    REQUIRE_FALSE(finished.is_null());
    CAPTURE(finished.dump());
    CHECK(finished.at("state") == "applied");
    CHECK(finished.at("rows").at("inserted") == 1000);
    const auto staged = agent.client->waitFor("run.event", [](const json& event) {
        return event.at("event") == "run.progress" && event.at("staged") == 1000 && event.at("windows") == 1;
    });
    CHECK_FALSE(staged.is_null());
    CHECK(fixture.ends.target("select count(*) from %.item") == "1000");
    CHECK_FALSE(agent.client->waitForEvent("run.window").is_null());
    CHECK_FALSE(agent.client->waitFor("log.lines", [](const json&) { return true; }).is_null());
    const json place = {{"pool", fixture.root()}, {"environment", ""}, {"job", "item"}};
    const auto ledger = agent.client->call("ledger.read", place);
    REQUIRE(ledger);
    CHECK(ledger->at("rows").size() == 1);
    CHECK(ledger->at("next").is_null());
    const auto& applied = ledger->at("rows").at(0);
    CHECK(applied.at("taken_at").get<std::string>() < applied.at("applied_at").get<std::string>());
    CHECK_FALSE(applied.at("host").get<std::string>().empty());
    const auto clock = agent.client->call("job.clock", place);
    REQUIRE(clock);
    CHECK(clock->at("connection") == "erp");
    CHECK(std::abs(clock->at("offsetSeconds").get<double>()) < 5); // the same machine
    CHECK(clock->at("hi") == applied.at("hi"));
    CHECK(clock->at("delaySeconds").get<double>() >= 0);
    json withLevel = place;
    withLevel["level"] = "L3";
    const auto report = agent.client->call("verify.run", withLevel);
    REQUIRE(report);
    CHECK(report->at("same") == true);
    CHECK(agent.client->call("catalogue.inputs", place)->at("source").at("columns").size() == 3);
    agent.endInput();
    CHECK(agent.process.wait() == 0);
}

TEST_CASE("tables come in pages")
{
    ServerFixture fixture;
    for (const char* name : {"a", "b", "c"})
        fixture.ends.atSource(std::string("create table %.") + name + "(id int)");
    LocalAgent agent;
    std::string seen;
    json params = {{"pool", fixture.root()}, {"environment", ""}, {"connection", "erp"}, {"limit", 2}};
    for (bool more = true; more;) {
        const auto page = agent.client->call("catalogue.tables", params);
        REQUIRE(page);
        CHECK(page->at("tables").size() <= 2);
        for (const json& table : page->at("tables")) {
            if (table.at("schema") == fixture.ends.schema())
                seen += table.at("name").get<std::string>() + " ";
        }
        params["after"] = page->at("next");
        more = !page->at("next").get<std::string>().empty();
    }
    CHECK(seen == "a b c item ");
}

TEST_CASE("a cancelled run stops at the server too and leaves no window")
{
    ServerFixture fixture;
    LocalAgent agent;
    auto writer = fixture.ends.openSource();
    fixture.ends.run(*writer, "begin");
    fixture.ends.run(*writer, "lock table %.item in access exclusive mode");
    const auto started = agent.run(fixture);
    REQUIRE(started);
    REQUIRE_FALSE(agent.client->waitForEvent("run.started").is_null());
    REQUIRE(agent.client->call("run.cancel", {{"run", started->at("run")}}));
    const json finished = agent.client->waitForEvent("run.finished");
    REQUIRE_FALSE(finished.is_null());
    CHECK(finished.at("state") == "cancelled");
    CHECK(sourceIsQuiet(fixture));
    CHECK(fixture.appliedWindows() == "0");
    fixture.ends.run(*writer, "rollback");
}

TEST_CASE("at end of input a read is cancelled and the agent is gone in time")
{
    ServerFixture fixture;
    LocalAgent agent;
    auto writer = fixture.ends.openSource();
    fixture.ends.run(*writer, "begin");
    fixture.ends.run(*writer, "lock table %.item in access exclusive mode");
    REQUIRE(agent.run(fixture));
    REQUIRE_FALSE(agent.client->waitForEvent("run.started").is_null());
    agent.endInput();
    CHECK(secondsToEnd(agent.process) < 10);
    CHECK(sourceIsQuiet(fixture));
    CHECK(fixture.appliedWindows() == "0");
    fixture.ends.run(*writer, "rollback");
}

TEST_CASE("at end of input a running apply is finished first")
{
    ServerFixture fixture;
    LocalAgent agent;
    REQUIRE(agent.run(fixture));
    REQUIRE_FALSE(agent.client->waitForEvent("run.finished").is_null());
    REQUIRE(fixture.appliedWindows() == "1");
    fixture.ends.atSource("update %.item set name = 'new', updated_at = now() where id <= 10");
    auto reader = fixture.ends.openTarget();
    fixture.ends.run(*reader, "begin");
    fixture.ends.run(*reader, "lock table %.item in share mode");
    const std::size_t before = agent.client->seen("run.event").size();
    REQUIRE(agent.run(fixture));
    REQUIRE_FALSE(agent.client
                      ->waitFor("run.event",
                                [](const json& event) {
                                    return event.at("run") == 2 && event.at("event") == "run.progress" &&
                                           event.at("phase") == "apply";
                                })
                      .is_null());
    CHECK(agent.client->seen("run.event").size() > before);
    agent.endInput();
    fixture.ends.run(*reader, "commit");
    CHECK(secondsToEnd(agent.process) < 10);
    CHECK(agent.process.wait() == 0);
    CHECK(fixture.appliedWindows() == "2");
    CHECK(fixture.ends.target("select count(*) from %.item where name = 'new'") == "10");
}

TEST_CASE("SIGTERM ends it like end of input")
{
    LocalAgent agent;
    agent.process.send(SIGTERM);
    CHECK(agent.process.wait() == 0);
}

TEST_CASE("when its parent is killed the agent goes, although its input stays open")
{
    // The shell is the parent; this test holds the pipes.
    ChildProcess shell({"/bin/sh", "-c", "exec 3<&0; \"$0\" <&3 3<&- & wait", builtProgram("tidegated")});
    const auto transport = shell.transport();
    const std::string greeting = R"({"id":1,"method":"initialize","params":{"protocol":1}})"
                                 "\n";
    REQUIRE(transport->write(greeting));
    std::array<char, 4096> bytes{};
    REQUIRE(transport->read(bytes)); // it serves
    shell.send(SIGKILL);
    shell.wait();
    // Only the agent holds the other end of this pipe now: its end is the agent's end.
    const auto rest = transport->read(bytes);
    REQUIRE(rest);
    CHECK(*rest == 0);
}

TEST_CASE("two consoles on a socket see the same runs; a leaving one disturbs nobody")
{
    ServerFixture fixture;
    const std::string socket = (fixture.pool.root() / "agent.sock").string();
    ChildProcess process({"/bin/sh", "-c", "exec \"$0\" --socket \"$1\" 2>&1", builtProgram("tidegated"), socket});
    const auto output = process.transport();
    std::array<char, 4096> bytes{};
    REQUIRE(output->read(bytes)); // its first line: it listens
    auto first = rpc::connectUnix(socket);
    auto second = rpc::connectUnix(socket);
    REQUIRE(first);
    REQUIRE(second);
    Client watcher(*std::move(second));
    watcher.start();
    REQUIRE(watcher.greet());
    REQUIRE(watcher.call("run.subscribe", {{"since", 0}}));
    {
        Client starter(*std::move(first));
        starter.start();
        REQUIRE(starter.greet());
        REQUIRE(starter.call("run.start", {{"pool", fixture.root()}, {"environment", ""}, {"job", "item"}}));
    }
    const json finished = watcher.waitForEvent("run.finished");
    REQUIRE_FALSE(finished.is_null());
    CHECK(finished.at("state") == "applied");
    CHECK(watcher.call("shutdown"));
    CHECK(process.wait() == 0);
    CHECK_FALSE(std::filesystem::exists(socket));
}
