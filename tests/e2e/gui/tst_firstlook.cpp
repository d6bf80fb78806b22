// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"
#include "flowtest.h"
#include "widgets/chart/statrow.h"
#include "widgets/components/banner.h"
#include "widgets/log/logview.h"
#include "widgets/overview/answerheader.h"
#include "widgets/overview/attentionview.h"
#include "widgets/overview/overviewtable.h"
#include "widgets/page.h"

#include <QComboBox>
#include <QPushButton>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

/// The first day with a pool, by keys and clicks: the way in, the first run, a failure, another pool, the next morning.
class TestFirstLook : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasServers())
            QSKIP("needs servers: tests/support/pgcluster.py run -- PROGRAM");
        prepareServers();
        makePool(ordersPool(m_source, m_target));
        m_other = std::make_unique<PoolFolder>(
            std::map<std::string, std::string>{{"pool.yaml", "pool: second\nformat: 1\n"}});
        m_settings = std::make_unique<Settings>(home(u"settings.ini"_s));
        m_settings->setLastPage(u"overview"_s);
        m_desk = std::make_unique<Desk>(m_settings.get(), [] { return AgentClient::local(agentProgram()); });
        m_desk->open({});
        show();
    }

    void cleanupTestCase() { m_desk.reset(); }

    void withoutAPoolThereIsAWayIn()
    {
        QCOMPARE(window()->currentPage()->id(), u"firstrun"_s);
        auto* open = find<QPushButton>(u"firstrun.showOpen"_s);
        QTRY_VERIFY(open->hasFocus());
        QTest::keyClick(open, Qt::Key_Space);
        auto* path = find<QLineEdit>(u"firstrun.path"_s);
        QTRY_VERIFY(path->hasFocus());
        QTest::keyClicks(path, home({}));
        QTest::keyClick(path, Qt::Key_Return);
        QVERIFY(find<Banner>(u"firstrun.banner"_s)->text().contains(u"no pool.yaml"));
        path->selectAll();
        QTest::keyClicks(path, root());
        const MainWindow* first = window();
        QTest::keyClick(path, Qt::Key_Return);
        QTRY_VERIFY(window() != first);
        QVERIFY(QTest::qWaitForWindowActive(window()));
        QTRY_COMPARE_WITH_TIMEOUT(answer(), u"Nothing has run yet"_s, patience);
        QCOMPARE(window()->currentPage()->id(), u"overview"_s);
    }

    void aRunIsSeenOnTheFirstPage()
    {
        auto* jobs = find<OverviewTable>(u"overview.jobs"_s);
        jobs->setFocus(Qt::TabFocusReason);
        QTest::keyClick(jobs, Qt::Key_M);
        QCOMPARE(window()->currentPage()->id(), u"monitor"_s);
        QTest::keyClick(window(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(find<StatRow>(u"monitor.stats"_s)->value(u"inserted"_s), u"20.0 k"_s, patience);
        QTest::keyClick(window(), Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(answer(), u"Nothing needs you"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(find<StatRow>(u"overview.stats"_s)->value(u"rows"_s), u"20.0 k"_s, patience);
        QVERIFY(find<AnswerHeader>(u"overview.header"_s)->scope().startsWith(u"1 of 1 ran as planned"));
    }

    void aFailureIsTheAnswerWithItsReason()
    {
        QVERIFY(!m_source.ask(u"alter table shop.orders rename to orders_away"_s).startsWith(u"error"));
        QTest::keyClick(window(), Qt::Key_3, Qt::ControlModifier);
        QTest::keyClick(window(), Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(find<Banner>(u"monitor.banner"_s)->isVisible(), patience);
        QTest::keyClick(window(), Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(answer(), u"1 job needs you"_s, patience);
        auto* attention = find<AttentionView>(u"overview.attention"_s);
        QVERIFY(attention->isVisible());
        const QString said = attention->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(said.contains(u"shop.orders"), qPrintable(said));
    }

    void theLogAndTheJobAreAKeyAway()
    {
        auto* attention = find<AttentionView>(u"overview.attention"_s);
        attention->setFocus(Qt::TabFocusReason);
        QTest::keyClick(attention, Qt::Key_L);
        QCOMPARE(window()->currentPage()->id(), u"monitor"_s);
        QTRY_VERIFY(find<LogView>(u"monitor.log"_s)->hasFocus());
        QTest::keyClick(window(), Qt::Key_1, Qt::ControlModifier);
        attention->setFocus(Qt::TabFocusReason);
        QTest::keyClick(attention, Qt::Key_Return);
        QCOMPARE(window()->currentPage()->id(), u"jobs"_s);
        QVERIFY(!m_source.ask(u"alter table shop.orders_away rename to orders"_s).startsWith(u"error"));
    }

    void anotherPoolIsOpenedAndTheOldOneIsOneKeyAway()
    {
        QTest::keyClick(window(), Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(window()->currentPage()->id(), u"firstrun"_s);
        QTest::keyClick(window()->focusWidget(), Qt::Key_Escape);
        QCOMPARE(window()->currentPage()->id(), u"jobs"_s);
        QTest::keyClick(window(), Qt::Key_O, Qt::ControlModifier);
        QTest::mouseClick(find<QPushButton>(u"firstrun.showOpen"_s), Qt::LeftButton);
        auto* path = find<QLineEdit>(u"firstrun.path"_s);
        QTest::keyClicks(path, QString::fromStdString(m_other->root().string()));
        change([path] { QTest::keyClick(path, Qt::Key_Return); });
        window()->showPage(u"overview"_s);
        QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>(u"overview.empty"_s)->isVisible(), patience);
        QCOMPARE(m_settings->recentPools().value(1), root());
        change([this] { Q_EMIT window()->poolWanted(root()); });
    }

    void theNextMorningBeginsWithWhatIsKnown()
    {
        window()->showPage(u"overview"_s);
        // The agent has to be asked again; until then the cache speaks.
        QTRY_COMPARE_WITH_TIMEOUT(answer(), u"1 job needs you"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(find<AnswerHeader>(u"overview.header"_s)->age().contains(u"ago"), patience);
        QTest::keyClick(window(), Qt::Key_3, Qt::ControlModifier);
        QTest::keyClick(window(), Qt::Key_R, Qt::ControlModifier);
        QTest::keyClick(window(), Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(answer(), u"Nothing needs you"_s, patience);
        const QString before = find<AnswerHeader>(u"overview.header"_s)->age();
        QTest::keyClick(window(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->console()->overview()->phase() == OverviewFeed::Phase::Live, patience);
        QVERIFY(!before.isEmpty());
    }

private:
    [[nodiscard]] MainWindow* window() const override { return m_desk->window(); }
    [[nodiscard]] QString answer() const { return find<AnswerHeader>(u"overview.header"_s)->answer(); }
    void show()
    {
        window()->resize(1440, 900);
        window()->show();
        QVERIFY(QTest::qWaitForWindowActive(window()));
        m_desk->start();
    }
    /// Does what makes the desk take another window, and waits for it.
    template <typename Act>
    void change(Act act)
    {
        const MainWindow* before = window();
        act();
        QTRY_VERIFY(window() != before);
        QVERIFY(QTest::qWaitForWindowActive(window()));
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->console()->agent()->isReady(), patience);
    }

    std::unique_ptr<PoolFolder> m_other;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Desk> m_desk;
};

TIDEGATE_WATCHED_MAIN(TestFirstLook)
#include "tst_firstlook.moc"
