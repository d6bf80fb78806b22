// SPDX-License-Identifier: Apache-2.0
#include "called.h"
#include "serverfixture.h"

#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <thread>

using namespace tidegate;
using namespace tidegate::test;
using nlohmann::json;

namespace {

Outcome tidegatectl(const ServerFixture& fixture, std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), {"--pool", fixture.root()});
    return test::tidegatectl(arguments);
}

} // namespace

TEST_CASE("run applies a window, then finds nothing new in it, and the ledger and state show both")
{
    ServerFixture fixture;
    const auto first = tidegatectl(fixture, {"--json", "run", "item"});
    CAPTURE(first.err);
    CHECK(first.code == 0);
    const json last = first.objects().back();
    CHECK(last.at("event") == "run.finished");
    CHECK(last.at("state") == "applied");
    CHECK(last.at("rows").at("inserted") == 1000);
    CHECK(last.at("window").at("lo").is_null());
    CHECK(last.at("window").at("hi").is_string());
    CHECK(first.objects().front().at("event") == "run.started");

    const auto ledger = tidegatectl(fixture, {"--json", "ledger", "item"});
    CHECK(ledger.code == 0);
    REQUIRE(ledger.objects().size() == 1);
    CHECK(ledger.objects()[0].at("event") == "ledger.row");
    CHECK(tidegatectl(fixture, {"ledger", "item"}).out.find("UNCHANGED") != std::string::npos);

    const auto state = tidegatectl(fixture, {"--json", "state", "check"});
    CHECK(state.code == 0);
    CHECK(state.objects().back().at("event") == "state");
}

TEST_CASE("run for people: a summary on the first stream, progress on the second")
{
    ServerFixture fixture;
    const auto outcome = tidegatectl(fixture, {"run", "item"});
    CHECK(outcome.code == 0);
    CHECK(outcome.out.find("item: applied in ") == 0);
    CHECK(outcome.out.find("1000 read = 1000 inserted") != std::string::npos);
    CHECK(outcome.err.find("window") != std::string::npos);
    CHECK(outcome.err.find("prepare 0 rows") == std::string::npos); // nothing was counted yet
    std::string text = fixture.pool.read(PoolFolder::jobFile);
    text.replace(text.find(".item }"), 7, ".item, where: \"t.id > 0\" }");
    fixture.pool.write(PoolFolder::jobFile, text);
    const auto warned = tidegatectl(fixture, {"run", "item", "--accept-change"});
    CHECK(warned.code == 0);
    const std::string warning = "stays in the target";
    CHECK(contains(warned.err, warning));
    CHECK(warned.err.find(warning) == warned.err.rfind(warning)); // once
}

TEST_CASE("a dry run shows SQL and writes nothing")
{
    ServerFixture fixture;
    const auto outcome = tidegatectl(fixture, {"run", "item", "--dry-run"});
    CHECK(outcome.code == 0);
    CHECK(outcome.out.find("select") != std::string::npos);
    CHECK(fixture.appliedWindows() == "0");
    CHECK(fixture.ends.target("select to_regclass('%.item') is null") == "t");
}

TEST_CASE("sql prints what will run, in every part")
{
    ServerFixture fixture;
    for (const std::string what : {"extract", "count", "ddl", "apply", "swap", "grants"}) {
        CAPTURE(what);
        const auto outcome = tidegatectl(fixture, {"--json", "sql", "item", "--what", what});
        CAPTURE(outcome.err);
        CHECK(outcome.code == 0);
        bool any = false;
        for (const json& line : outcome.objects())
            any = any || (line.at("event") == "sql" && !line.at("sql").get<std::string>().empty());
        CHECK(any);
    }
    const auto window =
        tidegatectl(fixture, {"sql", "item", "--window", "2024-01-01 00:00:00+00", "2024-01-02 00:00:00+00"});
    CHECK(window.out.find("2024-01-02 00:00:00+00") != std::string::npos);
    CHECK(tidegatectl(fixture, {"sql", "item", "--what", "undo"}).code == 2);
}

TEST_CASE("verify agrees after a run and is exit 6 after the target was changed")
{
    ServerFixture fixture;
    REQUIRE(tidegatectl(fixture, {"run", "item"}).code == 0);
    const auto same = tidegatectl(fixture, {"--json", "verify", "item", "--level", "L3"});
    CAPTURE(same.err);
    CHECK(same.code == 0);
    CHECK(same.objects().back().at("same") == true);
    fixture.ends.atTarget("update %.item set name = 'spoilt' where id = 7");
    const auto different = tidegatectl(fixture, {"verify", "item", "--level", "L3"});
    CHECK(different.code == 6);
    CHECK(different.out.find("DIFFER") != std::string::npos);
    CHECK(different.out.find("id = 7") != std::string::npos);
    fixture.ends.atTarget("delete from %.item where id = 1");
    const auto figures = tidegatectl(fixture, {"verify", "item", "--level", "L1"});
    CHECK(figures.code == 6);
    CHECK(contains(figures.out, "least id 1 at the source, 2 at the target"));
    CHECK(contains(figures.out, "`tidegatectl verify item --level L3` shows the rows"));
    CHECK_FALSE(contains(figures.out, "0 missing")); // nobody looked at rows
    CHECK(contains(tidegatectl(fixture, {"verify", "item", "--level", "L3"}).out, "name: 名1 at the source\n"));
}

TEST_CASE("job new proposes key and watermark from the catalogue")
{
    ServerFixture fixture;
    const auto outcome =
        tidegatectl(fixture, {"--json", "job", "new", "item2", "--from", "erp", fixture.ends.schema() + ".item"});
    CAPTURE(outcome.err);
    CHECK(outcome.code == 0);
    const std::string text = fixture.pool.read("customers/acme/jobs/item2.yaml");
    CHECK(text.find("updated_at") != std::string::npos);
    CHECK(text.find("id") != std::string::npos);
    CHECK(tidegatectl(fixture, {"job", "new", "item2", "--from", "erp", fixture.ends.schema() + ".item"}).code == 2);
    const auto evil = tidegatectl(fixture, {"job", "new", "../evil", "--from", "erp", fixture.ends.schema() + ".item"});
    CHECK(evil.code == 2);
    CHECK(contains(evil.err, "`../evil` is no name for a job"));
    CHECK_FALSE(std::filesystem::exists(fixture.pool.root() / "customers/acme/evil.yaml"));
}

TEST_CASE("SIGINT cancels a run within a second: exit 7, nothing applied")
{
    ServerFixture fixture;
    auto writer = fixture.ends.openSource();
    fixture.ends.run(*writer, "begin");
    fixture.ends.run(*writer, "lock table %.item in access exclusive mode");
    // Ask for the signal once the run waits for the lock; blocked here, so that only the run's own watcher gets it.
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    pthread_sigmask(SIG_BLOCK, &interrupt, nullptr);
    const std::jthread killer([&fixture](const std::stop_token& stop) {
        while (!stop.stop_requested() &&
               fixture.ends.source("select count(*) from pg_stat_activity where application_name = 'tidegate/item' and "
                                   "wait_event_type = 'Lock'") == "0") {
        }
        ::kill(::getpid(), SIGINT);
    });
    const auto outcome = tidegatectl(fixture, {"--json", "run", "item"});
    CHECK(outcome.code == 7);
    CHECK(outcome.objects().back().at("state") == "cancelled");
    fixture.ends.run(*writer, "rollback");
    CHECK(fixture.appliedWindows() == "0");
}
