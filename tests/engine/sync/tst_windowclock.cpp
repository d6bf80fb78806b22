// SPDX-License-Identifier: Apache-2.0
#include "databaseends.h"
#include "sync/watermarkliteral.h"
#include "sync/windowclock.h"

#include <doctest/doctest.h>

using namespace tidegate;
using tidegate::test::DatabaseEnds;
using tidegate::test::RecordingObserver;
using tidegate::test::runOnce;

namespace {

void makeItems(DatabaseEnds& ends, const char* type = "timestamptz")
{
    ends.atSource(std::string("create table %.item (id bigint primary key, name text, updated_at ") + type + ")");
    ends.atSource("insert into %.item select n, 'x', now() - n * interval '1 minute' from generate_series(1, 10) n");
}

std::string ids(DatabaseEnds& ends)
{
    return ends.target("select string_agg(id::text, ' ' order by id) from %.item where id > 10");
}

} // namespace

TEST_CASE("a transaction that began before hi and writes its first row after it loses nothing")
{
    DatabaseEnds ends;
    makeItems(ends);
    const auto writer = ends.openSource();
    ends.run(*writer, "begin");
    ends.run(*writer, "select now()"); // its stamp is fixed, it has no xid yet
    const auto job = ends.itemJob();
    const auto first = runOnce(ends, job);
    REQUIRE(first.state == RunState::Applied);
    CHECK(first.window->heldBy.find("select now()") != std::string::npos);
    ends.run(*writer, "insert into %.item values (11, 'late', now())");
    CHECK(runOnce(ends, job).state == RunState::NothingToDo);
    ends.run(*writer, "commit");
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    CHECK(ids(ends) == "11");
}

TEST_CASE("a transaction without a write holds the window for `hold` only, and the run says so")
{
    DatabaseEnds ends;
    makeItems(ends);
    const auto reader = ends.openSource();
    ends.run(*reader, "begin");
    ends.run(*reader, "select now()");
    auto job = ends.itemJob();
    job.watermark->hold = std::chrono::milliseconds(0);
    const auto summary = runOnce(ends, job);
    REQUIRE(summary.state == RunState::Applied);
    CHECK(summary.window->heldBy.empty());
    REQUIRE(summary.warnings.size() == 1);
    CHECK(summary.warnings.front().find("has not written") != std::string::npos);
}

TEST_CASE("a prepared transaction keeps the window where it is until it ends")
{
    DatabaseEnds ends;
    makeItems(ends);
    if (ends.source("show max_prepared_transactions") == "0")
        return;
    const auto job = ends.itemJob();
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    const auto writer = ends.openSource();
    ends.run(*writer, "begin");
    ends.run(*writer, "insert into %.item values (11, 'prepared', now())");
    ends.run(*writer, "prepare transaction '%'");
    const auto held = runOnce(ends, job);
    CHECK(held.state == RunState::NothingToDo);
    CHECK(held.window->heldBy.find("prepared transaction") != std::string::npos);
    ends.run(*writer, "commit prepared '%'");
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    CHECK(ids(ends) == "11");
}

TEST_CASE("a role that can't see other sessions runs with a lag only, and says what that means")
{
    DatabaseEnds ends;
    makeItems(ends);
    ends.atSource("create role %_blind login");
    ends.atSource("grant usage on schema % to %_blind");
    ends.atSource("grant select on all tables in schema % to %_blind");
    auto connection = ends.sourceConnection;
    ends.sourceConnection.user = ends.sql("%_blind");
    auto job = ends.itemJob();
    const auto refused = runOnce(ends, job);
    REQUIRE(refused.state == RunState::Refused);
    CHECK(refused.error->message.find("pg_read_all_stats") != std::string::npos);
    job.watermark->lag = std::chrono::seconds(30);
    const auto summary = runOnce(ends, job);
    REQUIRE_MESSAGE(summary.state == RunState::Applied, (summary.error ? summary.error->message : ""));
    CHECK(summary.warnings.size() == 1);
    CHECK(ends.target("select held_by from %_state.ledger").find("writers are unknown") != std::string::npos);
    ends.sourceConnection = connection;
    ends.atSource("drop owned by %_blind");
    ends.atSource("drop role %_blind");
}

TEST_CASE("a column without zone is read in the zone of the job, also when the server's own differs")
{
    DatabaseEnds ends;
    makeItems(ends, "timestamp");
    ends.atSource("delete from %.item");
    // Writers in Shanghai: eight hours ahead of UTC.
    ends.atSource("insert into %.item values (11, 'x', now() at time zone 'Asia/Shanghai' - interval '1 second'),"
                  " (12, 'later', now() at time zone 'Asia/Shanghai' + interval '1 hour')");
    auto job = ends.itemJob();
    job.watermark->zone = "Asia/Shanghai";
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    CHECK(ids(ends) == "11");
    CHECK(ends.target("select abs(extract(epoch from hi::timestamp - (now() at time zone 'Asia/Shanghai'))) < 60 from"
                      " %_state.ledger") == "t");
}

TEST_CASE("hi is floored to the column's precision, never rounded past the clock")
{
    DatabaseEnds ends;
    makeItems(ends, "timestamptz(0)");
    const auto job = ends.itemJob();
    const auto summary = runOnce(ends, job);
    REQUIRE(summary.state == RunState::Applied);
    CHECK(summary.window->hi.find('.') == std::string::npos);
    CHECK(ends.target("select hi::timestamptz <= applied_at from %_state.ledger") == "t");
}

TEST_CASE("a date column waits until its day is over")
{
    DatabaseEnds ends;
    makeItems(ends, "date");
    ends.atSource("update %.item set updated_at = current_date - 1");
    ends.atSource("insert into %.item values (11, 'today', (now() at time zone 'UTC')::date)");
    auto job = ends.itemJob();
    job.watermark->zone = "UTC";
    const auto summary = runOnce(ends, job);
    REQUIRE_MESSAGE(summary.state == RunState::Applied, (summary.error ? summary.error->message : ""));
    CHECK(summary.rows.read == 10);
    CHECK(runOnce(ends, job).state == RunState::NothingToDo);
}

TEST_CASE("a step cuts a long stretch into several ledgered windows of one run")
{
    DatabaseEnds ends;
    makeItems(ends);
    auto job = ends.itemJob();
    job.watermark->start =
        ends.source("select to_char(now() - interval '10 minutes 30 seconds', 'YYYY-MM-DD\"T\"HH24:MI:SSOF')");
    job.watermark->step = std::chrono::minutes(3);
    RecordingObserver observer;
    const auto summary = runOnce(ends, job, {}, &observer);
    REQUIRE_MESSAGE(summary.state == RunState::Applied, (summary.error ? summary.error->message : ""));
    CHECK(observer.windows.size() == 4);
    CHECK(summary.rows.read == 10);
    CHECK(ends.target("select count(*), sum(rows_read), bool_and(lo = coalesce(previous, lo)) from"
                      " (select *, lag(hi) over (order by seq) as previous from %_state.ledger) l") == "4|10|t");
}

TEST_CASE("a window without rows is a ledger row all the same")
{
    DatabaseEnds ends;
    makeItems(ends);
    const auto job = ends.itemJob();
    runOnce(ends, job);
    const auto empty = runOnce(ends, job);
    CHECK(empty.state == RunState::Applied);
    CHECK(empty.rows.read == 0);
    CHECK(ends.target("select count(*) from %_state.ledger") == "2");
}

TEST_CASE("where the zone set its clocks back around lo, a window reaches an hour further down")
{
    DatabaseEnds ends;
    const auto session = ends.openSource();
    sql::JobPlan plan;
    plan.watermarkType = sql::WatermarkType::Timestamp;
    plan.watermarkZone = "Europe/Berlin";
    CHECK(foldOverlap(*session, plan, "2025-10-26 02:30:00", {}).value() == std::chrono::hours(1));
    CHECK(foldOverlap(*session, plan, "2025-07-26 02:30:00", {}).value().count() == 0);
    CHECK(foldOverlap(*session, plan, "2025-03-30 02:30:00", {}).value().count() == 0);
    CHECK(foldOverlap(*session, plan, std::nullopt, {}).value().count() == 0);
    plan.watermarkZone = "Asia/Shanghai";
    CHECK(foldOverlap(*session, plan, "2025-10-26 02:30:00", {}).value().count() == 0);
}

TEST_CASE("a time that a person wrote is meant in the watermark's zone unless it says its offset")
{
    DatabaseEnds ends;
    const auto session = ends.openSource();
    ends.run(*session, "set timezone = 'UTC'");
    sql::JobPlan plan;
    plan.watermarkZone = "Asia/Shanghai";
    const auto literal = [&](const char* text) {
        return session->query("select " + literalOfText(plan, "$1", text), {std::string(text)}, {})
            .value()
            .value(0, 0)
            .value();
    };
    plan.watermarkType = sql::WatermarkType::Timestamptz;
    CHECK(literal("2026-01-31T08:00:00+08:00") == "2026-01-31 00:00:00+00");
    CHECK(literal("2026-01-31T08:00:00") == "2026-01-31 00:00:00+00");
    CHECK(literal("2026-01-31") == "2026-01-30 16:00:00+00");
    plan.watermarkType = sql::WatermarkType::Timestamp;
    CHECK(literal("2026-01-31T00:00:00Z") == "2026-01-31 08:00:00");
    CHECK(literal("2026-01-31T08:00:00") == "2026-01-31 08:00:00");
    plan.watermarkPrecision = 2;
    CHECK(literal("2026-01-31T08:00:00.999999") == "2026-01-31 08:00:00.99");
    plan.watermarkType = sql::WatermarkType::Date;
    CHECK(literal("2026-01-30T17:00:00Z") == "2026-01-31");
}
