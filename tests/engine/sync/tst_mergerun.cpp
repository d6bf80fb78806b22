// SPDX-License-Identifier: Apache-2.0
#include "databaseends.h"

#include <doctest/doctest.h>

using namespace tidegate;
using tidegate::test::DatabaseEnds;
using tidegate::test::RecordingObserver;
using tidegate::test::runOnce;

namespace {

constexpr auto allItems = "select id, store, name, updated_at from %.item order by id";

void makeItems(DatabaseEnds& ends, int rows)
{
    ends.atSource("create table %.item (id bigint, store int, name text, deleted boolean, updated_at timestamptz)");
    ends.atSource("insert into %.item select n, mod(n, 7), 'Artikel ' || n || e'\\t\\\\ 茶', false,"
                  " now() - n * interval '1 minute' from generate_series(1, " +
                  std::to_string(rows) + ") n");
}

/// `job` without the column that only delete_when looks at.
JobDefinition withoutDeleted(JobDefinition job)
{
    job.exclude = {"deleted"};
    return job;
}

void applied(const RunSummary& summary)
{
    REQUIRE_MESSAGE(summary.state == RunState::Applied, (summary.error ? summary.error->message : "no error"));
    const auto& rows = summary.rows;
    CHECK(rows.read == rows.inserted + rows.unchanged + rows.superseded + rows.quarantined + rows.deleted);
}

} // namespace

TEST_CASE("a first window makes the target and loads everything; the next ones only what changed")
{
    DatabaseEnds ends;
    makeItems(ends, 1000);
    const auto job = withoutDeleted(ends.itemJob());
    const auto first = runOnce(ends, job);
    applied(first);
    CHECK(first.rows.read == 1000);
    CHECK(first.rows.inserted == 1000);
    CHECK(ends.source(allItems) == ends.target(allItems));

    ends.atSource("update %.item set name = 'neu', updated_at = now() where id <= 10");
    ends.atSource("insert into %.item values (5000, 1, null, false, now())");
    const auto second = runOnce(ends, job);
    applied(second);
    CHECK(second.rows.read == 11);
    CHECK(ends.source(allItems) == ends.target(allItems));
    CHECK(ends.target(
              "select string_agg(kind || ' ' || coalesce(rows_read::text, ''), ', ' order by seq),"
              " bool_and(lo is not distinct from previous) from (select *, lag(hi) over (order by seq) as previous"
              " from %_state.ledger) l") == "window 1000, window 11|t");
}

TEST_CASE("rows that the overlap reads again and finds equal are left alone")
{
    DatabaseEnds ends;
    makeItems(ends, 100);
    auto job = withoutDeleted(ends.itemJob());
    job.watermark->overlap = std::chrono::minutes(30);
    applied(runOnce(ends, job));
    const auto before = ends.target("select min(xmin::text::bigint), max(xmin::text::bigint) from %.item");
    const auto second = runOnce(ends, job);
    applied(second);
    CHECK(second.rows.read == second.rows.unchanged);
    CHECK(second.rows.read >= 29);
    CHECK(ends.target("select min(xmin::text::bigint), max(xmin::text::bigint) from %.item") == before);
}

TEST_CASE("ten thousand rows with one timestamp arrive once, wherever the window's edge lies")
{
    DatabaseEnds ends;
    makeItems(ends, 1);
    const auto job = withoutDeleted(ends.itemJob());
    applied(runOnce(ends, job));
    ends.atSource("insert into %.item select n, 1, 'tie', false, now() from generate_series(100, 10099) n");
    applied(runOnce(ends, job));
    applied(runOnce(ends, job));
    CHECK(ends.target("select count(*), count(distinct id) from %.item") == "10001|10001");
}

TEST_CASE("a row dated 2099 waits and does not poison the windows after it")
{
    DatabaseEnds ends;
    makeItems(ends, 5);
    ends.atSource("insert into %.item values (99, 1, 'future', false, '2099-01-01')");
    const auto job = withoutDeleted(ends.itemJob());
    applied(runOnce(ends, job));
    ends.atSource("insert into %.item values (6, 1, 'today', false, now())");
    applied(runOnce(ends, job));
    CHECK(ends.target("select string_agg(id::text, ' ' order by id) from %.item") == "1 2 3 4 5 6");
}

TEST_CASE("rows for which delete_when is true are deleted, and counted whether or not the target had them")
{
    DatabaseEnds ends;
    makeItems(ends, 5);
    auto job = withoutDeleted(ends.itemJob());
    job.deleteWhen = "t.deleted";
    applied(runOnce(ends, job));
    ends.atSource("update %.item set deleted = true, updated_at = now() where id in (1, 2)");
    ends.atSource("insert into %.item values (6, 1, 'never seen', true, now())");
    const auto second = runOnce(ends, job);
    applied(second);
    CHECK(second.rows.read == 3);
    CHECK(second.rows.deleted == 3);
    CHECK(ends.target("select string_agg(id::text, ' ' order by id) from %.item") == "3 4 5");
}

TEST_CASE("columns that the job does not fill keep their value; new rows get the default")
{
    DatabaseEnds ends;
    makeItems(ends, 3);
    ends.atTarget("create table %.item (id bigint primary key, store int, name text, updated_at timestamptz,"
                  " remark text default 'none', doubled int generated always as (store * 2) stored)");
    auto job = withoutDeleted(ends.itemJob());
    applied(runOnce(ends, job));
    ends.atTarget("update %.item set remark = 'mine' where id = 1");
    ends.atSource("update %.item set store = 70, updated_at = now() where id = 1");
    ends.atSource("insert into %.item values (4, 5, 'new', false, now())");
    applied(runOnce(ends, job));
    CHECK(ends.target("select id, store, remark, doubled from %.item where id in (1, 4) order by id") ==
          "1|70|mine|140\n4|5|none|10");
}

TEST_CASE("a NULL in the key is refused with examples, and nothing is applied")
{
    DatabaseEnds ends;
    makeItems(ends, 3);
    ends.atSource("insert into %.item values (null, 1, 'no key', false, now() - interval '1 second')");
    ends.atTarget("create table %.item (id bigint, store int, name text, updated_at timestamptz)");
    const auto summary = runOnce(ends, withoutDeleted(ends.itemJob()));
    REQUIRE(summary.state == RunState::Refused);
    CHECK(exitCode(summary) == 6);
    CHECK(summary.error->code == ErrorCode::DataRejected);
    CHECK(summary.error->message.find("NULL in the key") != std::string::npos);
    CHECK(summary.error->detail("example 1").find("id = NULL") != std::string_view::npos);
    CHECK(ends.target("select count(*) from %.item") == "0");
    CHECK(ends.target("select count(*) from %_state.ledger") == "0");
}

TEST_CASE("a key that is not one stops with two examples; with newest the newest row stays")
{
    DatabaseEnds ends;
    makeItems(ends, 3);
    ends.atSource("insert into %.item values (1, 7, 'newer', false, now() - interval '1 second')");
    auto job = withoutDeleted(ends.itemJob());
    const auto stopped = runOnce(ends, job);
    REQUIRE(stopped.state == RunState::Refused);
    CHECK(stopped.error->message.find("not a key") != std::string::npos);
    CHECK(stopped.error->detail("example 1").find("name = newer") != std::string_view::npos);
    CHECK(!stopped.error->detail("example 2").empty());
    CHECK(ends.target("select count(*) from %.item") == "0");

    job.onDuplicateKey = OnDuplicateKey::Newest;
    const auto newest = runOnce(ends, job);
    applied(newest);
    CHECK(newest.rows.superseded == 1);
    CHECK(ends.target("select name from %.item where id = 1") == "newer");
}

TEST_CASE("a joined watermark brings a parent when only its child changed, and the other way round")
{
    DatabaseEnds ends;
    ends.atSource("create table %.orders (order_id int primary key, updated_at timestamptz)");
    ends.atSource("create table %.item (id int primary key, order_id int, name text, updated_at timestamptz)");
    ends.atSource("insert into %.orders select n, now() - interval '1 hour' from generate_series(1, 3) n");
    ends.atSource(
        "insert into %.item select n, mod(n, 3) + 1, 'x', now() - interval '1 hour' from generate_series(1, 9) n");
    auto job = ends.itemJob();
    job.watermark->columns = {"t.updated_at", "o.updated_at"};
    job.watermark->join = WatermarkJoin{ends.sql("%.orders"), "o", "o.order_id = t.order_id"};
    applied(runOnce(ends, job));
    CHECK(ends.target("select count(*) from %.item") == "9");
    ends.atSource("update %.orders set updated_at = now() where order_id = 2");
    CHECK(runOnce(ends, job).rows.read == 3);
    ends.atSource("update %.item set name = 'y', updated_at = now() where id = 3");
    CHECK(runOnce(ends, job).rows.read == 1);
    CHECK(ends.source("select * from %.item order by id") == ends.target("select * from %.item order by id"));
}

TEST_CASE("a window can be read again, which repairs what somebody changed in the target")
{
    DatabaseEnds ends;
    makeItems(ends, 5);
    const auto job = withoutDeleted(ends.itemJob());
    applied(runOnce(ends, job));
    ends.atTarget("delete from %.item where id = 3");
    RunOptions options;
    options.again = true;
    const auto again = runOnce(ends, job, options);
    applied(again);
    CHECK(again.rows.inserted == 1);
    CHECK(again.rows.unchanged == 4);
    CHECK(ends.source(allItems) == ends.target(allItems));
    CHECK(ends.target("select kind, lo = hi, read_hi is not null from %_state.ledger order by seq desc limit 1") ==
          "again|t|t");
}

TEST_CASE("append takes a row once, refuses a target that has rows already, and rejects rows without a watermark")
{
    DatabaseEnds ends;
    makeItems(ends, 5);
    auto job = withoutDeleted(ends.itemJob());
    job.apply = Apply::Append;
    job.key.clear();
    applied(runOnce(ends, job));
    ends.atSource("insert into %.item values (6, 1, 'new', false, now())");
    CHECK(runOnce(ends, job).rows.inserted == 1);
    CHECK(ends.target("select count(*) from %.item") == "6");
    ends.atSource("insert into %.item values (7, 1, 'no time', false, null)");
    const auto rejected = runOnce(ends, job);
    CHECK(rejected.state == RunState::Refused);
    CHECK(rejected.error->message.find("no watermark") != std::string::npos);

    job.id = "other";
    const auto refused = runOnce(ends, job);
    REQUIRE(refused.state == RunState::Refused);
    CHECK(refused.error->hint.find("--adopt") != std::string::npos);
}

TEST_CASE("NULL watermarks are read in every window, or once a day, as the job says")
{
    DatabaseEnds ends;
    makeItems(ends, 2);
    ends.atSource("insert into %.item values (3, 1, 'no time', false, null)");
    auto job = withoutDeleted(ends.itemJob());
    CHECK(runOnce(ends, job).rows.read == 3);
    CHECK(runOnce(ends, job).rows.read == 1);
    job.watermark->nulls = NullWatermark::Sweep;
    RunOptions accept;
    accept.acceptChange = true;
    CHECK(runOnce(ends, job, accept).rows.read == 0);
    ends.atTarget("update %_state.ledger set applied_at = applied_at - interval '1 day'");
    CHECK(runOnce(ends, job).rows.read == 1);
}

TEST_CASE("a value that the target can't take stops the run and names row and column")
{
    DatabaseEnds ends;
    makeItems(ends, 5);
    ends.atTarget("create table %.item (id bigint primary key, store int, name varchar(12), updated_at timestamptz)");
    ends.atSource("update %.item set name = repeat('x', 50) where id = 3");
    const auto summary = runOnce(ends, withoutDeleted(ends.itemJob()));
    REQUIRE(summary.error);
    CHECK(exitCode(summary) == 6);
    CHECK(summary.error->side == Side::Target);
    CHECK(summary.error->message.find("column name") != std::string::npos);
}

TEST_CASE("a dry run shows statements and window and writes nothing")
{
    DatabaseEnds ends;
    makeItems(ends, 5);
    RunOptions options;
    options.dryRun = true;
    RecordingObserver observer;
    const auto summary = runOnce(ends, withoutDeleted(ends.itemJob()), options, &observer);
    REQUIRE_MESSAGE(!summary.error, (summary.error ? summary.error->message : ""));
    CHECK(summary.window);
    REQUIRE(summary.dryRun);
    CHECK(summary.dryRun->statements.front().sql.find("select") != std::string::npos);
    CHECK_FALSE(summary.dryRun->locks.empty());
    CHECK(observer.logged("Seq Scan"));
    CHECK(ends.target("select count(*) from information_schema.tables where table_schema in ('%', '%_state')") == "0");
}
