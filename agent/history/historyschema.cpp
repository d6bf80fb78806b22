// SPDX-License-Identifier: Apache-2.0
#include "agent/history/historyschema.h"

#include <fmt/format.h>

#include <array>

namespace tidegate::agent {

namespace {

/// What leads from version n to n + 1. Times are milliseconds since 1970; `owner` names a process (ownerlock.h).
constexpr std::array<const char*, historyVersion> steps{R"sql(
create table series(id integer primary key, pool text not null, environment text not null, job text not null,
  unique(pool, environment, job));
create table run(id integer primary key autoincrement, series integer not null, owner text not null,
  number integer not null, trigger text not null, due integer, state text not null, started_at integer not null,
  ended_at integer, seconds real, rows_read integer, rows_inserted integer, rows_deleted integer,
  rows_unchanged integer, rows_superseded integer, rows_quarantined integer, bytes integer, lo text, hi text,
  error text);
create index run_by_series on run(series, id);
create index run_by_end on run(series, ended_at);
create index run_open on run(owner) where ended_at is null;
create table verification(id integer primary key, series integer not null, at integer not null, level text not null,
  state text not null, differences integer);
create index verification_by_series on verification(series, at);
create table sample(series integer not null, step integer not null, at integer not null, seconds real not null,
  rows integer not null, bytes integer not null, source_wait real not null, target_wait real not null,
  primary key(series, step, at)) without rowid;
create index sample_by_age on sample(step, at);
create table ledger(series integer not null, seq integer not null, kind text not null, lo text, hi text,
  rows_read integer, rows_inserted integer, rows_deleted integer, rows_unchanged integer, rows_superseded integer,
  rows_quarantined integer, applied_at integer not null, primary key(series, seq)) without rowid;
create table ledger_reading(pool text not null, environment text not null, since integer not null,
  at integer not null, error text, primary key(pool, environment)) without rowid;
create table schedule(pool text not null, environment text not null, since integer not null,
  primary key(pool, environment)) without rowid;
create table pause(pool text not null, environment text not null, job text not null,
  primary key(pool, environment, job)) without rowid;
create table plan(series integer primary key, cron text not null, zone text not null, up_to integer not null);
create table fire(series integer not null, due integer not null, owner text not null, decided_at integer not null,
  state text not null, tries integer not null, primary key(series, due)) without rowid;
create index fire_open on fire(state) where state in ('waiting', 'started');
create table watch(owner text not null, since integer not null, until integer not null,
  primary key(owner, since)) without rowid;
)sql",
                                                        R"sql(
create index ledger_by_time on ledger(series, applied_at);
drop index run_by_end;
create index run_amounts on run(series, ended_at, rows_inserted);
create index run_applied on run(series, id) where hi is not null and state in ('applied', 'nothing_to_do');
)sql",
                                                        R"sql(
alter table sample add column staged integer;
)sql"};

Result<int> versionOf(Database& database)
{
    const auto rows = database.query("pragma user_version");
    if (!rows)
        return rows.error();
    return static_cast<int>(rows->front().integer(0));
}

} // namespace

Result<void> migrateHistory(Database& database)
{
    auto version = versionOf(database);
    if (!version)
        return version.error();
    if (*version == historyVersion)
        return {};
    if (*version > historyVersion)
        return Error{
            ErrorCode::Unsupported,
            fmt::format("a newer agent made the history (version {}, this one knows {})", *version, historyVersion),
            "update this agent"};
    return database.transaction([&]() -> Result<void> {
        version = versionOf(database); // another agent may have been quicker
        if (!version)
            return version.error();
        for (int step = *version; step < historyVersion; ++step) {
            if (auto done = database.script(steps.at(static_cast<std::size_t>(step))); !done)
                return done;
        }
        return database.script(fmt::format("pragma user_version = {}", historyVersion));
    });
}

} // namespace tidegate::agent
