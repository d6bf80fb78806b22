// SPDX-License-Identifier: Apache-2.0
// Apply on a real server: what the counters say of rows made by hand.
#include "loadfixture.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace tidegate;
using namespace tidegate::sql;
using tidegate::test::LoadFixture;

TEST_CASE_FIXTURE(LoadFixture, "a window's rows are inserted, replaced or left alone, and counted")
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

TEST_CASE_FIXTURE(LoadFixture, "values that compare equal but are written otherwise are no equal rows")
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

TEST_CASE_FIXTURE(LoadFixture, "a row without a key is found and shown")
{
    makeTarget();
    server.script("insert into s.item values (null, 'x', 1, null, false, now()), (1, 'y', 1, null, false, now())");
    apply(plan(inputs()));
    const auto& bad = examples[StatementRole::NullKeys];
    CHECK(bad.columns == std::vector<std::string>{"total", "id", "_wm"});
    REQUIRE(bad.rows.size() == 1);
    CHECK(bad.rows[0][0] == "1");
}

TEST_CASE_FIXTURE(LoadFixture, "two rows with one key are shown beside each other, or the newest wins")
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

TEST_CASE_FIXTURE(LoadFixture, "delete_when takes rows away, and a NULL of it takes none")
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

TEST_CASE_FIXTURE(LoadFixture, "columns that the job does not fill keep their value, and new rows get the default")
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

TEST_CASE_FIXTURE(LoadFixture, "nulls: reject shows rows without a watermark; append only inserts")
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

TEST_CASE_FIXTURE(LoadFixture, "a joined watermark reads a row when only its parent or only itself changed, once")
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

TEST_CASE_FIXTURE(LoadFixture, "a key that is equal but written otherwise is written anew")
{
    server.script("alter table s.item alter column id type numeric; insert into s.item values (1.0, 'a', 1, null, "
                  "false, now()), (2, 'b', 1, null, false, now())");
    makeTarget();
    apply(plan(inputs()));
    server.script("update s.item set id = 1.00 where id = 1");
    apply(plan(inputs()));
    CHECK(counts.at(StatementRole::Unchanged) == 1);
    CHECK(counts.at(StatementRole::Inserted) == 1);
    CHECK(target() == "1.00=a 2=b");
}
