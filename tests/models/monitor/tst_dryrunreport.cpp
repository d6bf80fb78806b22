// SPDX-License-Identifier: Apache-2.0
#include "fakeagent.h"
#include "models/monitor/dryrunreport.h"
#include "models/monitor/plantext.h"
#include "models/monitor/runway.h"

#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

class TestDryRunReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_agent = std::make_unique<FakeAgent>();
        m_client = std::make_unique<AgentClient>(m_agent->makeTransport());
        m_agent->on("run.list", [](const auto&) { return json{{"runs", json::array()}}; });
        m_agent->on("run.start", [](const auto&) { return json{{"run", 3}}; });
        m_agent->on("job.explain", [](const auto&) {
            return json{{"source", {{"statements", {{{"title", "extract"}, {"plan", json::array()}}}}}},
                        {"target", {{"statements", json::array()}, {"error", {{"message", "no staging yet"}}}}}};
        });
        m_runs = std::make_unique<RunController>(m_client.get());
        m_dryRun = std::make_unique<DryRunReport>(m_client.get());
        m_client->start();
        QTRY_VERIFY(m_client->isReady());
    }
    void cleanup()
    {
        m_dryRun.reset();
        m_runs.reset();
        m_client.reset();
        m_agent.reset();
    }

    void onlyWhatARunWouldSendIsShown()
    {
        m_dryRun->start(u"/pool"_s, {}, u"orders"_s);
        QTRY_COMPARE(m_agent->received("run.start").size(), 1U);
        QVERIFY(m_agent->received("run.start").at(0).at("params").at("options").at("dryRun").get<bool>());
        tell({{"event", "run.started"}, {"dryRun", true}});
        statement("source", "read the catalogue", "select 1");
        tell({{"event", "run.window"}, {"lo", "a"}, {"hi", "b"}, {"heldBy", "session 7"}});
        tell({{"event", "run.progress"}, {"phase", "read"}});
        statement("source", "extract", "select * from shop.orders t");
        statement("source", "", "explain select 1");
        statement("target", "insert the new versions", "insert into ods.orders …");
        tell({{"event", "run.progress"}, {"phase", "finished"}, {"rowsExpected", 4200}});
        tell({{"event", "run.finished"},
              {"state", "nothing_to_do"},
              {"warnings", {"no index on updated_at"}},
              {"dry_run",
               {{"rows_expected", 4200}, {"locks", {"target: readers go on"}}, {"reading_plan", {"Index Scan"}}}}});
        QTRY_COMPARE(m_dryRun->stage(), DryRunReport::Stage::Done);
        QCOMPARE(m_dryRun->source().size(), 1);
        QCOMPARE(DryRunReport::script(m_dryRun->source()), u"-- extract\nselect * from shop.orders t;"_s);
        QCOMPARE(m_dryRun->target().size(), 1);
        QCOMPARE(m_dryRun->rowsExpected(), 4200);
        QCOMPARE(m_dryRun->heldBy(), u"session 7"_s);
        QCOMPARE(m_dryRun->warnings(), QStringList{u"no index on updated_at"_s});
        QCOMPARE(m_dryRun->sourcePlan().size(), 1U);
        QCOMPARE(m_dryRun->planRemark(), u"no staging yet"_s);
        QCOMPARE(m_dryRun->locks(), QStringList{u"target: readers go on"_s});
        QCOMPARE(m_dryRun->readingPlan(), QStringList{u"Index Scan"_s});
        QVERIFY(!m_dryRun->isSwap());
        const auto asked = m_agent->received("job.explain").at(0).at("params").at("window");
        QCOMPARE(asked.at("hi").get<std::string>(), "b");
    }

    void aPlanReadsFromItsEnd()
    {
        const json scan = {
            {"Node Type", "Seq Scan"}, {"Relation Name", "stg_orders"}, {"Plan Rows", 4200}, {"Total Cost", 90.5}};
        const json insert = {{"Node Type", "ModifyTable"},
                             {"Relation Name", "orders"},
                             {"Plan Rows", 0},
                             {"Total Cost", 120.0},
                             {"Plans", json::array({scan})}};
        const json statement = {{"title", "insert"}, {"plan", json::array({{{"Plan", insert}}})}};
        QCOMPARE(planText(json::array({statement})),
                 u"-- insert\nModifyTable orders  (0 rows, cost 120)\n  Seq Scan stg_orders  (4.20 k rows, cost 91)"_s);
        QVERIFY(planText(nullptr).isEmpty());
    }

    void itIsNoRunOfTheJob()
    {
        m_dryRun->start(u"/pool"_s, {}, u"orders"_s);
        tell({{"event", "run.started"}, {"dryRun", true}});
        tell({{"event", "run.progress"}, {"phase", "read"}, {"rows", {{"read", 5}}}});
        tell({{"event", "run.finished"}, {"state", "nothing_to_do"}});
        QTRY_COMPARE(m_dryRun->stage(), DryRunReport::Stage::Done);
        QCOMPARE(m_runs->status(u"orders"_s).stage, RunStatus::Stage::Never);
        QCOMPARE(m_runs->activeCount(), 0);
    }

    void whatStopsItIsTold()
    {
        m_dryRun->start(u"/pool"_s, {}, u"orders"_s);
        tell({{"event", "run.started"}, {"dryRun", true}});
        tell({{"event", "run.finished"},
              {"state", "refused"},
              {"error", toJson(Error{ErrorCode::Refused, "the table was changed", "look at it"})}});
        QTRY_COMPARE(m_dryRun->stage(), DryRunReport::Stage::Failed);
        QCOMPARE(m_dryRun->error()->hint, "look at it");
        QVERIFY(m_agent->received("job.explain").empty());
    }

    void whatNobodyLooksAtIsCancelled()
    {
        m_agent->on("run.cancel", [](const auto&) { return json::object(); });
        m_dryRun->start(u"/pool"_s, {}, u"orders"_s);
        tell({{"event", "run.started"}, {"dryRun", true}});
        QTRY_COMPARE(m_agent->received("run.start").size(), 1U);
        QTest::qWait(0);
        m_dryRun->cancel();
        QTRY_COMPARE(m_agent->received("run.cancel").size(), 1U);
        QCOMPARE(m_dryRun->stage(), DryRunReport::Stage::Idle);
    }

    void errorsOfferWhatTheySay_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QList<RunWay>>("ways");
        QTest::newRow("changed") << ErrorCode::Refused << u"accept_change,reload"_s
                                 << QList{RunWay::AcceptChange, RunWay::Reload};
        QTest::newRow("held") << ErrorCode::Busy << u"take_over"_s << QList{RunWay::TakeOver, RunWay::Plain};
        QTest::newRow("lost") << ErrorCode::ConnectionLost << QString() << QList{RunWay::Plain};
        QTest::newRow("a guard") << ErrorCode::Refused << QString() << QList<RunWay>{};
        QTest::newRow("not valid") << ErrorCode::Invalid << QString() << QList<RunWay>{};
    }
    void errorsOfferWhatTheySay()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, detail);
        RunStatus status;
        status.stage = RunStatus::Stage::Ended;
        status.error = Error{code, "what", "hint"};
        if (!detail.isEmpty())
            status.error->with("offers", detail.toStdString());
        QTEST(offersOf(status), "ways");
        status.stage = RunStatus::Stage::Running;
        QVERIFY(offersOf(status).isEmpty());
    }

private:
    void tell(json event)
    {
        event["id"] = ++m_id;
        event["run"] = 3;
        event["job"] = "orders";
        m_agent->notify("run.event", event);
    }
    void statement(const char* side, const char* title, const char* sql)
    {
        tell({{"event", "run.statement"}, {"side", side}, {"title", title}, {"sql", sql}});
    }

    int m_id = 0;
    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<AgentClient> m_client;
    std::unique_ptr<RunController> m_runs;
    std::unique_ptr<DryRunReport> m_dryRun;
};

QTEST_GUILESS_MAIN(TestDryRunReport)
#include "tst_dryrunreport.moc"
