// SPDX-License-Identifier: Apache-2.0
#include "databaseends.h"
#include "sync/holder.h"
#include "sync/ledger.h"

#include <doctest/doctest.h>

using namespace tidegate;
using tidegate::test::DatabaseEnds;
using tidegate::test::RecordingObserver;
using tidegate::test::runOnce;

namespace {

void makeItems(DatabaseEnds& ends)
{
    ends.atSource("create table %.item (id bigint primary key, name text, updated_at timestamptz)");
    ends.atSource("insert into %.item select n, 'x', now() - n * interval '1 minute' from generate_series(1, 10) n");
}

RunOptions with(bool RunOptions::*option)
{
    RunOptions options;
    options.*option = true;
    return options;
}

} // namespace

TEST_CASE("a job that somebody else runs is busy, and no epoch is taken")
{
    DatabaseEnds ends;
    makeItems(ends);
    const auto job = ends.itemJob();
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    const auto holder = ends.openTarget();
    ends.run(*holder, "select pg_advisory_lock(7702, hashtext('item'))");
    const auto busy = runOnce(ends, job);
    CHECK(busy.state == RunState::Busy);
    CHECK(exitCode(busy) == 5);
    CHECK(busy.error->message.find("since") != std::string::npos);
    CHECK(ends.target("select max(epoch) from %_state.job_epoch") == "1");

    const auto taken = runOnce(ends, job, with(&RunOptions::takeOver));
    CHECK_MESSAGE(taken.state == RunState::Applied, (taken.error ? taken.error->message : ""));
    CHECK(ends.target("select max(epoch) from %_state.job_epoch") == "2");
    CHECK(!holder->query("select 1", {}));
}

TEST_CASE("a holder whose process is gone is ended without asking")
{
    DatabaseEnds ends;
    makeItems(ends);
    const auto job = ends.itemJob();
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    const auto holder = ends.openTarget();
    ends.run(*holder, "select pg_advisory_lock(7702, hashtext('item'))");
    // The same host as the first epoch's, with a process that can't be.
    ends.run(*holder,
             "insert into %_state.job_epoch (job_id, epoch, owner, host, pid, backend_pid)"
             " select 'item', 2, 'x', host, 2147480000, pg_backend_pid() from %_state.job_epoch where epoch = 1");
    const auto summary = runOnce(ends, job);
    CHECK_MESSAGE(summary.state == RunState::Applied, (summary.error ? summary.error->message : ""));
    CHECK(ends.target("select max(epoch) from %_state.job_epoch") == "3");
}

TEST_CASE("an owner that was taken over while it read can't apply")
{
    DatabaseEnds ends;
    makeItems(ends);
    const auto job = ends.itemJob();
    RecordingObserver observer;
    observer.statementHook = [&](Side side, std::string_view title) {
        if (side == Side::Target && title == "copy")
            ends.atTarget("insert into %_state.job_epoch (job_id, epoch, owner, host, pid, backend_pid)"
                          " values ('item', 77, 'thief', 'elsewhere', 1, 1)");
    };
    const auto summary = runOnce(ends, job, {}, &observer);
    CHECK(summary.state == RunState::Busy);
    CHECK(summary.error->code == ErrorCode::Fenced);
    CHECK(exitCode(summary) == 5);
    CHECK(ends.target("select count(*) from %.item") == "0");
    CHECK(ends.target("select count(*) from %_state.ledger") == "0");
}

TEST_CASE("an owner whose sessions were ended by a take-over says who took the job")
{
    DatabaseEnds ends;
    makeItems(ends);
    const auto job = ends.itemJob();
    RecordingObserver observer;
    RunSummary second;
    observer.statementHook = [&](Side side, std::string_view title) {
        if (side == Side::Target && title.find("lock the target") != std::string_view::npos)
            second = runOnce(ends, job, with(&RunOptions::takeOver));
    };
    const auto first = runOnce(ends, job, {}, &observer);
    CHECK_MESSAGE(second.state == RunState::Applied, (second.error ? second.error->message : ""));
    REQUIRE(first.state == RunState::Busy);
    CHECK(first.error->message.find("taken over") != std::string::npos);
    CHECK(ends.target("select count(*) from %.item") == "10");
    CHECK(ends.target("select count(*) from %_state.ledger") == "1");
}

TEST_CASE("a target that is another table now, or gone, stops the run and nothing is created")
{
    DatabaseEnds ends;
    makeItems(ends);
    const auto job = ends.itemJob();
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    ends.atTarget("drop table %.item");
    const auto gone = runOnce(ends, job);
    CHECK(gone.state == RunState::Refused);
    CHECK(exitCode(gone) == 6);
    CHECK(gone.error->hint.find("--reload") != std::string::npos);
    CHECK(ends.target("select to_regclass('%.item') is null") == "t");
    CHECK(runOnce(ends, job, with(&RunOptions::acceptChange)).state == RunState::Refused);

    ends.atTarget("create table %.item (id bigint primary key, name text, updated_at timestamptz)");
    CHECK(runOnce(ends, job).state == RunState::Refused);
    const auto reloaded = runOnce(ends, job, with(&RunOptions::reload));
    REQUIRE_MESSAGE(reloaded.state == RunState::Applied, (reloaded.error ? reloaded.error->message : ""));
    CHECK(ends.target("select count(*) from %.item") == "10");
    ends.atSource("insert into %.item values (11, 'after', now())");
    CHECK(runOnce(ends, job).rows.read == 1);
    CHECK(ends.target("select string_agg(kind, ' ' order by seq) from %_state.ledger") == "window reload window");
}

TEST_CASE("a changed definition stops until it is accepted")
{
    DatabaseEnds ends;
    makeItems(ends);
    auto job = ends.itemJob();
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    job.source.where = "t.id > 0";
    const auto refused = runOnce(ends, job);
    CHECK(refused.state == RunState::Refused);
    CHECK(refused.error->message.find("the job's where changed") != std::string::npos);
    CHECK(runOnce(ends, job, with(&RunOptions::acceptChange)).state == RunState::Applied);
    CHECK(runOnce(ends, job).state == RunState::Applied);
}

TEST_CASE("a source column that was dropped between runs stops the run")
{
    DatabaseEnds ends;
    makeItems(ends);
    const auto job = ends.itemJob();
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    ends.atSource("alter table %.item drop column name");
    const auto summary = runOnce(ends, job);
    CHECK(summary.state != RunState::Applied);
    REQUIRE(summary.error);
    CHECK_MESSAGE(exitCode(summary) != 0, summary.error->message);
}

TEST_CASE("ledger rows of another pool keep this one out")
{
    DatabaseEnds ends;
    makeItems(ends);
    const auto job = ends.itemJob();
    REQUIRE(runOnce(ends, job).state == RunState::Applied);
    ends.atTarget("update %_state.ledger set pool = 'other'");
    const auto summary = runOnce(ends, job);
    CHECK(exitCode(summary) == 5);
    CHECK(summary.error->message.find("pool other") != std::string::npos);
}

TEST_CASE("state that a newer program wrote is left alone")
{
    DatabaseEnds ends;
    makeItems(ends);
    REQUIRE(runOnce(ends, ends.itemJob()).state == RunState::Applied);
    ends.atTarget("insert into %_state.state_version (version) values (999)");
    const auto summary = runOnce(ends, ends.itemJob());
    CHECK(summary.state == RunState::Refused);
    CHECK(summary.error->message.find("newer") != std::string::npos);
}

TEST_CASE("a job takes over from another tool at the hi that it is told")
{
    DatabaseEnds ends;
    makeItems(ends);
    ends.atTarget("create table %.item (id bigint primary key, name text, updated_at timestamptz)");
    const auto job = ends.itemJob();
    const auto hi =
        ends.source("select to_char(now() - interval '5 minutes 30 seconds', 'YYYY-MM-DD\"T\"HH24:MI:SSOF')");
    const auto row = adoptLedger(ends.pool(job), nullptr, "item", hi, {});
    REQUIRE_MESSAGE(row, (row ? "" : row.error().message));
    CHECK(row->kind == "adopt");
    CHECK(runOnce(ends, job).rows.read == 5);
    CHECK(!adoptLedger(ends.pool(job), nullptr, "item", hi, {}));
    const auto page = readLedger(ends.pool(job), nullptr, "item", {}, 1, {});
    REQUIRE(page);
    REQUIRE(page->rows.size() == 1);
    CHECK(page->rows.front().kind == "window");
    CHECK(page->next == 2);
    const auto reports = checkState(ends.pool(job), nullptr, {});
    REQUIRE(reports.size() == 1);
    REQUIRE(reports.front());
    CHECK(reports.front()->owners.size() == 1);
    CHECK(reports.front()->problems.empty());
}

TEST_CASE("another pool's staging rows and a stopped attempt's never get into an apply")
{
    DatabaseEnds ends;
    makeItems(ends);
    const auto job = ends.itemJob();
    RecordingObserver observer;
    std::stop_source stop;
    observer.statementHook = [&](Side side, std::string_view title) {
        if (side == Side::Target && title.find("lock the target") != std::string_view::npos)
            stop.request_stop();
    };
    const auto cancelled = runOnce(ends, job, {}, &observer, stop.get_token());
    CHECK(cancelled.state == RunState::Cancelled);
    CHECK(exitCode(cancelled) == 7);
    CHECK(ends.target("select count(*) from %.item") == "0");
    RecordingObserver second;
    const auto applied = runOnce(ends, job, {}, &second);
    CHECK(applied.state == RunState::Applied);
    CHECK(second.logged("earlier run left"));
    CHECK(ends.target("select count(*) from %.item") == "10");
}

TEST_CASE("an owner elsewhere is ended without asking only after a minute of silence")
{
    HolderEngine engine;
    engine.host = "another-host";
    engine.pid = 1;
    engine.backendPid = 42;
    Holder holder;
    holder.backendPid = 42;
    holder.owner = true;
    for (const double alive : {-1.0, 0.0, 59.0}) {
        holder.silentSeconds = alive;
        CHECK(whyEnded(holder, engine).empty());
    }
    holder.silentSeconds = 61;
    CHECK(whyEnded(holder, engine) == "it has been silent for 61 s");
    CHECK(whyEnded(holder, std::nullopt) == "it has been silent for 61 s"); // also where no epoch tells who it is
}
