// SPDX-License-Identifier: Apache-2.0
#include "databaseends.h"

#include <doctest/doctest.h>

#include <fstream>
#include <thread>

using namespace tidegate;
using tidegate::test::DatabaseEnds;
using tidegate::test::RecordingObserver;
using tidegate::test::runOnce;

namespace {

// A sanitizer keeps freed memory aside, so the process grows whatever the engine does.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool underSanitizer = true;
#else
constexpr bool underSanitizer = false;
#endif

JobDefinition fullJob(const DatabaseEnds& ends)
{
    auto job = ends.itemJob();
    job.mode = Mode::Full;
    job.watermark.reset();
    return job;
}

void makeItems(DatabaseEnds& ends, const std::string& rows)
{
    ends.atSource("create table %.item (id bigint, name text, updated_at timestamptz)");
    ends.atSource("insert into %.item select n, 'Artikel ' || n, now() from generate_series(1, " + rows + ") n");
}

std::int64_t residentKilobytes()
{
    std::ifstream file("/proc/self/status");
    std::string word;
    while (file >> word) {
        if (word == "VmHWM:") {
            std::int64_t value = 0;
            file >> value;
            return value;
        }
    }
    return 0;
}

} // namespace

TEST_CASE("a full load makes the target, a second one replaces it, and the key is proved")
{
    DatabaseEnds ends;
    makeItems(ends, "1000");
    const auto job = fullJob(ends);
    const auto first = runOnce(ends, job);
    REQUIRE_MESSAGE(first.state == RunState::Applied, (first.error ? first.error->message : ""));
    CHECK(!first.window);
    CHECK(first.rows.inserted == 1000);
    CHECK(ends.target("select count(*) from pg_index where indrelid = '%.item'::regclass and indisprimary") == "1");
    ends.atSource("delete from %.item where id > 900");
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    CHECK(ends.source("select * from %.item order by id") == ends.target("select * from %.item order by id"));
    CHECK(ends.target("select target_oid = '%.item'::regclass::oid from %_state.ledger order by seq desc limit 1") ==
          "t");
    CHECK(ends.target("select count(*) from information_schema.tables where table_schema = '%'") == "1");

    ends.atSource("insert into %.item values (5, 'twice', now())");
    const auto refused = runOnce(ends, job);
    CHECK(refused.state == RunState::Refused);
    CHECK(refused.error->message.find("not a key") != std::string::npos);
    CHECK(ends.target("select count(*) from %.item") == "900");
    CHECK(ends.target("select count(*) from information_schema.tables where table_schema = '%'") == "1");
}

TEST_CASE("views on the target see the new rows, because dependents change how the swap is done")
{
    DatabaseEnds ends;
    makeItems(ends, "10");
    const auto job = fullJob(ends);
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    ends.atTarget("create view %.seen as select count(*) as n from %.item");
    ends.atSource("insert into %.item values (11, 'x', now())");
    const auto summary = runOnce(ends, job);
    REQUIRE_MESSAGE(summary.state == RunState::Applied, (summary.error ? summary.error->message : ""));
    CHECK(ends.target("select n from %.seen") == "11");
}

TEST_CASE("a load that would shrink the table below the guard changes nothing")
{
    DatabaseEnds ends;
    makeItems(ends, "100");
    const auto job = fullJob(ends);
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    ends.atSource("delete from %.item where id > 10");
    const auto summary = runOnce(ends, job);
    CHECK(summary.state == RunState::Refused);
    CHECK(exitCode(summary) == 6);
    CHECK(ends.target("select count(*) from %.item") == "100");
}

TEST_CASE("a stop request in the middle of a copy ends both servers' statements within a second")
{
    DatabaseEnds ends;
    ends.atSource("create view %.item as select n as id, repeat('x', 500) as name, now() as updated_at"
                  " from generate_series(1, 50000000) n");
    auto job = fullJob(ends);
    job.key.clear();
    RecordingObserver observer;
    std::stop_source stop;
    std::chrono::steady_clock::time_point asked;
    observer.progressHook = [&](const RunProgress& now) {
        if (now.rows.read > 0 && !stop.stop_requested()) {
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        }
    };
    const auto summary = runOnce(ends, job, {}, &observer, stop.get_token());
    const auto took = std::chrono::steady_clock::now() - asked;
    CHECK(summary.state == RunState::Cancelled);
    CHECK(exitCode(summary) == 7);
    CHECK(std::chrono::duration<double>(took).count() < 1.0);
    const auto running =
        "select count(*) from pg_stat_activity where application_name = 'tidegate/item' and state = 'active'";
    CHECK(ends.source(running) == "0");
    CHECK(ends.target(running) == "0");
}

TEST_CASE("ten times the rows take the same memory" * doctest::skip(underSanitizer))
{
    DatabaseEnds ends;
    makeItems(ends, "100000");
    REQUIRE(runOnce(ends, fullJob(ends)).state == RunState::Applied);
    const auto small = residentKilobytes();
    ends.atSource("insert into %.item select n, 'Artikel ' || n, now() from generate_series(100001, 1000000) n");
    REQUIRE(runOnce(ends, fullJob(ends)).state == RunState::Applied);
    CHECK(residentKilobytes() - small < 4096);
}
