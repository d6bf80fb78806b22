// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitorflowtest.h"
#include "widgets/chart/chartwidget.h"
#include "widgets/chart/statrow.h"
#include "widgets/chart/timeaxis.h"
#include "widgets/components/banner.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/components/sheet.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/log/logview.h"

#include <QAbstractButton>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>

#include <csignal>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

/// What an operator does on the Monitor page, by keys and clicks. The cases build on each other: the first one applies
/// a window.
class TestMonitorFlows : public MonitorFlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasServers())
            QSKIP("needs servers: tests/support/pgcluster.py run -- PROGRAM");
        prepareServers();
        openPool(flowsPool(m_source, m_target));
        window()->showPage(u"monitor"_s, u"orders"_s);
    }
    void cleanupTestCase() { closeWindow(); }

    void aRunIsStartedByKeysAndCountsEverything()
    {
        order(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(stat(u"inserted"_s), u"20.0 k"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!isActive(), patience);
        QCOMPARE(stat(u"read"_s), u"20.0 k"_s);
        QCOMPARE(stat(u"staged"_s), u"20.0 k"_s);
        QCOMPARE(stat(u"deleted"_s), u"0"_s);
        QVERIFY(find<StatRow>(u"monitor.stats"_s)->unit(u"read"_s).contains(u"MB"));
        QTRY_VERIFY_WITH_TIMEOUT(stat(u"delay"_s) != u"–"_s, patience);
        QVERIFY(find<QAbstractButton>(u"status.clock"_s)->text().startsWith(u"source clock +0."_s) ||
                find<QAbstractButton>(u"status.clock"_s)->text().startsWith(u"source clock −0."_s));
        QTRY_VERIFY2_WITH_TIMEOUT(runs()->model()->rowCount() == 1, qPrintable(listed()), patience);
        QVERIFY(runs()->model()->index(0, 1).data().toString() != u"–"_s);
    }

    void aDryRunShowsBothSidesAndWritesNothing()
    {
        const auto before = m_target.ask(u"select count(*) from tidegate.ledger"_s);
        order(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto* sheet = openSheet();
        QVERIFY(sheet);
        auto* text = sheet->findChild<SqlEditor*>(u"monitor.dryRun.text"_s);
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"shop.orders"_s), patience);
        QTest::mouseClick(sheet->findChild<QAbstractButton*>(u"target"_s), Qt::LeftButton);
        QVERIFY2(text->text().contains(u"insert into"_s), qPrintable(text->text()));
        QVERIFY2(!text->text().contains(u"pg_catalog.pg_class"_s), "only what a run would send");
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!openSheet());
        QCOMPARE(m_target.ask(u"select count(*) from tidegate.ledger"_s), before);
        QVERIFY2(runs()->model()->rowCount() == 1, qPrintable(listed()));
    }

    void aStopEndsTheRunAtBothServers()
    {
        window()->showPage(u"monitor"_s, u"slow"_s);
        order(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(stat(u"staged"_s) != u"–"_s && stat(u"staged"_s) != u"0"_s, patience);
        QCOMPARE(stat(u"inserted"_s), u"0"_s);
        order(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!isActive(), patience);
        QCOMPARE(console()->runs()->status(u"slow"_s).outcome, u"cancelled"_s);
        QVERIFY(!find<Banner>(u"monitor.banner"_s)->isVisible());
        const auto working = u"select count(*) from pg_stat_activity where application_name = 'tidegate/slow'"
                             " and state = 'active'"_s;
        QTRY_COMPARE_WITH_TIMEOUT(m_source.ask(working), u"0"_s, patience);
        QCOMPARE(m_target.ask(u"select to_regclass('ods.slow') is null"_s), u"t"_s);
    }

    void aFailureSaysWhatWhereAndWhatToDo()
    {
        window()->showPage(u"monitor"_s, u"broken"_s);
        order(Qt::Key_R, Qt::ControlModifier);
        auto* banner = find<Banner>(u"monitor.banner"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
        QVERIFY2(banner->text().contains(u"no_such_column"_s), qPrintable(banner->text()));
        QVERIFY(!banner->accessibleDescription().isEmpty());
        auto* again = offer(u"run"_s);
        QVERIFY(again);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(isActive());
        QTRY_VERIFY_WITH_TIMEOUT(!isActive() && banner->isVisible(), patience);
    }

    void aChangeIsAcceptedBehindASheet()
    {
        window()->showPage(u"monitor"_s, u"orders"_s);
        auto text = folder().read(ordersPath);
        text.replace(text.find("  table: shop.orders"), 20, "  table: shop.orders\n  where: \"t.order_id > 0\"");
        folder().write(ordersPath, text);
        const auto changed = [this] {
            const auto* job = console()->pool()->pool()->job("orders");
            return job && job->definition && !job->definition->source.where.empty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(changed(), patience);
        order(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(offer(u"acceptChange"_s), patience);
        QVERIFY(offer(u"reload"_s));
        QTest::mouseClick(offer(u"acceptChange"_s), Qt::LeftButton);
        QVERIFY(openSheet());
        QTest::keyClick(openSheet(), Qt::Key_Return); // the default is Cancel
        QTRY_VERIFY(!openSheet());
        QVERIFY(!isActive());
        QTest::mouseClick(offer(u"acceptChange"_s), Qt::LeftButton);
        QTest::mouseClick(openSheet()->findChild<QPushButton*>(u"monitor.sheet.go"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(console()->runs()->status(u"orders"_s).isWell(), patience);
    }

    void aHeldJobIsTakenOver()
    {
        QProcess holder;
        holder.start(u"psql"_s,
                     m_target.arguments(u"select pg_advisory_lock(7702, hashtext('orders')); select pg_sleep(600)"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_target.ask(u"select count(*) from pg_locks where classid = 7702 and granted"_s),
                                  u"1"_s, patience);
        order(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(offer(u"takeOver"_s), patience);
        QTest::mouseClick(offer(u"takeOver"_s), Qt::LeftButton);
        QTest::mouseClick(openSheet()->findChild<QPushButton*>(u"monitor.sheet.go"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(console()->runs()->status(u"orders"_s).isWell(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(holder.state(), QProcess::NotRunning, patience);
    }

    void keysMoveTheCursorChooseTheRangeAndFreeze()
    {
        auto* rows = find<ChartWidget>(u"monitor.chart.rows"_s);
        rows->setFocus(Qt::TabFocusReason);
        QTest::keyClick(rows, Qt::Key_Left);
        QTest::keyClick(rows, Qt::Key_Left);
        const TimeAxis* axis = rows->axis();
        QVERIFY(axis->cursor() && *axis->cursor() < axis->to());
        QCOMPARE(find<ChartWidget>(u"monitor.chart.delay"_s)->axis(), axis);
        QTest::keyClick(rows, Qt::Key_2);
        QCOMPARE(find<SegmentSwitch>(u"monitor.range"_s)->current(), u"1h"_s);
        QCOMPARE(axis->span(), 3'600'000);
        QTest::keyClick(rows, Qt::Key_Space);
        QVERIFY(find<QPushButton>(u"monitor.unfreeze"_s)->isVisible());
        click(u"monitor.unfreeze"_s);
        QVERIFY(!find<QPushButton>(u"monitor.unfreeze"_s)->isVisible());
        QTest::keyClick(rows, Qt::Key_Escape);
        QVERIFY(!axis->cursor());
        QTest::keyClick(rows, Qt::Key_1);
    }

    void theLogIsSearchedAndFilteredByKeys()
    {
        activate();
        auto* log = find<LogView>(u"monitor.log"_s);
        log->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(log, u"/"_s);
        auto* search = find<QLineEdit>(u"monitor.search"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"started"_s);
        QTRY_VERIFY(log->hitCount() >= 3);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY2(log->selectedText().contains(u"started"_s), qPrintable(log->selectedText()));
        QTest::keyClick(search, Qt::Key_Escape);
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_VERIFY(log->hasFocus());
        const auto all = log->verticalScrollBar()->maximum();
        QTest::mouseClick(find<SegmentSwitch>(u"monitor.levels"_s)->choice(u"errors"_s), Qt::LeftButton);
        QVERIFY(log->verticalScrollBar()->maximum() < all);
        QTest::mouseClick(find<SegmentSwitch>(u"monitor.levels"_s)->choice(u"all"_s), Qt::LeftButton);
        QCOMPARE(log->verticalScrollBar()->maximum(), all);
    }

    void aRunFromElsewhereIsToldHonestly()
    {
        QProcess other;
        other.setWorkingDirectory(root());
        other.start(qEnvironmentVariable("TIDEGATE_BIN") + u"/tidegatectl"_s, {u"run"_s, u"orders"_s});
        QVERIFY(other.waitForFinished(patience));
        QCOMPARE(other.exitCode(), 0);
        window()->showPage(u"monitor"_s, u"slow"_s);
        window()->showPage(u"monitor"_s, u"orders"_s);
        QTRY_VERIFY_WITH_TIMEOUT(elsewhereRow() >= 0, patience);
        runs()->selectRow(elsewhereRow());
        auto* log = find<LogView>(u"monitor.log"_s);
        QVERIFY(log->accessibleDescription().contains(u"ledger"_s));
        click(u"monitor.allRuns"_s);
        QVERIFY(!log->accessibleDescription().contains(u"ledger keeps"_s));
    }

    void theAgentDiesAndComesBack()
    {
        window()->showPage(u"monitor"_s, u"slow"_s);
        order(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(stat(u"staged"_s) != u"–"_s && stat(u"staged"_s) != u"0"_s, patience);
        QProcess children;
        children.start(u"pgrep"_s, {u"-P"_s, QString::number(QCoreApplication::applicationPid()), u"tidegated"_s});
        QVERIFY(children.waitForFinished(patience));
        const auto pid = children.readAllStandardOutput().trimmed().toInt();
        QVERIFY(pid > 0);
        ::kill(pid, SIGKILL);
        auto* banner = find<Banner>(u"monitor.banner"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
        QVERIFY(!isActive());
        QTRY_VERIFY_WITH_TIMEOUT(console()->agent()->isReady(), patience);
        QTest::mouseClick(offer(u"run"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isActive() && stat(u"staged"_s) != u"0"_s, patience);
        order(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!isActive(), patience);
    }
};

TIDEGATE_WATCHED_MAIN(TestMonitorFlows)
#include "tst_monitorflows.moc"
