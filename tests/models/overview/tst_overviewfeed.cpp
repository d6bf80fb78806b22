// SPDX-License-Identifier: Apache-2.0
#include "fakeagent.h"
#include "models/overview/overviewfeed.h"
#include "overviewsamples.h"
#include "pooltext.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

class TestOverviewFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_agent = std::make_unique<FakeAgent>();
        m_agent->on("run.list", [](const auto&) { return json{{"runs", json::array()}}; });
        m_agent->on("history.overview",
                    [](const auto&) { return historyOf(json::array({historyEntry("order_item")})); });
        m_agent->on("schedule.list", [](const auto&) { return json{{"enabled", true}, {"jobs", json::array()}}; });
        m_folder = std::make_unique<PoolFolder>(smallPool());
        m_home = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_feed.reset();
        m_runs.reset();
        m_pool.reset();
        m_client.reset();
        m_agent.reset();
    }

    void anAnswerIsLiveAndIsKept()
    {
        open();
        QTRY_COMPARE(m_feed->phase(), OverviewFeed::Phase::Live);
        QCOMPARE(m_feed->snapshot().jobs.size(), 1U);
        QCOMPARE(m_feed->snapshot().jobs.front().label, u"订单明细"_s);
        QVERIFY(m_feed->snapshot().scheduleEnabled);
        QTRY_VERIFY(cache().read(root(), {}).has_value());
    }

    void theCacheIsShownBeforeAnybodyAnswers()
    {
        auto old = snapshotOf({goodJob(u"order_item"_s, 7), goodJob(u"gone"_s)});
        cache().write(root(), {}, old);
        m_agent->hold("history.overview");
        open();
        QTRY_COMPARE(m_feed->phase(), OverviewFeed::Phase::Cached);
        QTRY_COMPARE(m_feed->snapshot().jobs.size(), 1U);
        QCOMPARE(m_feed->snapshot().jobs.front().rows24h, 7);
        QTRY_COMPARE(m_agent->heldCount("history.overview"), 1U);
        QVERIFY(m_feed->isAsking());
        m_agent->answerHeld("history.overview", historyOf(json::array({historyEntry("order_item")})));
        QTRY_COMPARE(m_feed->phase(), OverviewFeed::Phase::Live);
        QCOMPARE(m_feed->snapshot().jobs.front().rows24h, 41'200'000);
    }

    void aLongAnswerComesInPages()
    {
        m_agent->on("history.overview", [](const json& params) {
            if (!params.contains("after")) {
                auto first = historyOf(json::array({historyEntry("aaa")}));
                first["next"] = "aaa";
                return first;
            }
            return historyOf(json::array({historyEntry("order_item")}));
        });
        open();
        QTRY_COMPARE(m_feed->phase(), OverviewFeed::Phase::Live);
        QCOMPARE(m_feed->snapshot().jobs.front().rows24h, 41'200'000);
        QCOMPARE(m_agent->received("history.overview").size(), 2U);
    }

    void anAgentThatEndsMakesItStale()
    {
        open();
        QTRY_COMPARE(m_feed->phase(), OverviewFeed::Phase::Live);
        m_client->setRestartPause(std::chrono::hours(1));
        m_agent->die(u"killed by signal 9"_s);
        QTRY_COMPARE(m_feed->phase(), OverviewFeed::Phase::Stale);
        QCOMPARE(m_feed->snapshot().jobs.front().rows24h, 41'200'000);
        QVERIFY(m_feed->error());
    }

    void anErrorIsToldAndHealed()
    {
        bool broken = true;
        m_agent->on("history.overview", [&broken](const auto&) {
            return broken ? json{{"!error", {{"code", "io"}, {"message", "history can't be read"}, {"hint", "x"}}}}
                          : historyOf(json::array({historyEntry("order_item")}));
        });
        open();
        QTRY_VERIFY(m_feed->error());
        QCOMPARE(m_feed->error()->message, std::string("history can't be read"));
        QCOMPARE(m_feed->phase(), OverviewFeed::Phase::Nothing);
        broken = false;
        m_feed->refresh();
        QTRY_COMPARE(m_feed->phase(), OverviewFeed::Phase::Live);
        QVERIFY(!m_feed->error());
    }

    void aRunThatEndsIsAskedAfter()
    {
        open();
        QTRY_COMPARE(m_feed->phase(), OverviewFeed::Phase::Live);
        const auto before = m_agent->received("history.overview").size();
        tell("run.started");
        QTRY_VERIFY(m_feed->running().contains(u"order_item"_s));
        tell("run.finished");
        QTRY_VERIFY(m_feed->running().isEmpty());
        QTRY_COMPARE(m_agent->received("history.overview").size(), before + 1);
    }

    void anotherEnvironmentIsAnotherOverview()
    {
        open();
        QTRY_COMPARE(m_feed->phase(), OverviewFeed::Phase::Live);
        m_agent->hold("history.overview");
        m_pool->setEnvironment(u"test"_s);
        QCOMPARE(m_feed->phase(), OverviewFeed::Phase::Nothing);
        QTRY_COMPARE(m_agent->heldCount("history.overview"), 1U);
        QCOMPARE(m_agent->received("history.overview").back().at("params").value("environment", ""),
                 std::string("test"));
    }

private:
    void open()
    {
        m_client = std::make_unique<AgentClient>(m_agent->makeTransport());
        m_pool = std::make_unique<PoolModel>(m_folder->root());
        m_runs = std::make_unique<RunController>(m_client.get());
        m_feed = std::make_unique<OverviewFeed>(m_client.get(), m_pool.get(), m_runs.get(), cache());
        m_client->start();
        m_pool->reload();
    }
    [[nodiscard]] OverviewCache cache() const { return OverviewCache(m_home->path()); }
    [[nodiscard]] QString root() const { return QString::fromStdString(m_folder->root().string()); }
    void tell(const char* event)
    {
        m_agent->notify("run.event",
                        {{"id", ++m_id}, {"run", 1}, {"job", "order_item"}, {"event", event}, {"state", "applied"}});
    }

    int m_id = 0;
    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<PoolFolder> m_folder;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<AgentClient> m_client;
    std::unique_ptr<PoolModel> m_pool;
    std::unique_ptr<RunController> m_runs;
    std::unique_ptr<OverviewFeed> m_feed;
};

QTEST_GUILESS_MAIN(TestOverviewFeed)
#include "tst_overviewfeed.moc"
