// SPDX-License-Identifier: Apache-2.0
// Full loads on a real server.
#include "loadfixture.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace tidegate;
using namespace tidegate::sql;
using tidegate::test::LoadFixture;

TEST_CASE_FIXTURE(LoadFixture, "a full load swapped by rename leaves everything of the target in place")
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

TEST_CASE_FIXTURE(LoadFixture, "a full load under a view replaces the rows in the same table")
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

TEST_CASE_FIXTURE(LoadFixture, "a full load that keeps the newest of repeated keys")
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
