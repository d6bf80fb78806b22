// SPDX-License-Identifier: Apache-2.0
#include "fakeagent.h"
#include "models/agentclient.h"
#include "models/processtransport.h"

#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace std::chrono_literals;
using Json = nlohmann::json;

class TestAgentClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_agent = std::make_unique<FakeAgent>();
        m_client = std::make_unique<AgentClient>(m_agent->makeTransport());
        m_client->setRestartPause(1ms);
    }
    void cleanup()
    {
        m_client.reset();
        m_agent.reset();
    }

    void shakesHandsBeforeAnythingElse()
    {
        std::size_t handshakes = 0;
        m_agent->on("ping", [&](const Json&) {
            handshakes = m_agent->received("initialize").size();
            return Json::object();
        });
        bool answered = false;
        m_client->start();
        m_client->call("ping", Json::object(), this, [&](const auto& answer) { answered = answer.has_value(); });
        QTRY_VERIFY(answered);
        QCOMPARE(m_client->state(), AgentClient::State::Ready);
        QCOMPARE(m_client->agentVersion(), QStringLiteral("9.9"));
        QCOMPARE(handshakes, 1U);
    }

    void anEngineErrorArrivesAsItWasMeant()
    {
        const Error error{ErrorCode::ConnectFailed, "no route to erp", "check the address", Side::Source};
        m_agent->on("catalogue.server", [&](const Json&) { return Json{{"!error", toJson(error)}}; });
        std::optional<Error> seen;
        startAndWait();
        m_client->call("catalogue.server", Json::object(), this, [&](const auto& answer) { seen = answer.error(); });
        QTRY_VERIFY(seen);
        QVERIFY(seen->code == ErrorCode::ConnectFailed);
        QCOMPARE(seen->message, error.message);
        QCOMPARE(seen->hint, error.hint);
        QVERIFY(seen->side == Side::Source);
    }

    void anAnswerFindsItsOwnQuestion()
    {
        m_agent->hold("a");
        m_agent->hold("b");
        QStringList log;
        startAndWait();
        m_client->call("a", Json::object(), this,
                       [&](const auto& r) { log << QString::fromStdString("a" + r->dump()); });
        m_client->call("b", Json::object(), this,
                       [&](const auto& r) { log << QString::fromStdString("b" + r->dump()); });
        QTRY_COMPARE(m_agent->heldCount("b"), 1U);
        m_agent->answerHeld("b", 2);
        m_agent->answerHeld("a", 1);
        QTRY_COMPARE(log, QStringList({QStringLiteral("b2"), QStringLiteral("a1")}));
    }

    void aCancelledCallTellsTheAgentAndDropsTheLateAnswer()
    {
        m_agent->hold("slow");
        m_agent->on("ping", [](const Json&) { return Json::object(); });
        QStringList log;
        startAndWait();
        const auto id =
            m_client->call("slow", Json::object(), this, [&](const auto&) { log << QStringLiteral("slow"); });
        m_client->cancel(id);
        QTRY_COMPARE(m_agent->received("cancel").size(), 1U);
        QCOMPARE(m_agent->received("cancel")[0].at("params").at("id").get<qint64>(), id);
        m_agent->answerHeld("slow", 1);
        m_client->call("ping", Json::object(), this, [&](const auto&) { log << QStringLiteral("ping"); });
        QTRY_COMPARE(log, QStringList{QStringLiteral("ping")});
    }

    void aGoneContextIsNotCalled()
    {
        m_agent->hold("slow");
        m_agent->on("ping", [](const Json&) { return Json::object(); });
        startAndWait();
        auto context = std::make_unique<QObject>();
        bool called = false;
        bool pinged = false;
        m_client->call("slow", Json::object(), context.get(), [&](const auto&) { called = true; });
        QTRY_COMPARE(m_agent->heldCount("slow"), 1U);
        context.reset();
        m_agent->answerHeld("slow", 1);
        m_client->call("ping", Json::object(), this, [&](const auto&) { pinged = true; });
        QTRY_VERIFY(pinged);
        QVERIFY(!called);
    }

    void aLostAgentFailsOpenCallsAndComesBack()
    {
        m_agent->hold("slow");
        startAndWait();
        std::optional<Error> seen;
        m_client->call("slow", Json::object(), this, [&](const auto& answer) { seen = answer.error(); });
        QTRY_COMPARE(m_agent->heldCount("slow"), 1U);
        QSignalSpy states(m_client.get(), &AgentClient::stateChanged);
        m_agent->die(QStringLiteral("The agent was killed or crashed."));
        QTRY_COMPARE(states.size(), 3);
        QCOMPARE(states[0][0].value<AgentClient::State>(), AgentClient::State::Lost);
        QCOMPARE(states[1][0].value<AgentClient::State>(), AgentClient::State::Restarting);
        QCOMPARE(states[2][0].value<AgentClient::State>(), AgentClient::State::Ready);
        QVERIFY(seen);
        QVERIFY(seen->code == ErrorCode::ConnectionLost);
    }

    void streamsResumeWhereTheyStopped_data()
    {
        QTest::addColumn<qint64>("nextPid");
        QTest::addColumn<qint64>("since");
        QTest::newRow("the same agent goes on after the last id") << qint64(100) << qint64(7);
        QTest::newRow("a new agent counts from the start") << qint64(101) << qint64(0);
    }
    void streamsResumeWhereTheyStopped()
    {
        QFETCH(qint64, nextPid);
        QFETCH(qint64, since);
        QSignalSpy lines(m_client.get(), &AgentClient::logLines);
        m_client->subscribe(AgentClient::Stream::Log);
        startAndWait();
        QTRY_COMPARE(m_agent->received("log.subscribe").size(), 1U);
        m_agent->notify("log.lines", {{"lines", {{{"id", 6}}, {{"id", 7}}}}, {"dropped", nullptr}});
        QTRY_COMPARE(lines.size(), 1);
        m_agent->pid = nextPid;
        m_agent->die(QStringLiteral("gone"));
        QTRY_COMPARE(m_agent->received("log.subscribe").size(), 2U);
        QCOMPARE(m_agent->received("log.subscribe")[1].at("params").at("since").get<qint64>(), since);
    }

    void notificationsBecomeSignals()
    {
        QSignalSpy runs(m_client.get(), &AgentClient::runEvent);
        QSignalSpy samples(m_client.get(), &AgentClient::metricsSample);
        startAndWait();
        m_agent->notify("run.event", {{"id", 1}, {"run", 4}, {"job", "orders"}, {"event", "run.started"}});
        m_agent->notify("metrics.sample", {{"id", 1}, {"rowsRead", 5}});
        QTRY_COMPARE(samples.size(), 1);
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs[0][0].value<Json>().at("job").get<std::string>(), std::string("orders"));
    }

    void aQuestionIsAnsweredUnderItsNumber()
    {
        QSignalSpy asked(m_client.get(), &AgentClient::promptAsked);
        startAndWait();
        m_agent->request(3, "prompt.ask", {{"title", "Password"}});
        m_agent->request(4, "prompt.ask", {{"title", "Code"}});
        m_agent->request(5, "make.coffee", Json::object());
        QTRY_COMPARE(asked.size(), 2);
        m_client->answerPrompt(asked[0][0].toLongLong(), QStringLiteral("secret"));
        m_client->declinePrompt(asked[1][0].toLongLong());
        QTRY_COMPARE(m_agent->answers().size(), 3U);
        QCOMPARE(m_agent->answers()[0].at("error").at("code").get<int>(), -32601);
        QCOMPARE(m_agent->answers()[1].at("result").at("answer").get<std::string>(), std::string("secret"));
        QCOMPARE(m_agent->answers()[2].at("error").at("data").at("code").get<std::string>(), std::string("cancelled"));
    }

    void closingIsNoLoss()
    {
        startAndWait();
        QSignalSpy states(m_client.get(), &AgentClient::stateChanged);
        m_client->close();
        QTRY_COMPARE(states.size(), 1);
        QCOMPARE(m_client->state(), AgentClient::State::Stopped);
    }

    void noiseOnTheLineEndsTheAgent()
    {
        startAndWait();
        m_agent->say("Segmentation fault");
        QTRY_COMPARE(m_client->state(), AgentClient::State::Lost);
    }

    void aProgramThatIsNotThereIsToldAndNotTriedAgain()
    {
        AgentClient client(std::make_unique<ProcessTransport>(QStringLiteral("/nowhere/tidegated"), QStringList()));
        client.start();
        QTRY_COMPARE(client.state(), AgentClient::State::Lost);
        QVERIFY(client.lostReason().contains(QStringLiteral("/nowhere/tidegated")));
    }

    void aChildThatCrashesSaysWhy()
    {
        AgentClient client(std::make_unique<ProcessTransport>(
            QStringLiteral("/bin/sh"),
            QStringList{QStringLiteral("-c"), QStringLiteral("echo out of luck >&2; exit 3")}));
        client.setRestartPause(1h);
        client.start();
        QTRY_COMPARE(client.state(), AgentClient::State::Lost);
        QVERIFY(client.lostReason().contains(QStringLiteral("3")));
        QVERIFY(client.lostReason().contains(QStringLiteral("out of luck")));
    }

private:
    void startAndWait()
    {
        m_client->start();
        QTRY_COMPARE(m_client->state(), AgentClient::State::Ready);
    }

    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<AgentClient> m_client;
};

QTEST_GUILESS_MAIN(TestAgentClient)
#include "tst_agentclient.moc"
