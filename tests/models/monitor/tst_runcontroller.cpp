// SPDX-License-Identifier: Apache-2.0
#include "fakeagent.h"
#include "models/monitor/runcontroller.h"

#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;
using Stage = RunStatus::Stage;

class TestRunController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_agent = std::make_unique<FakeAgent>();
        m_client = std::make_unique<AgentClient>(m_agent->makeTransport());
        m_agent->on("run.list", [this](const auto&) { return json{{"runs", m_list}}; });
        m_agent->on("run.start", [](const auto&) { return json{{"run", 7}}; });
        m_agent->on("run.cancel", [](const auto&) { return json::object(); });
        m_list = json::array();
        m_runs = std::make_unique<RunController>(m_client.get());
        m_runs->setPlace(u"/pool"_s, u"demo"_s);
        m_client->start();
        QTRY_VERIFY(m_client->isReady());
    }
    void cleanup()
    {
        m_runs.reset();
        m_client.reset();
        m_agent.reset();
    }

    void aRunIsFollowedToItsEnd()
    {
        const QSignalSpy ended(m_runs.get(), &RunController::ended);
        m_runs->start(u"orders"_s, {.reload = true});
        QCOMPARE(status().stage, Stage::Starting);
        QTRY_COMPARE(status().stage, Stage::Running);
        const json asked = m_agent->received("run.start").at(0).at("params");
        QCOMPARE(asked.at("job").get<std::string>(), std::string("orders"));
        QVERIFY(asked.at("options").at("reload").get<bool>());
        tell({{"event", "run.started"}, {"startedAt", "2026-03-12T08:00:00.000Z"}});
        tell({{"event", "run.window"}, {"lo", nullptr}, {"hi", "2026-03-12 01:58"}, {"heldBy", ""}});
        tell({{"event", "run.progress"},
              {"phase", "read"},
              {"rows", {{"read", 250}}},
              {"bytes", 9000},
              {"rowsExpected", 1000},
              {"seconds", 3.5}});
        QTRY_COMPARE(status().rows.read, 250);
        QCOMPARE(status().fraction(), 0.25);
        QCOMPARE(status().hi, u"2026-03-12 01:58"_s);
        QVERIFY(status().lo.isEmpty());
        tell({{"event", "run.progress"}, {"phase", "read"}, {"rows", {{"read", 1001}}}, {"rowsExpected", 1000}});
        QTRY_COMPARE(status().rows.read, 1001);
        QVERIFY2(!status().fraction(), "more rows came than the planner thought: nobody knows how many are left");
        tell({{"event", "run.finished"},
              {"state", "applied"},
              {"rows", {{"read", 1000}, {"inserted", 990}, {"unchanged", 10}}},
              {"verified", nullptr},
              {"window", nullptr},
              {"warnings", json::array()},
              {"seconds", 9.0}});
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY(status().isWell());
        QCOMPARE(status().rows.inserted, 990);
        QCOMPARE(m_runs->activeCount(), 0);
    }

    void whatTheAgentRefusesEndsWithItsReason()
    {
        const Error error{ErrorCode::Busy, "8 runs are under way", "wait"};
        m_agent->on("run.start", [&](const auto&) { return json{{"!error", toJson(error)}}; });
        m_runs->start(u"orders"_s, {});
        QTRY_COMPARE(status().stage, Stage::Ended);
        QVERIFY(!status().isWell());
        QCOMPARE(status().error->message, error.message);
    }

    void stoppingBeforeTheAnswerStopsAfterIt()
    {
        m_agent->hold("run.start");
        m_runs->start(u"orders"_s, {});
        m_runs->stop(u"orders"_s);
        QCOMPARE(status().stage, Stage::Stopping);
        QTRY_COMPARE(m_agent->heldCount("run.start"), 1U);
        QVERIFY(m_agent->received("run.cancel").empty());
        m_agent->answerHeld("run.start", {{"run", 7}});
        QTRY_COMPARE(m_agent->received("run.cancel").size(), 1U);
        QCOMPARE(m_agent->received("run.cancel").at(0).at("params").at("run").get<int>(), 7);
    }

    void aSecondStartOfARunningJobIsNotSent()
    {
        m_runs->start(u"orders"_s, {});
        QTRY_COMPARE(status().stage, Stage::Running);
        m_runs->start(u"orders"_s, {});
        QCOMPARE(m_agent->received("run.start").size(), 1U);
    }

    void aRunThatSomebodyElseStartedIsSeen()
    {
        const QSignalSpy started(m_runs.get(), &RunController::started);
        tell({{"event", "run.started"}, {"startedAt", "2026-03-12T08:00:00.000Z"}});
        QTRY_COMPARE(started.count(), 1);
        QCOMPARE(m_runs->newestJob(), u"orders"_s);
        QCOMPARE(status().stage, Stage::Running);
    }

    void anAgentThatDiesLeavesTheRunUnknown()
    {
        const QSignalSpy ended(m_runs.get(), &RunController::ended);
        m_runs->start(u"orders"_s, {});
        QTRY_COMPARE(status().stage, Stage::Running);
        m_agent->die(u"killed"_s);
        QTRY_COMPARE(status().stage, Stage::Unknown);
        QCOMPARE(ended.count(), 1);
    }

    void runsOfBeforeAreCaughtUpWith()
    {
        m_list = {{{"run", 3},
                   {"job", "store"},
                   {"startedAt", "2026-03-12T08:00:00.000Z"},
                   {"state", "applied"},
                   {"progress", {{"phase", "finished"}, {"rows", {{"read", 5}}}}},
                   {"summary", {{"state", "applied"}, {"rows", {{"read", 5}}}, {"verified", true}, {"seconds", 1.0}}}}};
        RunController late(m_client.get());
        QTRY_VERIFY(late.status(u"store"_s).isWell());
        QCOMPARE(late.status(u"store"_s).rows.read, 5);
    }

private:
    [[nodiscard]] RunStatus status() const { return m_runs->status(u"orders"_s); }
    void tell(json event)
    {
        event["id"] = ++m_id;
        event["run"] = 7;
        event["job"] = "orders";
        m_agent->notify("run.event", event);
    }

    int m_id = 0;
    json m_list;
    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<AgentClient> m_client;
    std::unique_ptr<RunController> m_runs;
};

QTEST_GUILESS_MAIN(TestRunController)
#include "tst_runcontroller.moc"
