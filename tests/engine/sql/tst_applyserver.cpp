// SPDX-License-Identifier: Apache-2.0
// Apply and swap on a real server: what the counters say of rows made by hand.
#include "sql/cataloguesql.h"
#include "sql/statements.h"
#include "testserver.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

using namespace tidegate;
using namespace tidegate::sql;
using tidegate::test::Answer;
using tidegate::test::TestServer;

namespace {

constexpr std::int64_t attempt = 1048577;

struct Fixture
{
    TestServer server;

    Fixture()
    {
        server.script("begin; create schema s; create schema d; create schema tidegate");
        server.script(
            "create table s.item (id bigint, a text, n double precision, doc json, gone boolean, at timestamptz)");
    }
    ~Fixture() { server.script("rollback"); }
    Fixture(const Fixture&) = delete;
    Fixture& operator=(const Fixture&) = delete;

    TableInfo table(const std::string& name)
    {
        const auto info = serverInfoFromJson(nlohmann::json::parse(server.run(serverInfoSql()).rows.at(0).at(0)));
        const auto answer = server.run(tableInfoSql(name, info));
        return answer.rows.empty() ? TableInfo{} : tableInfoFromJson(nlohmann::json::parse(answer.rows.at(0).at(0)));
    }

    PlanInputs inputs()
    {
        PlanInputs made;
        made.job.name = "item";
        made.job.source = {"erp", "s.item", "", ""};
        made.job.target = {"warehouse", "d.item", true, {}, 50};
        made.job.key = {"id"};
        made.job.mode = Mode::Incremental;
        made.job.watermark = Watermark{};
        made.job.watermark->columns = {"t.at"};
        made.sourceServer.version = made.targetServer.version = 150004;
        made.source = table("s.item");
        if (auto target = table("d.item"); target.oid != 0)
            made.target = target;
        return made;
    }

    /// Runs the statements in order, as far as the data is not refused; their counters go to `counts`, the rows of
    /// checks to `examples`.
    void run(const Result<std::vector<Statement>>& statements)
    {
        REQUIRE(statements.has_value());
        for (const auto& statement : statements.value()) {
            const auto answer = server.run(statement);
            counts[statement.role] +=
                answer.columns.empty() ? answer.affected : static_cast<std::int64_t>(answer.rows.size());
            if (!answer.columns.empty())
                examples[statement.role] = answer;
            const bool check = statement.role == StatementRole::NullKeys ||
                               statement.role == StatementRole::NullWatermarks ||
                               statement.role == StatementRole::RepeatedKeys;
            if (check && !answer.rows.empty())
                return;
        }
    }

    /// Loads the whole source into a table beside and swaps it in.
    void loadWhole(const JobPlan& plan)
    {
        run(createBesideSql(plan, "item__b"));
        const auto rows = server.copyOut(copyOutSql(plan, {}, attempt, 0).value());
        server.copyIn(copyInSql(plan, besideTable(plan, "item__b").value(), false).value(), rows);
        run(finishBesideSql(plan, "item__b"));
        run(swapSql(plan, "item__b"));
    }

    /// Copies the whole source into staging as one window.
    void stage(const JobPlan& plan)
    {
        server.script("drop table if exists " + plan.stagingTable);
        run(createStagingSql(plan));
        const ReadRange range{std::nullopt, "2100-01-01 00:00:00+00"};
        const auto rows = server.copyOut(copyOutSql(plan, range, attempt, 0).value());
        server.copyIn(copyInSql(plan, plan.stagingTable, true).value(), rows);
    }

    void apply(const JobPlan& plan)
    {
        stage(plan);
        counts.clear();
        server.script("drop table if exists pg_temp.tidegate_kept"); // a test is one transaction
        run(applySql(plan, attempt));
    }

    JobPlan plan(PlanInputs made)
    {
        auto planned = planJob(std::move(made));
        REQUIRE_MESSAGE(planned.has_value(), planned.error().message);
        return *planned;
    }

    void makeTarget() { run(createTargetSql(plan(inputs()))); }

    std::string target()
    {
        return server.value("select string_agg(id || '=' || coalesce(a, '-'), ' ' order by id) from d.item");
    }

    std::map<StatementRole, std::int64_t> counts;
    std::map<StatementRole, Answer> examples;
};

} // namespace

TEST_CASE_FIXTURE(Fixture, "a window's rows are inserted, replaced or left alone, and counted")
{
    server.script("insert into s.item values (1, 'one', 0, '{\"x\": 1}', false, now()), (2, 'two', 'NaN', null, false, "
                  "now()), (3, null, null, null, false, null)");
    makeTarget();
    apply(plan(inputs()));
    CHECK(counts[StatementRole::Inserted] == 3);
    CHECK(counts[StatementRole::Unchanged] == 0);
    CHECK(target() == "1=one 2=two 3=-");

    server.script(
        "update s.item set a = 'zwei' where id = 2; insert into s.item values (4, 'four', 1, null, false, now())");
    apply(plan(inputs()));
    CHECK(counts[StatementRole::Unchanged] == 2);
    CHECK(counts[StatementRole::Removed] == 1);
    CHECK(counts[StatementRole::Inserted] == 2);
    CHECK(target() == "1=one 2=zwei 3=- 4=four");
}

TEST_CASE_FIXTURE(Fixture, "values that compare equal but are written otherwise are no equal rows")
{
    server.script(
        "insert into s.item values (1, 'a', 0, '{\"x\": 1}', false, now()), (2, 'b', 'NaN', '{}', false, now())");
    makeTarget();
    apply(plan(inputs()));
    server.script("update s.item set n = '-0' where id = 1; update s.item set doc = '{ }' where id = 2");
    apply(plan(inputs()));
    CHECK(counts.at(StatementRole::Unchanged) == 0);
    CHECK(counts.at(StatementRole::Inserted) == 2);
    CHECK(server.value("select n::text from d.item where id = 1") == "-0");
    CHECK(server.value("select doc::text from d.item where id = 2") == "{ }");
}

TEST_CASE_FIXTURE(Fixture, "a row without a key is found and shown")
{
    makeTarget();
    server.script("insert into s.item values (null, 'x', 1, null, false, now()), (1, 'y', 1, null, false, now())");
    apply(plan(inputs()));
    const auto& bad = examples[StatementRole::NullKeys];
    CHECK(bad.columns == std::vector<std::string>{"total", "id", "_wm"});
    REQUIRE(bad.rows.size() == 1);
    CHECK(bad.rows[0][0] == "1");
}

TEST_CASE_FIXTURE(Fixture, "two rows with one key are shown beside each other, or the newest wins")
{
    makeTarget();
    server.script("alter table d.item drop constraint item_pkey");
    server.script(
        "insert into s.item values (1, 'old', 1, null, false, '2024-01-01'), (1, 'new', 1, null, false, '2024-01-02'),"
        " (1, 'none', 1, null, false, null), (2, 'x', 1, null, false, '2024-01-01')");
    apply(plan(inputs()));
    const auto& repeated = examples[StatementRole::RepeatedKeys];
    REQUIRE(repeated.rows.size() == 2);
    CHECK(repeated.columns.front() == "rows_with_this_key");
    CHECK(repeated.rows[0][0] == "3");
    CHECK(repeated.rows[0][2] == "new");
    CHECK(repeated.rows[1][2] == "old");

    auto made = inputs();
    made.job.onDuplicateKey = OnDuplicateKey::Newest;
    apply(plan(made));
    CHECK(counts.at(StatementRole::Superseded) == 2);
    CHECK(counts.at(StatementRole::Inserted) == 2);
    CHECK(target() == "1=new 2=x");
}

TEST_CASE_FIXTURE(Fixture, "delete_when takes rows away, and a NULL of it takes none")
{
    server.script("insert into s.item values (1, 'a', 1, null, false, now()), (2, 'b', 1, null, null, now()), (3, 'c', "
                  "1, null, false, now())");
    makeTarget();
    auto made = inputs();
    made.job.deleteWhen = "t.gone";
    apply(plan(made));
    CHECK(target() == "1=a 2=b 3=c");
    server.script("update s.item set gone = true where id in (1, 3); insert into s.item values (9, 'never there', 1, "
                  "null, true, now())");
    made = inputs();
    made.job.deleteWhen = "t.gone";
    apply(plan(made));
    CHECK(counts.at(StatementRole::Deleted) == 3);
    CHECK(counts.at(StatementRole::Unchanged) == 1);
    CHECK(counts.at(StatementRole::Removed) == 2);
    CHECK(counts.at(StatementRole::Inserted) == 0);
    CHECK(target() == "2=b");
}

TEST_CASE_FIXTURE(Fixture, "columns that the job does not fill keep their value, and new rows get the default")
{
    server.script("insert into s.item values (1, 'a', 1, null, false, now()), (2, 'b', 1, null, false, now())");
    makeTarget();
    server.script("alter table d.item add reviewed text default 'no', add no bigint generated always as identity");
    apply(plan(inputs()));
    server.script("update d.item set reviewed = 'by hand' where id = 1; update s.item set a = 'A'; insert into s.item "
                  "values (3, 'c', 1, null, false, now())");
    apply(plan(inputs()));
    CHECK(counts.at(StatementRole::Inserted) == 3);
    CHECK(server.value("select string_agg(id || a || reviewed || no, ' ' order by id) from d.item") ==
          "1Aby hand1 2Ano2 3cno3");
}

TEST_CASE_FIXTURE(Fixture, "nulls: reject shows rows without a watermark; append only inserts")
{
    server.script("insert into s.item values (1, 'a', 1, null, false, now()), (2, 'b', 1, null, false, null)");
    makeTarget();
    auto made = inputs();
    made.job.apply = Apply::Append;
    const auto planned = plan(made);
    CHECK(planned.nulls == NullWatermark::Reject);
    apply(planned);
    const auto& bad = examples[StatementRole::NullWatermarks];
    REQUIRE(bad.rows.size() == 1);
    CHECK(bad.rows[0] == std::vector<std::string>{"1", "2"});
}

TEST_CASE_FIXTURE(Fixture, "a joined watermark reads a row when only its parent or only itself changed, once")
{
    server.script(
        "create table s.head (id bigint, at timestamptz);"
        "insert into s.head values (1, '2024-01-05'), (1, '2024-01-02'), (2, '2024-01-01');"
        "insert into s.item values (1, 'a', 1, null, false, '2024-01-01'), (2, 'b', 1, null, false, '2024-01-05'),"
        " (3, 'c', 1, null, false, '2024-01-01'), (4, 'd', 1, null, false, null)");
    auto made = inputs();
    made.job.watermark->columns = {"t.at", "o.at"};
    made.job.watermark->join = WatermarkJoin{"s.head", "o", "o.id = t.id"};
    made.join = table("s.head");
    const auto planned = plan(made);
    const auto read = [&](const ReadRange& range) {
        return server.value(
            fmt::format("select coalesce(string_agg(id::text, ' ' order by id), 'none') from (\n{}\n) x",
                        extractSql(planned, range, attempt, 0).value()));
    };
    CHECK(read({"2024-01-04 00:00:00+00", "2024-01-06 00:00:00+00"}) == "1 2 4");
    CHECK(read({"2024-01-05 00:00:00+00", "2024-01-06 00:00:00+00"}) == "1 2 4");
    CHECK(read({"2024-01-04 00:00:00+00", "2024-01-05 00:00:00+00"}) == "4");
    CHECK(read({"2024-01-01 00:00:00+00", "2024-01-02 00:00:00+00"}) == "3 4");
    CHECK(read({"2024-01-06 00:00:00+00", "2024-01-07 00:00:00+00", true, std::chrono::hours(48)}) == "1 2 4");
}

TEST_CASE_FIXTURE(Fixture, "a full load swapped by rename leaves everything of the target in place")
{
    server.script(R"(create role d_owner; create role d_reader; grant all on schema d to d_owner;
create table d.parent (id bigint primary key);
create table d.item (
    id bigint generated always as identity primary key, a text default 'none', n double precision, doc json, gone boolean,
    at timestamptz, serial_no serial, reviewed text default 'no', parent_id bigint references d.parent (id), check (id > 0)
) with (fillfactor = 80);
alter table d.item owner to d_owner;
create unique index "Item a" on d.item (a, id) where a is not null;
comment on index d."Item a" is 'index comment';
comment on table d.item is 'it''s ours';
comment on column d.item.a is 'column comment';
grant select on d.item to d_reader with grant option;
grant update (a) on d.item to public;
insert into d.item (id, a, reviewed) overriding system value values (1, 'a', 'by hand'), (2, 'gone', 'x');
select setval('d.item_id_seq', 77);
insert into s.item values (1, 'A', 1, null, false, now()), (5, 'e', 1, null, false, now());)");
    auto made = inputs();
    made.job.mode = Mode::Full;
    const auto planned = plan(made);
    REQUIRE(planned.swapByRename);
    const auto before = table("d.item");
    loadWhole(planned);
    auto after = table("d.item");
    CHECK(after.oid != before.oid);
    auto expected = toJson(before);
    auto got = toJson(after);
    for (const char* key : {"oid", "estimatedRows", "bytes"}) {
        expected.erase(key);
        got.erase(key);
    }
    // The sequence of an identity belongs to its table and gets a name of its own.
    expected["columns"][0].erase("ownedSequence");
    got["columns"][0].erase("ownedSequence");
    CHECK(expected.dump(1) == got.dump(1));
    CHECK(server.value("select string_agg(id || a || reviewed, ' ' order by id) from d.item") == "1Aby hand 5eno");
    CHECK(server.value("insert into d.item (a) values ('next') returning id") == "78");
    CHECK(server.value("select col_description('d.item'::regclass, 2)") == "column comment");
    CHECK(server.value("select count(*) from pg_class where relname like 'tidegate%' or relname like 'item\\_\\_b%' "
                       "and relkind <> 'S'") == "0");
}

TEST_CASE_FIXTURE(Fixture, "a full load under a view replaces the rows in the same table")
{
    server.script("create table d.item (id bigint primary key, a text, n double precision, doc json, gone boolean, at "
                  "timestamptz,"
                  " no bigint generated always as identity);"
                  "insert into d.item (id, a) values (1, 'a'), (2, 'b'); create view d.v as select * from d.item;"
                  "insert into s.item values (1, 'A', 1, null, false, now()), (7, 'g', 1, null, false, now())");
    auto made = inputs();
    made.job.mode = Mode::Full;
    const auto planned = plan(made);
    CHECK(!planned.swapByRename);
    loadWhole(planned);
    CHECK(counts[StatementRole::Removed] == 2);
    CHECK(counts[StatementRole::Inserted] == 2);
    CHECK(server.value("select string_agg(id || a || no, ' ' order by id) from d.v") == "1A1 7g4");
    CHECK(server.value("insert into d.item (id) values (8) returning no") == "5");
    CHECK(table("d.item__b").oid == 0);
}

TEST_CASE_FIXTURE(Fixture, "a full load that keeps the newest of repeated keys")
{
    server.script("insert into s.item values (1, 'new', 1, null, false, '2024-01-02'), (1, 'old', 1, null, false, "
                  "'2024-01-01'), (1, 'none', 1, null, false, null)");
    auto made = inputs();
    made.job.mode = Mode::Full;
    made.job.onDuplicateKey = OnDuplicateKey::Newest;
    const auto planned = plan(made);
    loadWhole(planned);
    CHECK(counts[StatementRole::Superseded] == 2);
    CHECK(target() == "1=new");
    CHECK(table("d.item").primaryKey == std::vector<std::string>{"id"});
    CHECK(table("d.item").indexDefinitions[0].name == "item_pkey");
}
