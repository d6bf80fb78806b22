// SPDX-License-Identifier: Apache-2.0
// The corpus and the names in it, told to a real server.
#include "cataloguetext.h"
#include "sql/cataloguesql.h"
#include "sql/identifier.h"
#include "sql/keywords.h"
#include "sqlcase.h"
#include "testserver.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace tidegate;
using namespace tidegate::sql;
using tidegate::test::TestServer;

namespace {

void runAll(TestServer& server, const Result<std::vector<Statement>>& statements)
{
    if (!statements)
        throw std::runtime_error(statements.error().message);
    for (const auto& statement : *statements)
        server.run(statement);
}

void loadWindow(TestServer& server, const test::SqlCase& testCase, const JobPlan& plan)
{
    const auto rows = server.copyOut(copyOutSql(plan, testCase.range(), testCase.attempt(), 0).value());
    server.run(countSql(plan, testCase.range()).value());
    runAll(server, createTargetSql(plan));
    server.script("create schema tidegate");
    runAll(server, createStagingSql(plan));
    server.copyIn(copyInSql(plan, plan.stagingTable, true).value(), rows);
    if (plan.inputs.job.mode == Mode::Incremental)
        runAll(server, applySql(plan, testCase.attempt()));
    runAll(server, emptyStagingSql(plan));
    runAll(server, dropStagingSql(plan));
}

void loadWhole(TestServer& server, const test::SqlCase& testCase, const JobPlan& plan)
{
    const auto rows = server.copyOut(copyOutSql(plan, {}, testCase.attempt(), 0).value());
    const auto beside = besideTable(plan, test::besideName).value();
    runAll(server, createBesideSql(plan, test::besideName));
    server.copyIn(copyInSql(plan, beside, false).value(), rows);
    runAll(server, keyCheckSql(plan, beside));
    runAll(server, finishBesideSql(plan, test::besideName));
    runAll(server, guardSql(plan));
    runAll(server, swapSql(plan, test::besideName));
}

} // namespace

TEST_CASE("a server takes every statement of every case of the corpus")
{
    TestServer server;
    server.script("create role reader; create role loader");
    int taken = 0;
    for (const auto& file : test::corpusFiles()) {
        const auto testCase = test::readCase(file);
        const bool greenplum = testCase.has("target greenplum6") || testCase.has("source greenplum6");
        if (greenplum || testCase.has("no server") || testCase.section("error") != nullptr)
            continue;
        if (file.filename() == "window.test") // its window is no time; what counts there is that it stays a literal
            continue;
        auto plan = test::planOf(testCase);
        INFO(file.string());
        if (!plan) {
            FAIL_CHECK(plan.error().message);
            continue;
        }
        if (plan->inputs.source.kind == 'q')
            plan->inputs.job.source.query = "select * from sales.order_item";
        server.script("begin");
        try {
            if (plan->inputs.source.kind == 'q') {
                plan->inputs.source.schema = "sales";
                plan->inputs.source.name = "order_item";
            }
            server.script(test::tableDdl(plan->inputs.source));
            if (plan->inputs.join)
                server.script(test::tableDdl(*plan->inputs.join));
            if (plan->inputs.target)
                server.script(test::tableDdl(*plan->inputs.target));
            server.script("savepoint before");
            if (plan->watermarkType)
                loadWindow(server, testCase, *plan);
            server.script("rollback to before");
            loadWhole(server, testCase, *plan);
            ++taken;
        } catch (const std::exception& error) {
            FAIL_CHECK(file.filename().string(), ": ", error.what());
        }
        server.script("rollback");
    }
    CHECK(taken >= 40);
    server.script("drop role reader; drop role loader");
}

TEST_CASE("what grants says can be run")
{
    TestServer server;
    const auto testCase = test::readCase(std::filesystem::path(TIDEGATE_TEST_DATA) / "sql/extract/chinese.test");
    const auto plan = test::planOf(testCase).value();
    server.script("begin; create role reader; create role loader");
    server.script(test::tableDdl(plan.inputs.source));
    runAll(server, createTargetSql(plan));
    server.script(grantsSql(plan, "reader", "loader").value());
    CHECK(server
              .run("select has_table_privilege('reader', $1, 'select')",
                   {joinQualifiedName({plan.inputs.source.schema, plan.inputs.source.name}).value()})
              .rows[0][0] == "t");
    server.script("rollback");
}

TEST_CASE("names and values come back from a server as they were")
{
    TestServer server;
    for (const std::string name :
         {"plain", "Upper", "select", "订单 明细", "a\"b", "a\"\"; drop table x; --", "$1", "a$b", "it's",
          "back\\slash", "tab\tand\nline", "0digit", "é", "user", "json_table", "_x", "𝄞"}) {
        const auto answer = server.run(fmt::format("select 1 as {}", quoteIdentifier(name).value()));
        CHECK(answer.columns[0] == name);
        const auto parsed = parseQualifiedName(joinQualifiedName({name, name}).value());
        REQUIRE(parsed);
        CHECK(*parsed == std::vector<std::string>{name, name});
    }
    for (const std::string value : {"", "plain", "it's", "''", "\\", "\\' or true --", "a\\'b", "/* */",
                                    "; drop table x", "$$", "订单", "line\nbreak", "E'x'"}) {
        CHECK(server.value("select " + quoteLiteral(value).value()) == value);
        for (const char* strings : {"on", "off"}) {
            server.script(fmt::format("set standard_conforming_strings = {}", strings));
            CHECK(server.value("select " + quoteLiteral(value).value()) == value);
        }
    }
}

TEST_CASE("every word that this server does not take bare is quoted")
{
    TestServer server;
    const auto words = server.run("select word from pg_get_keywords() where catcode <> 'U'");
    REQUIRE(words.rows.size() > 100);
    for (const auto& row : words.rows) {
        CHECK_MESSAGE(isKeyword(row[0]), row[0]);
        CHECK(quoteIdentifier(row[0]).value() == '"' + row[0] + '"');
    }
}

TEST_CASE("the catalogue of a table says what a plan needs")
{
    TestServer server;
    server.script(R"(begin;
create schema cat;
create role cat_reader;
create domain cat.positive as numeric(10,2) check (value > 0);
create type cat.mood as enum ('a', 'b');
create table cat.parent (id bigint primary key);
create table cat."订单" (
    id bigint generated always as identity primary key,
    serial_no serial not null,
    parent_id bigint references cat.parent (id),
    name varchar(20) default 'none',
    price cat.positive,
    mood cat.mood,
    at timestamptz(3),
    twice numeric generated always as (price * 2) stored,
    unique (name, serial_no)
) with (fillfactor = 70);
alter table cat."订单" drop column parent_id;
alter table cat."订单" add column parent_id bigint references cat.parent (id);
create index "by ""at""" on cat."订单" using btree (at desc) where at is not null;
create index on cat."订单" (lower(name), at);
create table cat.child (id bigint references cat."订单" (id) on delete cascade);
create view cat.v as select id from cat."订单";
create function cat.f() returns trigger language plpgsql as 'begin return new; end';
create trigger audit before update on cat."订单" for each row execute function cat.f();
comment on table cat."订单" is 'it''s';
grant select, insert on cat."订单" to cat_reader;
grant update (name) on cat."订单" to public;
insert into cat.parent values (1))");
    const auto info = serverInfoFromJson(nlohmann::json::parse(server.run(serverInfoSql()).rows.at(0).at(0)));
    CHECK(info.dialect == Dialect::Postgres);
    CHECK(info.version >= 150000);
    CHECK(info.versionText.substr(0, 12) == "PostgreSQL 1");
    CHECK(!info.zone.empty());
    CHECK(info.seesAllSessions);

    const auto json = nlohmann::json::parse(server.run(tableInfoSql("cat.\"订单\"", info)).rows.at(0).at(0));
    const auto table = tableInfoFromJson(json);
    CHECK(toJson(tableInfoFromJson(toJson(table))) == toJson(table));
    CHECK(table.kind == 'r');
    CHECK(table.primaryKey == std::vector<std::string>{"id"});
    CHECK(table.uniqueKeys == std::vector<std::vector<std::string>>{{"id"}, {"name", "serial_no"}});
    CHECK(std::find(table.indexes.begin(), table.indexes.end(), std::vector<std::string>{"at"}) != table.indexes.end());
    CHECK(table.column("id")->identity == 'a');
    CHECK(table.column("id")->ownedSequence == "cat.\"订单_id_seq\"");
    CHECK(table.column("serial_no")->defaultExpression == "nextval('cat.\"订单_serial_no_seq\"'::regclass)");
    CHECK(table.column("price")->typeClass == 'd');
    CHECK(table.column("price")->domainOf == "numeric(10,2)");
    CHECK(table.column("mood")->typeClass == 'e');
    CHECK(table.column("at")->type == "timestamp(3) with time zone");
    CHECK(table.column("at")->baseType == "timestamptz");
    CHECK(table.column("twice")->generated);
    CHECK(!table.column("twice")->hasDefault);
    REQUIRE(table.referencedBy.size() == 1);
    CHECK(table.referencedBy[0].table == "cat.child");
    CHECK(table.referencedBy[0].onDelete == 'c');
    CHECK(table.rowTriggers == std::vector<std::string>{"audit"});
    CHECK(std::find(table.dependents.begin(), table.dependents.end(), "view cat.v") != table.dependents.end());
    CHECK(table.comment == "it's");
    CHECK(table.options == std::vector<std::string>{"fillfactor=70"});
    CHECK(table.indexDefinitions.size() == 5);
    REQUIRE(table.grants.size() == 2);
    CHECK(table.grants[0].column == "name");
    CHECK(table.grants[1].privileges == std::vector<std::string>{"INSERT", "SELECT"});

    server.script("grant usage on schema cat to cat_reader; set local role cat_reader");
    const auto foreign =
        tableInfoFromJson(nlohmann::json::parse(server.run(tableInfoSql("cat.parent", info)).rows.at(0).at(0)));
    CHECK(std::any_of(foreign.dependents.begin(), foreign.dependents.end(),
                      [](const auto& what) { return what.substr(0, 6) == "owner "; }));
    server.script("reset role");

    CHECK(server.run(tableInfoSql("cat.nothing", info)).rows.empty());
    CHECK(server.run(tableInfoSql("no; name", info)).rows.empty());
    server.script("rollback");
}
