// SPDX-License-Identifier: GPL-3.0-or-later
#include "../strict.h"
#include "fakeagent.h"
#include "models/qtconvert.h"
#include "overview/overviewsamples.h"
#include "pooltext.h"
#include "widgets/actionregistry.h"
#include "widgets/chart/statrow.h"
#include "widgets/components/banner.h"
#include "widgets/overview/answerheader.h"
#include "widgets/overview/attentiondelegate.h"
#include "widgets/overview/attentionview.h"
#include "widgets/overview/overviewpage.h"
#include "widgets/overview/overviewside.h"
#include "widgets/overview/overviewtable.h"
#include "widgets/theme/theme.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

std::map<std::string, std::string> poolOf(int jobs)
{
    auto files = smallPool();
    const auto text = files.at(orderItemPath);
    for (int i = 1; i < jobs; ++i) {
        const auto name = "job_" + std::to_string(100 + i);
        auto copy = text;
        copy.replace(copy.find("job: order_item"), 15, "job: " + name);
        copy.replace(copy.find("ods.order_item"), 14, "ods." + name);
        files["customers/acme/jobs/" + name + ".yaml"] = copy;
    }
    if (jobs == 0)
        files.erase(orderItemPath);
    return files;
}

json goodEntry(const std::string& name)
{
    json entry = historyEntry(name);
    entry["lastRun"]["state"] = "applied";
    entry["lastRun"]["error"] = nullptr;
    entry["verification"] = nullptr;
    return entry;
}

} // namespace

class TestOverviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        failOnWarnings();
        m_agent = std::make_unique<FakeAgent>();
        m_agent->on("run.list", [](const auto&) { return json{{"runs", json::array()}}; });
        m_agent->on("schedule.list", [](const auto&) { return json{{"enabled", true}, {"jobs", json::array()}}; });
        m_agent->on("history.overview", [this](const auto&) { return historyOf(m_history); });
        m_history = json::array({failedEntry("order_item")});
    }
    void cleanup()
    {
        m_page.reset();
        m_registry.reset();
        m_feed.reset();
        m_runs.reset();
        m_pool.reset();
        m_client.reset();
        m_agent.reset();
    }

    void theAnswerComesFirstAndHasItsReason()
    {
        open(3);
        QTRY_COMPARE(header()->answer(), u"1 job needs you"_s);
        QVERIFY(header()->scope().contains(u"of 3"));
        QVERIFY(header()->age().startsWith(u"as of"));
        QVERIFY(attention()->isVisible());
        const QModelIndex banner = attention()->model()->index(0, 0);
        QVERIFY(banner.data(Qt::AccessibleTextRole).toString().contains(u"312 duplicate keys"));
        QCOMPARE(banner.data(Qt::AccessibleDescriptionRole).toString(), u"correct the key"_s);
        QVERIFY(m_page->badge().state == State::Failed);
        QCOMPARE(m_page->badge().description, u"1 job needs you"_s);
        QCOMPARE(m_page->findChild<StatRow*>()->value(u"rows"_s), u"41.2 M"_s);
    }

    void aBannerIsActedOnByKeys()
    {
        open(3);
        QTRY_VERIFY(attention()->isVisible());
        QSignalSpy log(m_page.get(), &OverviewPage::logWanted);
        QSignalSpy page(m_page.get(), &Page::pageWanted);
        attention()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(attention(), Qt::Key_L);
        QCOMPARE(log.at(0).at(0).toString(), u"order_item"_s);
        QTest::keyClick(attention(), Qt::Key_M);
        QCOMPARE(page.at(0), QList<QVariant>({u"monitor"_s, u"order_item"_s}));
        QTest::keyClick(attention(), Qt::Key_Return);
        QCOMPARE(page.at(1), QList<QVariant>({u"jobs"_s, u"order_item"_s}));
    }

    void aBannersLinksAreClicked()
    {
        open(3);
        QTRY_VERIFY(attention()->isVisible());
        QSignalSpy page(m_page.get(), &Page::pageWanted);
        const QRect row = attention()->visualRect(attention()->model()->index(0, 0));
        QTest::mouseClick(attention()->viewport(), Qt::LeftButton, {}, {row.right() - 30, row.top() + 20});
        QCOMPARE(page.at(0), QList<QVariant>({u"monitor"_s, u"order_item"_s}));
        QTest::mouseClick(attention()->viewport(), Qt::LeftButton, {}, {row.left() + 60, row.bottom() - 20});
        QCOMPARE(page.count(), 1);
    }

    void theTableIsWalkedAndItsFoldOpens()
    {
        m_history = json::array();
        for (int i = 101; i < 120; ++i)
            m_history.push_back(goodEntry("job_" + std::to_string(i)));
        open(20);
        QTRY_COMPARE(header()->answer(), u"Nothing needs you"_s);
        QTRY_VERIFY(table()->model()->rowCount() > 10);
        const int folded = table()->model()->rowCount();
        table()->setFocus(Qt::TabFocusReason);
        QCOMPARE(table()->currentJob(), u"job_101"_s);
        QSignalSpy page(m_page.get(), &Page::pageWanted);
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(page.at(0), QList<QVariant>({u"jobs"_s, u"job_102"_s}));
        table()->setCurrentIndex(table()->model()->index(11, 0));
        QVERIFY(table()->currentJob().isEmpty());
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(table()->model()->rowCount() > folded);
        QCOMPARE(table()->height(), 30 * (table()->model()->rowCount() + 1));
        QTest::keyClick(table(), Qt::Key_Left);
        QCOMPARE(table()->model()->rowCount(), folded);
    }

    void waitingIsSaidOnlyAfterAWhile()
    {
        m_agent->hold("history.overview");
        open(2);
        QTRY_COMPARE(m_agent->heldCount("history.overview"), 1U);
        QVERIFY(table()->isVisible());
        QCOMPARE(header()->answer(), QString());
        QTRY_COMPARE(header()->scope(), u"Asking the agent about the last 24 hours"_s);
        QCOMPARE(m_page->findChild<StatRow*>()->value(u"rows"_s), u"–"_s);
        m_agent->answerHeld("history.overview", historyOf(m_history));
        QTRY_COMPARE(header()->answer(), u"1 job needs you"_s);
    }

    void aPoolWithoutJobsSaysWhatToDo()
    {
        open(0);
        auto* empty = m_page->findChild<QWidget*>(u"overview.empty"_s);
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(!table()->isVisible());
        QSignalSpy page(m_page.get(), &Page::pageWanted);
        QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(page.at(0).at(0).toString(), u"jobs"_s);
    }

    void anErrorSaysWhatAndIsTriedAgain()
    {
        bool broken = true;
        m_agent->on("history.overview", [this, &broken](const auto&) {
            return broken ? json{{"!error", {{"code", "io"}, {"message", "history is broken"}, {"hint", "move it"}}}}
                          : historyOf(m_history);
        });
        open(2);
        auto* banner = m_page->findChild<Banner*>(u"overview.banner"_s);
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(banner->text(), u"history is broken"_s);
        QCOMPARE(header()->answer(), u"Not known"_s);
        broken = false;
        QTest::mouseClick(m_page->findChild<QPushButton*>(u"overview.again"_s), Qt::LeftButton);
        QTRY_COMPARE(header()->answer(), u"1 job needs you"_s);
        QVERIFY(!banner->isVisible());
    }

    void anAgentThatIsGoneMakesTheAnswerAQuestion()
    {
        open(2);
        QTRY_COMPARE(header()->answer(), u"1 job needs you"_s);
        m_client->setRestartPause(std::chrono::hours(1));
        m_agent->die(u"killed"_s);
        QTRY_COMPARE(header()->answer(), u"1 job needs you?"_s);
        QVERIFY(m_page->findChild<StatRow*>()->value(u"rows"_s).endsWith(u'?'));
        auto* banner = m_page->findChild<Banner*>(u"overview.banner"_s);
        QVERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(u"not known"));
    }

    void theSideGoesBelowInASmallWindow()
    {
        open(2);
        QTRY_VERIFY(attention()->isVisible());
        auto* side = m_page->findChild<OverviewSide*>();
        QVERIFY(side->mapTo(m_page.get(), QPoint()).x() > table()->mapTo(m_page.get(), QPoint()).x());
        m_page->resize(976, 650);
        QTRY_VERIFY(side->mapTo(m_page.get(), QPoint()).y() > table()->mapTo(m_page.get(), QPoint()).y());
        QVERIFY(side->isVisible());
        QVERIFY(m_page->minimumSizeHint().width() <= 900);
    }

private:
    static json failedEntry(const std::string& name)
    {
        json entry = historyEntry(name);
        entry["lastRun"]["error"]["message"] = "312 duplicate keys stopped the apply";
        entry["verification"] = nullptr;
        return entry;
    }
    void open(int jobs)
    {
        m_folder = std::make_unique<PoolFolder>(poolOf(jobs));
        m_home = std::make_unique<QTemporaryDir>();
        m_client = std::make_unique<AgentClient>(m_agent->makeTransport());
        m_pool = std::make_unique<PoolModel>(m_folder->root());
        m_runs = std::make_unique<RunController>(m_client.get());
        m_feed =
            std::make_unique<OverviewFeed>(m_client.get(), m_pool.get(), m_runs.get(), OverviewCache(m_home->path()));
        m_page = std::make_unique<OverviewPage>(m_feed.get(), m_pool.get());
        m_registry = std::make_unique<ActionRegistry>();
        m_page->registerActions(*m_registry);
        m_page->setPlace(u"acme"_s, u"prod"_s);
        m_page->resize(1250, 850);
        m_page->setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_client->start();
        m_pool->reload();
    }
    [[nodiscard]] AnswerHeader* header() const { return m_page->findChild<AnswerHeader*>(); }
    [[nodiscard]] AttentionView* attention() const { return m_page->findChild<AttentionView*>(); }
    [[nodiscard]] OverviewTable* table() const { return m_page->findChild<OverviewTable*>(); }

    json m_history;
    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<PoolFolder> m_folder;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<AgentClient> m_client;
    std::unique_ptr<PoolModel> m_pool;
    std::unique_ptr<RunController> m_runs;
    std::unique_ptr<OverviewFeed> m_feed;
    std::unique_ptr<ActionRegistry> m_registry;
    std::unique_ptr<OverviewPage> m_page;
};

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
