// SPDX-License-Identifier: Apache-2.0
#include "fakeagent.h"
#include "models/monitor/chartfeed.h"

#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

/// SourceClocks, and ChartFeed, which draws their delay beside what the history knows.
class TestSourceClocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_agent = std::make_unique<FakeAgent>();
        m_client = std::make_unique<AgentClient>(m_agent->makeTransport());
        m_clocks = std::make_unique<SourceClocks>(m_client.get());
        m_clocks->setPlace(u"/pool"_s, {});
        m_client->start();
        QTRY_VERIFY(m_client->isReady());
    }
    void cleanup()
    {
        m_clocks.reset();
        m_client.reset();
        m_agent.reset();
    }

    void theDelayGrowsWithTimeUntilItIsAskedAgain()
    {
        answerClock(60);
        m_clocks->ask(u"orders"_s);
        QTRY_VERIFY(m_clocks->facts(u"orders"_s));
        QCOMPARE(m_clocks->newest()->offsetSeconds, 0.3);
        const qint64 asked = m_clocks->facts(u"orders"_s)->askedAt.toMSecsSinceEpoch();
        QCOMPARE(m_clocks->delayAt(u"orders"_s, asked + 5000), 65.0);
        answerClock(3);
        m_clocks->ask(u"orders"_s);
        QTRY_VERIFY(m_clocks->gained(u"orders"_s) > 50);
    }

    void oneQuestionIsEnough()
    {
        m_agent->hold("job.clock");
        m_clocks->ask(u"orders"_s);
        m_clocks->ask(u"orders"_s);
        QTRY_COMPARE(m_agent->heldCount("job.clock"), 1U);
        const QSignalSpy changed(m_clocks.get(), &SourceClocks::changed);
        m_clocks->setPlace(u"/elsewhere"_s, {});
        m_agent->answerHeld("job.clock", {{"connection", "erp"}, {"offsetSeconds", 9}});
        QTest::qWait(0);
        QCOMPARE(changed.count(), 0);
        QVERIFY(!m_clocks->newest());
    }

    void aJobWithoutWindowHasNoDelay()
    {
        m_agent->on("job.clock", [](const auto&) { return json{{"connection", "erp"}, {"delaySeconds", nullptr}}; });
        m_clocks->ask(u"orders"_s);
        QTRY_VERIFY(m_clocks->facts(u"orders"_s));
        QVERIFY(!m_clocks->delayAt(u"orders"_s, 0));
    }

    void historyComesFirstThenTheSamplesOfThisSession()
    {
        const QDateTime begin = QDateTime::currentDateTimeUtc().addSecs(-600);
        m_agent->on("history.series", [begin](const auto&) {
            json points = json::array();
            for (int second = 0; second < 600; second += 10)
                points.push_back({{"at", begin.addSecs(second).toString(Qt::ISODateWithMs).toStdString()},
                                  {"rowsPerSecond", second < 300 ? json(100) : json(nullptr)},
                                  {"delaySeconds", 42}});
            return json{{"points", points}};
        });
        MetricsFeed metrics;
        metrics.take({{"job", "orders"},
                      {"at", begin.addSecs(590).toString(Qt::ISODateWithMs).toStdString()},
                      {"rowsPerSecond", 7}});
        ChartFeed feed(&metrics, m_clocks.get(), m_client.get());
        feed.setPlace(u"/pool"_s, {});
        feed.setJob(u"orders"_s);
        QTRY_COMPARE(feed.series()->rowsRead.size(), 31U);
        QCOMPARE(feed.series()->rowsRead.point(0).value, 100.0);
        QCOMPARE(feed.series()->rowsRead.last()->value, 7.0);
        QCOMPARE(feed.series()->delay.last()->value, 42.0);
        feed.setSpan(7LL * 24 * 3'600'000);
        QTRY_COMPARE(m_agent->received("history.series").size(), 2U);
        QTRY_VERIFY(feed.step() > 60'000);
    }

    void anAgentWithoutHistoryLeavesTheSamples()
    {
        MetricsFeed metrics;
        ChartFeed feed(&metrics, m_clocks.get(), m_client.get());
        feed.setJob(u"orders"_s);
        metrics.take({{"job", "orders"}, {"at", "2026-03-12T08:00:00Z"}, {"rowsPerSecond", 7}});
        metrics.take({{"job", "store"}, {"at", "2026-03-12T08:00:01Z"}, {"rowsPerSecond", 9}});
        QCOMPARE(feed.series()->rowsRead.size(), 1U);
    }

private:
    void answerClock(double delay)
    {
        m_agent->on("job.clock", [delay](const auto&) {
            return json{
                {"connection", "erp"}, {"offsetSeconds", 0.3}, {"hi", "2026-03-12 08:00+00"}, {"delaySeconds", delay}};
        });
    }

    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<AgentClient> m_client;
    std::unique_ptr<SourceClocks> m_clocks;
};

QTEST_GUILESS_MAIN(TestSourceClocks)
#include "tst_sourceclocks.moc"
