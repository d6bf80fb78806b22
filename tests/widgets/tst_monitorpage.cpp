// SPDX-License-Identifier: GPL-3.0-or-later
#include "strict.h"
#include "fakeagent.h"
#include "widgets/actionregistry.h"
#include "widgets/chart/statrow.h"
#include "widgets/components/banner.h"
#include "widgets/components/sheet.h"
#include "widgets/log/logview.h"
#include "widgets/monitor/monitorpage.h"
#include "widgets/monitor/bottleneckbar.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

class TestMonitorPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        failOnWarnings();
        m_agent = std::make_unique<FakeAgent>();
        m_client = std::make_unique<AgentClient>(m_agent->makeTransport());
        m_agent->on("run.list", [](const auto&) { return json{{"runs", json::array()}}; });
        m_agent->on("run.start", [](const auto&) { return json{{"run", 7}}; });
        m_agent->on("run.cancel", [](const auto&) { return json::object(); });
        m_agent->on("job.clock", [](const auto&) {
            return json{{"connection", "erp"},
                        {"offsetSeconds", 0.3},
                        {"roundTripSeconds", 0.002},
                        {"hi", "2026-03-12 01:58:00+00"},
                        {"delaySeconds", 3600}};
        });
        m_agent->on("ledger.read", [](const auto&) {
            return json{{"rows",
                         {{{"applied_at", "2026-03-11T02:16:02Z"},
                           {"taken_at", "2026-03-11T02:00:00Z"},
                           {"rows", {{"read", 12'900'000}}},
                           {"kind", "full"}}}},
                        {"next", nullptr}};
        });
        m_runs = std::make_unique<RunController>(m_client.get());
        m_metrics = std::make_unique<MetricsFeed>();
        m_log = std::make_unique<LogModel>();
        m_clocks = std::make_unique<SourceClocks>(m_client.get());
        m_page = std::make_unique<MonitorPage>(
            MonitorModels{m_runs.get(), m_metrics.get(), m_log.get(), m_clocks.get(), m_client.get()});
        m_registry = std::make_unique<ActionRegistry>();
        m_page->registerActions(*m_registry);
        m_client->start();
        QTRY_VERIFY(m_client->isReady());
        m_page->setJobs({u"orders"_s, u"store"_s}, u"/pool"_s, {});
        m_page->resize(1200, 800);
        m_page->setVisible(true);
    }
    void cleanup()
    {
        m_page.reset();
        m_clocks.reset();
        m_runs.reset();
        m_client.reset();
        m_agent.reset();
    }

    void runIsClickedAndItsNumbersFlow()
    {
        QTest::mouseClick(button(u"monitor.run.button"_s), Qt::LeftButton);
        QTRY_COMPARE(m_agent->received("run.start").size(), 1U);
        QVERIFY(!button(u"monitor.run.button"_s)->isEnabled());
        QVERIFY(button(u"monitor.stop.button"_s)->isEnabled());
        tell({{"event", "run.progress"},
              {"phase", "read"},
              {"rows", {{"read", 250'000}}},
              {"rowsExpected", 1'000'000},
              {"seconds", 3.0}});
        QTRY_COMPARE(stats()->value(u"read"_s), u"250 k"_s);
        QCOMPARE(m_page->badge().text, u"1"_s);
        m_metrics->take({{"job", "orders"},
                         {"run", 7},
                         {"at", "2026-03-12T08:00:00Z"},
                         {"rowsPerSecond", 1000},
                         {"bytesPerSecond", 5e6},
                         {"sourceWait", 0.1},
                         {"targetWait", 0.8}});
        QCOMPARE(m_page->findChild<BottleneckBar*>()->heading(), u"The target is the bottleneck"_s);
        QTest::mouseClick(button(u"monitor.stop.button"_s), Qt::LeftButton);
        QTRY_COMPARE(m_agent->received("run.cancel").size(), 1U);
        finish("cancelled", nullptr);
        QTRY_VERIFY(button(u"monitor.run.button"_s)->isEnabled());
        QCOMPARE(m_page->findChild<BottleneckBar*>()->heading(), u"The target was the bottleneck"_s);
    }

    void aFailureIsABannerWithItsHint()
    {
        m_runs->start(u"orders"_s, {});
        const Error error{ErrorCode::QueryFailed, "column t.amount does not exist", "correct the job", Side::Source};
        finish("failed", toJson(error));
        auto* banner = m_page->findChild<Banner*>(u"monitor.banner"_s);
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(banner->text(), u"column t.amount does not exist"_s);
        QCOMPARE(banner->accessibleDescription(), u"correct the job"_s);
    }

    void theLedgerFillsTheListOfRuns()
    {
        auto* runs = m_page->findChild<QTableView*>(u"monitor.runs"_s);
        QTRY_COMPARE(runs->model()->rowCount(), 1);
        QCOMPARE(runs->model()->index(0, 1).data().toString(), u"16 min 2 s"_s);
        QCOMPARE(runs->model()->index(0, 2).data().toString(), u"12.9 M"_s);
        QCOMPARE(stats()->value(u"read"_s), u"12.9 M"_s); // before the first run of a session the last one is shown
    }

    void theDelayIsThatOfTheSourcesClock() { QTRY_COMPARE(stats()->value(u"delay"_s), u"1 h 0 min"_s); }

    void whatIsStagedIsNotYetInserted()
    {
        m_runs->start(u"orders"_s, {});
        tell({{"event", "run.progress"},
              {"phase", "read"},
              {"rows", {{"read", 5000}}},
              {"staged", 4000},
              {"bytes", 2'500'000},
              {"seconds", 1.0}});
        QTRY_COMPARE(stats()->value(u"staged"_s), u"4.00 k"_s);
        QCOMPARE(stats()->value(u"inserted"_s), u"0"_s);
        QCOMPARE(stats()->unit(u"read"_s), u"2.50 MB"_s);
    }

    void everyJobHasItsOwnNumbers()
    {
        m_runs->start(u"orders"_s, {});
        tell({{"event", "run.progress"}, {"phase", "read"}, {"rows", {{"read", 42}}}, {"seconds", 1.0}});
        QTRY_COMPARE(stats()->value(u"read"_s), u"42"_s);
        m_page->open(u"store"_s);
        QCOMPARE(m_page->job(), u"store"_s);
        QCOMPARE(stats()->value(u"read"_s), u"–"_s);
        QSignalSpy toast(m_page.get(), &Page::toastWanted);
        finish("applied", nullptr);
        QTRY_COMPARE(toast.count(), 1);
    }

    void otherWaysToRunAreActions()
    {
        m_registry->action(u"monitor.reload"_s)->trigger();
        QVERIFY(sheet());
        QCOMPARE(m_agent->received("run.start").size(), 0U);
        QTest::keyClick(sheet(), Qt::Key_Escape);
        QTRY_VERIFY(!sheet());
        m_registry->action(u"monitor.reload"_s)->trigger();
        QTest::mouseClick(sheet()->findChild<QPushButton*>(u"monitor.sheet.go"_s), Qt::LeftButton);
        QTRY_COMPARE(m_agent->received("run.start").size(), 1U);
        QVERIFY(m_agent->received("run.start").at(0).at("params").at("options").at("reload").get<bool>());
        QVERIFY(m_registry->findings().isEmpty());
    }

    void aBusyJobOffersToTakeItOver()
    {
        m_runs->start(u"orders"_s, {});
        Error error{ErrorCode::Busy, "job orders is being run by loader on etl02", "wait", Side::Target};
        error.with("offers", "take_over");
        error.with("owner", "loader");
        finish("busy", toJson(error));
        QTRY_VERIFY(button(u"monitor.offer.takeOver"_s));
        QTest::mouseClick(button(u"monitor.offer.takeOver"_s), Qt::LeftButton);
        QVERIFY(sheet());
        QTRY_COMPARE(sheet()->focusWidget()->objectName(), u"monitor.sheet.cancel"_s);
        QTest::mouseClick(sheet()->findChild<QPushButton*>(u"monitor.sheet.go"_s), Qt::LeftButton);
        QTRY_COMPARE(m_agent->received("run.start").size(), 2U);
        QVERIFY(m_agent->received("run.start").at(1).at("params").at("options").at("takeOver").get<bool>());
        QVERIFY(!button(u"monitor.offer.takeOver"_s));
    }

    void aNarrowPageFoldsTheLogAndPutsTheSideBelow()
    {
        auto* log = m_page->findChild<LogView*>();
        auto* runs = m_page->findChild<QTableView*>(u"monitor.runs"_s);
        auto* charts = m_page->findChild<QWidget*>(u"monitor.chart.rows"_s);
        QVERIFY(log->isVisible());
        QVERIFY(runs->mapTo(m_page.get(), QPoint()).x() > charts->mapTo(m_page.get(), QPoint()).x());
        m_page->resize(976, 620);
        QTRY_VERIFY(!log->isVisible());
        QTRY_VERIFY(runs->mapTo(m_page.get(), QPoint()).y() > charts->mapTo(m_page.get(), QPoint()).y());
        QTest::mouseClick(button(u"monitor.fold"_s), Qt::LeftButton);
        QVERIFY(log->isVisible());
    }

    void aPoolWithoutJobsSaysWhatToDo()
    {
        m_page->setJobs({}, u"/pool"_s, {});
        auto* empty = m_page->findChild<QWidget*>(u"monitor.empty"_s);
        QVERIFY(empty->isVisible());
        QVERIFY(!button(u"monitor.run.button"_s)->isEnabled());
        QSignalSpy wanted(m_page.get(), &Page::pageWanted);
        QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(wanted.at(0).at(0).toString(), u"jobs"_s);
    }

    void theLogIsThatOfTheJob()
    {
        m_log->take({{"lines",
                      {{{"id", 1},
                        {"at", "2026-03-12T08:00:00Z"},
                        {"level", "info"},
                        {"job", "orders"},
                        {"text", "orders: one"}},
                       {{"id", 2},
                        {"at", "2026-03-12T08:00:00Z"},
                        {"level", "info"},
                        {"job", "store"},
                        {"text", "store: two"}}}}});
        m_log->flush();
        auto* view = m_page->findChild<LogView*>();
        QVERIFY(view->accessibleDescription().contains(u"1 lines"));
        m_page->open(u"store"_s);
        QVERIFY(view->accessibleDescription().contains(u"two"));
    }

private:
    [[nodiscard]] QPushButton* button(const QString& name) const { return m_page->findChild<QPushButton*>(name); }
    [[nodiscard]] Sheet* sheet() const
    {
        for (Sheet* found : m_page->window()->findChildren<Sheet*>()) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    [[nodiscard]] StatRow* stats() const { return m_page->findChild<StatRow*>(); }
    void tell(json event)
    {
        event["id"] = ++m_id;
        event["run"] = 7;
        event["job"] = "orders";
        m_agent->notify("run.event", event);
    }
    void finish(const char* state, const json& error)
    {
        json event = {{"event", "run.finished"},
                      {"state", state},
                      {"rows", {{"read", 42}}},
                      {"seconds", 1.0},
                      {"warnings", json::array()}};
        if (!error.is_null())
            event["error"] = error;
        tell(event);
    }

    int m_id = 0;
    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<AgentClient> m_client;
    std::unique_ptr<RunController> m_runs;
    std::unique_ptr<MetricsFeed> m_metrics;
    std::unique_ptr<LogModel> m_log;
    std::unique_ptr<SourceClocks> m_clocks;
    std::unique_ptr<ActionRegistry> m_registry;
    std::unique_ptr<MonitorPage> m_page;
};

QTEST_MAIN(TestMonitorPage)
#include "tst_monitorpage.moc"
