// SPDX-License-Identifier: Apache-2.0
#include "databaseends.h"
#include "db/cataloguereader.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace tidegate;
using tidegate::test::DatabaseEnds;

namespace {

std::unique_ptr<Session> readOnlySource(const DatabaseEnds& ends)
{
    SessionOptions options;
    options.side = Side::Source;
    options.job = "order_item";
    auto session = Session::open(ends.sourceConnection, options, {});
    REQUIRE(session);
    return std::move(*session);
}

double secondsOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Asks for a stop as soon as the server says that `pid` is at work.
std::jthread stopWhenActive(DatabaseEnds& ends, int pid, std::stop_source& stop)
{
    return std::jthread([&ends, pid, &stop] {
        const auto watcher = ends.openSource();
        const auto question = "select state = 'active' from pg_stat_activity where pid = " + std::to_string(pid);
        while (ends.rows(*watcher, question) != "t")
            std::this_thread::yield();
        stop.request_stop();
    });
}

} // namespace

TEST_CASE("a session's settings are pinned whatever the role's own are")
{
    DatabaseEnds ends;
    ends.atSource("create role %_r login");
    ends.atSource("alter role %_r set timezone = 'Asia/Shanghai'");
    ends.atSource("alter role %_r set datestyle = 'German'");
    ends.atSource("alter role %_r set statement_timeout = '20ms'");
    ends.sourceConnection.user = ends.sql("%_r");
    const auto session = readOnlySource(ends);
    CHECK(session->server().zone == "Asia/Shanghai");
    CHECK(ends.rows(*session, "select timestamptz '2026-01-31 08:00:00.5+08', current_setting('row_security'),"
                              " current_setting('search_path'), current_setting('application_name')") ==
          "2026-01-31 00:00:00.5+00|off|pg_catalog|tidegate/order_item");
    CHECK(ends.rows(*session, "show statement_timeout") == "0");
    CHECK(!session->server().seesAllSessions);
    ends.atSource("drop role %_r");
}

TEST_CASE("a source session can't write, and says what is wrong and what to do")
{
    DatabaseEnds ends;
    ends.atSource("create table %.t (a int)");
    const auto session = readOnlySource(ends);
    const auto refused = session->query(ends.sql("insert into %.t values (1)"), {});
    REQUIRE(!refused);
    CHECK(refused.error().detail("sqlstate") == "25006");
    CHECK(refused.error().side == Side::Source);
    CHECK(!refused.error().hint.empty());
    CHECK(exitCode(refused.error()) == 3);
    CHECK(session->usable());
}

TEST_CASE("a stop request cancels a statement on the server within a second, and the session goes on")
{
    DatabaseEnds ends;
    const auto session = readOnlySource(ends);
    std::stop_source stop;
    const auto stopper = stopWhenActive(ends, session->backendPid(), stop);
    std::optional<ErrorCode> code;
    CHECK(secondsOf([&] { code = session->query("select pg_sleep(30)", stop.get_token()).error().code; }) < 5);
    CHECK(code == ErrorCode::Cancelled);
    CHECK(ends.rows(*session, "select 1") == "1");
}

TEST_CASE("a session that was ended is told apart from a refused statement")
{
    DatabaseEnds ends;
    const auto session = readOnlySource(ends);
    ends.atSource("select pg_terminate_backend(" + std::to_string(session->backendPid()) + ")");
    const auto lost = session->query("select 1", {});
    REQUIRE(!lost);
    CHECK(lost.error().code == ErrorCode::ConnectionLost);
    CHECK(!session->usable());
}

TEST_CASE("a server that does not answer, a name that is unknown and a wrong database say so")
{
    DatabaseEnds ends;
    auto connection = ends.sourceConnection;
    connection.database = "no_such_database";
    const auto wrong = Session::open(connection, {Side::Source, {}, true, std::chrono::seconds(5)}, {});
    REQUIRE(!wrong);
    CHECK(wrong.error().code == ErrorCode::ConnectFailed);
    CHECK(wrong.error().message.find("no_such_database") != std::string::npos);
    connection.host = "no-such-host.invalid";
    const auto unknown = Session::open(connection, {Side::Source, {}, true, std::chrono::seconds(5)}, {});
    REQUIRE(!unknown);
    CHECK(unknown.error().code == ErrorCode::ConnectFailed);
    CHECK(unknown.error().side == Side::Source);
}

TEST_CASE("a row that COPY can't take is named with its line and column")
{
    DatabaseEnds ends;
    ends.atTarget("create table %.t (a int, b date)");
    const auto session = ends.openTarget();
    REQUIRE(session->beginCopyIn(ends.sql("copy %.t from stdin"), {}));
    REQUIRE(session->writeCopy("1\t2026-01-01\n2\tyesterday-ish\n", {}));
    const auto refused = session->endCopyIn({});
    REQUIRE(!refused);
    CHECK(refused.error().message.find("line 2, column b") != std::string::npos);
    CHECK(ends.target("select count(*) from %.t") == "0");
}

TEST_CASE("rows leave and enter by COPY byte for byte")
{
    DatabaseEnds ends;
    ends.atSource("create table %.t (a int, b text)");
    ends.atSource("insert into %.t values (1, e'tab\\t back\\\\slash \\n 订单 ''quote'''), (2, null), (3, '')");
    ends.atTarget("create table %.t (a int, b text)");
    const auto source = readOnlySource(ends);
    const auto target = ends.openTarget();
    REQUIRE(source->beginCopyOut(ends.sql("copy (select * from %.t order by a) to stdout"), {}));
    REQUIRE(target->beginCopyIn(ends.sql("copy %.t from stdin"), {}));
    std::string bytes;
    auto read = source->readCopy(bytes, 1024, {});
    while (read && *read != Session::CopyRead::End)
        read = source->readCopy(bytes, bytes.size() + 1024, {});
    REQUIRE(read);
    CHECK(source->copiedRows() == 3);
    REQUIRE(target->writeCopy(bytes, {}));
    REQUIRE(target->endCopyIn({}));
    CHECK(target->copiedRows() == 3);
    CHECK(ends.source("select * from %.t order by a") == ends.target("select * from %.t order by a"));
}

TEST_CASE("the catalogue tells a table, a query's shape, and lists by pages")
{
    DatabaseEnds ends;
    ends.atSource("create table %.\"订单\" (id int primary key, amount numeric(18,2))");
    ends.atSource("create table %.b (x int)");
    const auto session = readOnlySource(ends);
    const auto table = readTableInfo(*session, ends.sql("%.\"订单\""), {});
    REQUIRE(table);
    REQUIRE(*table);
    CHECK((*table)->primaryKey == std::vector<std::string>{"id"});
    CHECK((*table)->columns.at(1).type == "numeric(18,2)");
    const auto none = readTableInfo(*session, ends.sql("%.nothing"), {});
    REQUIRE(none);
    CHECK(!*none);
    const auto shape = readQueryShape(*session, "select 1::smallint as a, 'x'::varchar(7) as \"B c\"", {});
    REQUIRE(shape);
    CHECK(shape->columns.at(0).type == "smallint");
    CHECK(shape->columns.at(1).name == "B c");
    CHECK(shape->columns.at(1).type == "character varying(7)");
    CHECK(!readQueryShape(*session, "select 1; drop table x", {}));
    CHECK(!readQueryShape(*session, "delete from pg_class returning 1", {}));

    const auto first = readTablePage(*session, "", 1, {});
    REQUIRE(first);
    CHECK(first->tables.size() == 1);
    CHECK(!first->next.empty());
    const auto rest = readTablePage(*session, first->next, 1000, {});
    REQUIRE(rest);
    CHECK(rest->next.empty());
}
