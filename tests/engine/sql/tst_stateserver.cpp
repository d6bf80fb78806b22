// SPDX-License-Identifier: Apache-2.0
// The state schema on a real server.
#include "sql/statesql.h"
#include "testserver.h"

#include <doctest/doctest.h>

using namespace tidegate;
using namespace tidegate::sql;
using tidegate::test::TestServer;

namespace {

/// A state schema with a name that needs quotes.
struct Fixture
{
    TestServer server;
    StateSql state = StateSql::create("状态 \"x\"", ServerInfo{}).value();

    Fixture() { drop(); }
    ~Fixture() { drop(); }
    Fixture(const Fixture&) = delete;
    Fixture& operator=(const Fixture&) = delete;

    void drop() { server.script("drop schema if exists " + state.schema() + " cascade"); }

    void make()
    {
        server.script("begin");
        for (const auto& statement : state.createState())
            server.run(statement);
        server.script("commit");
    }

    void ledgerRow(const std::string& seq, const std::optional<std::string>& lo, const std::string& hi)
    {
        std::vector<std::optional<std::string>> values(StateSql::ledgerColumns().size() - 1);
        values.at(0) = "订单";
        values.at(1) = seq;
        values.at(2) = "window";
        values.at(4) = "1";
        values.at(5) = lo;
        values.at(6) = hi;
        values.at(9) = "42";
        const auto answer = server.run(state.insertLedger(values));
        CHECK(answer.affected == 1);
    }
};

} // namespace

TEST_CASE_FIXTURE(Fixture, "the state tables are made once, whoever asks how often")
{
    CHECK(server.run(state.present()).rows[0][0] == "f");
    make();
    make();
    CHECK(server.run(state.present()).rows[0][0] == "t");
    CHECK(server.run(state.version()).rows[0][0] == std::to_string(stateVersion));
    CHECK(server.value("select count(*) from " + state.schema() + ".state_version") == "1");
}

TEST_CASE_FIXTURE(Fixture, "epochs count up and say who took them")
{
    make();
    CHECK(server.run(state.newestEpoch("订单")).rows.empty());
    CHECK(server.run(state.takeEpoch("订单", {"host-a", 7, "2024-01-01T00:00:00Z"})).rows[0][0] == "1");
    CHECK(server.run(state.takeEpoch("订单", {"host-b", 8, ""})).rows[0][0] == "2");
    CHECK(server.run(state.takeEpoch("other", {"host-a", 9, ""})).rows[0][0] == "1");
    const auto newest = server.run(state.newestEpoch("订单"));
    CHECK(newest.rows[0][0] == "2");
    CHECK(newest.rows[0][2] == "host-b");
    CHECK(newest.rows[0][4] == "<null>");
    CHECK(newest.rows[0][6].size() == std::string("2024-01-01T00:00:00.000000Z").size());
    TestServer other;
    CHECK(other.run(state.tryOwn("订单")).rows[0][0] == "t");
    const auto owners = server.run(state.owners());
    REQUIRE(owners.rows.size() == 2);
    CHECK(owners.columns.back() == "holding");
    CHECK(owners.rows[0].back() == "f");
    CHECK(owners.rows[1].back() == "t");
}

TEST_CASE_FIXTURE(Fixture, "one session owns a job; others see who and can end it")
{
    make();
    auto owner = std::make_unique<TestServer>();
    CHECK(owner->run(state.tryOwn("订单")).rows[0][0] == "t");
    CHECK(server.run(state.tryOwn("订单")).rows[0][0] == "f");
    CHECK(server.run(state.tryOwn("other")).rows[0][0] == "t");
    owner->script("begin");
    owner->run(state.lockApply("订单"));
    const auto holders = server.run(state.holders("订单"));
    REQUIRE(holders.rows.size() == 2);
    CHECK(holders.columns[1] == "lock");
    CHECK(holders.rows[0][1] == "owner");
    CHECK(holders.rows[1][1] == "apply");
    CHECK(holders.rows[0][0] == owner->value("select pg_backend_pid()"));
    owner->script("commit");
    CHECK(owner->run(state.letGo("订单")).rows[0][0] == "t");
    CHECK(server.run(state.tryOwn("订单")).rows[0][0] == "t");
    CHECK(server.run(state.terminate(std::stoi(owner->value("select pg_backend_pid()")))).rows[0][0] == "t");
}

TEST_CASE_FIXTURE(Fixture, "the ledger is read as it was written, newest first, and its gaps are found")
{
    make();
    CHECK(server.run(state.lastLedger("订单")).rows.empty());
    ledgerRow("1", std::nullopt, "2024-01-01");
    ledgerRow("2", "2024-01-01", "2024-01-02");
    CHECK(server.run(state.ledgerGaps()).rows.empty());
    ledgerRow("4", "2024-01-02", "2024-01-03");
    ledgerRow("5", "2024-01-04", "2024-01-05");
    const auto last = server.run(state.lastLedger("订单"));
    CHECK(last.columns == StateSql::ledgerColumns());
    CHECK(last.rows[0][1] == "5");
    CHECK(last.rows[0][6] == "2024-01-05");
    CHECK(last.rows[0][9] == "42");
    CHECK(last.rows[0][15] == "<null>");
    const auto page = server.run(state.ledgerPage("订单", 4, 1));
    REQUIRE(page.rows.size() == 1);
    CHECK(page.rows[0][1] == "2");
    CHECK(server.run(state.ledgerPage("订单", std::nullopt, 100)).rows.size() == 4);
    const auto gaps = server.run(state.ledgerGaps());
    REQUIRE(gaps.rows.size() == 2);
    CHECK(gaps.rows[0][1] == "4");
    CHECK(gaps.rows[1][1] == "5");
    CHECK_THROWS_AS(ledgerRow("5", "x", "y"), test::ServerError);
}

TEST_CASE_FIXTURE(Fixture, "what was staged is counted by part, and what is left over is shown")
{
    make();
    JobPlan plan;
    plan.stagingTable = state.schema() + ".stg_x_00000000";
    CHECK(server.run(state.staging(plan)).rows.empty());
    server.script("create table " + plan.stagingTable + " (_part integer, _attempt bigint); comment on table " +
                  plan.stagingTable + " is 'made'");
    CHECK(server.run(state.leftovers()).rows.empty());
    server.script("insert into " + plan.stagingTable + " values (0, 7), (0, 7), (1, 7), (0, 6)");
    CHECK(server.run(state.manifest(plan.stagingTable, 7)).rows ==
          std::vector<std::vector<std::string>>{{"0", "2"}, {"1", "1"}});
    CHECK(server.run(state.staging(plan)).rows.at(0)[1] == "made");
    REQUIRE(server.run(state.leftovers()).rows.size() == 1);
    CHECK(server.run(state.leftovers()).rows[0][0] == "stg_x_00000000");
}
