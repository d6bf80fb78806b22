// SPDX-License-Identifier: Apache-2.0
#include "memory.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <optional>
#include <thread>

using namespace tidegate;
using namespace tidegate::agent;
using namespace tidegate::test;

namespace {

std::int64_t runsOf(History& history)
{
    return history.store.database().query("select count(*) from run")->front().integer(0);
}

} // namespace

TEST_CASE("what was recorded is there for the next agent")
{
    const Folder folder;
    TextLog log;
    FakeClock clock;
    {
        History history(folder.path(), clock.function(), log.logger);
        CHECK(history.store.isKept());
        recordRun(history, clock, "item", RunState::Applied, 5);
    }
    History again(folder.path(), clock.function(), log.logger);
    CHECK(runsOf(again) == 1);
    CHECK(again.runs.page(place, "item", {}, 10)->runs.at(0).rows.inserted == 5);
    CHECK(log.text.str().empty());
}

TEST_CASE("a damaged file is set aside whole, once said, and a new one begins")
{
    const Folder folder;
    TextLog log;
    FakeClock clock;
    folder.write("history.sqlite", "this is no database, but it may be somebody's only copy of something");
    History history(folder.path(), clock.function(), log.logger);
    CHECK(history.store.isKept());
    CHECK(folder.count("history.sqlite.damaged-") == 1);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        if (entry.path().filename().string().starts_with("history.sqlite.damaged-"))
            CHECK(folder.read(entry.path().filename().string()).starts_with("this is no database"));
    }
    CHECK(log.count("damaged") >= 1);
    recordRun(history, clock, "item", RunState::Applied, 5);
    CHECK(runsOf(history) == 1);
}

TEST_CASE("a file with a broken page is damaged, too")
{
    const Folder folder;
    TextLog log;
    FakeClock clock;
    {
        History history(folder.path(), clock.function(), log.logger);
        for (int i = 0; i < 200; ++i)
            recordRun(history, clock, "item", RunState::Applied, 5);
    }
    std::string bytes = folder.read("history.sqlite");
    REQUIRE(bytes.size() > 16384);
    for (std::size_t at = 8192; at < 16384; ++at)
        bytes[at] = 'x';
    folder.write("history.sqlite", bytes);
    History history(folder.path(), clock.function(), log.logger);
    CHECK(history.store.isKept());
    CHECK(folder.count("history.sqlite.damaged-") >= 1);
    CHECK(runsOf(history) == 0);
}

TEST_CASE("where no file can be had, everything works in memory, and that is said once")
{
    const Folder folder;
    TextLog log;
    FakeClock clock;
    std::filesystem::create_directory(folder.path() / "history.sqlite"); // in the way
    History history(folder.path(), clock.function(), log.logger);
    CHECK_FALSE(history.store.isKept());
    recordRun(history, clock, "item", RunState::Applied, 5);
    recordRun(history, clock, "item", RunState::Applied, 6);
    CHECK(runsOf(history) == 2);
    CHECK(log.count("no history on disk") == 1);
}

TEST_CASE("the file of an older agent is brought up to date")
{
    const Folder folder;
    TextLog log;
    FakeClock clock;
    {
        History history(folder.path(), clock.function(), log.logger);
        recordRun(history, clock, "item", RunState::Applied, 5);
        REQUIRE(history.store.database().script(
            "drop index ledger_by_time; drop index run_amounts; drop index run_applied;"
            "create index run_by_end on run(ended_at); alter table sample drop column staged;"
            "pragma user_version = 1"));
    }
    History history(folder.path(), clock.function(), log.logger);
    CHECK(history.store.isKept());
    CHECK(runsOf(history) == 1);
    CHECK(history.store.database().query("select 1 from sqlite_master where name = 'ledger_by_time'")->size() == 1);
    CHECK(history.rings.add(1, clock.now(), {1.0, 5, 500, 0, 0, 4}));
}

TEST_CASE("the file of a newer agent is left alone")
{
    const Folder folder;
    TextLog log;
    FakeClock clock;
    {
        History history(folder.path(), clock.function(), log.logger);
        REQUIRE(history.store.database().script("pragma user_version = 99"));
    }
    const History history(folder.path(), clock.function(), log.logger);
    CHECK_FALSE(history.store.isKept());
    CHECK(log.count("a newer agent made the history") == 1);
    CHECK(folder.count("history.sqlite.damaged-") == 0);
}

TEST_CASE("a full disk is said once, runs go on, and recording goes on when there is room")
{
    const Folder folder;
    TextLog log;
    FakeClock clock;
    History history(folder.path(), clock.function(), log.logger);
    const auto pages = history.store.database().query("pragma page_count")->front().integer(0);
    REQUIRE(history.store.database().script("pragma max_page_count = " + std::to_string(pages)));
    for (int i = 0; i < 400; ++i)
        recordRun(history, clock, "item" + std::to_string(i), RunState::Applied, 5);
    CHECK(log.count("the history can't be written") >= 1);
    CHECK(log.count("the history can't be written") < 10);
    CHECK(runsOf(history) < 400);
    REQUIRE(history.store.database().script("pragma max_page_count = 1000000"));
    recordRun(history, clock, "last", RunState::Applied, 5);
    CHECK(history.runs.page(place, "last", {}, 10)->runs.size() == 1);
    CHECK(log.count("written again") >= 1);
}

TEST_CASE("two agents write into one file at the same time")
{
    const Folder folder;
    TextLog log;
    const auto work = [&] {
        FakeClock clock;
        History history(folder.path(), clock.function(), log.logger);
        for (int i = 0; i < 50; ++i)
            recordRun(history, clock, "item", RunState::Applied, 1);
    };
    std::thread other(work);
    work();
    other.join();
    FakeClock clock;
    History history(folder.path(), clock.function(), log.logger);
    CHECK(runsOf(history) == 100);
    CHECK(log.text.str().empty());
}

TEST_CASE("what is too old goes, whatever still runs stays")
{
    const Folder folder;
    TextLog log;
    FakeClock clock;
    History history(folder.path(), clock.function(), log.logger);
    recordRun(history, clock, "item", RunState::Applied, 5);
    clock.advance(std::chrono::hours(24 * 91));
    recordRun(history, clock, "item", RunState::Applied, 7);
    const auto runs = history.runs.page(place, "item", {}, 10)->runs;
    REQUIRE(runs.size() == 1);
    CHECK(runs.front().rows.inserted == 7);
}
