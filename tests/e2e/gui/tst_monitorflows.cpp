// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "flowspool.h"
#include "pooltext.h"
#include "widgets/chart/chartwidget.h"
#include "widgets/chart/statrow.h"
#include "widgets/chart/timeaxis.h"
#include "widgets/components/banner.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/components/sheet.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/log/logview.h"
#include "widgets/monitor/monitorpage.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000; // a loaded machine, and runs that connect to two servers

} // namespace

/// What an operator does on the Monitor page, with keys and clicks, against the real agent and real servers. The cases
/// build on each other: the first one applies a window.
class TestMonitorFlows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_source.isThere() || !m_target.isThere())
            QSKIP("needs servers: tests/support/pgcluster.py run -- PROGRAM");
        QVERIFY(m_home.isValid());
        Theme::instance().setChoice(Theme::Choice::Light);
        Theme::instance().install();
        QCOMPARE(m_source.ask(ordersTable()), QString());
        QCOMPARE(m_target.ask(u"create schema ods"_s), QString());
        m_folder = std::make_unique<PoolFolder>(flowsPool(m_source, m_target));
        m_settings = std::make_unique<Settings>(m_home.filePath(u"settings.ini"_s));
        const auto agent = qEnvironmentVariable("TIDEGATE_BIN") + u"/tidegated"_s;
        m_console =
            std::make_unique<Console>(QString::fromStdString(m_folder->root().string()), AgentClient::local(agent));
        m_window = std::make_unique<MainWindow>(m_console.get(), m_settings.get());
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_console->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_console->pool()->pool(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_console->agent()->isReady(), patience);
        m_window->showPage(u"monitor"_s, u"orders"_s);
    }

    void cleanupTestCase()
    {
        if (m_console)
            m_console->agent()->close();
        m_window.reset();
        m_console.reset();
    }

    void aRunIsStartedByKeysAndCountsEverything()
    {
        press(Qt::Key_R, Qt::ControlModifier);
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
        press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
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
        m_window->showPage(u"monitor"_s, u"slow"_s);
        press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(stat(u"staged"_s) != u"–"_s && stat(u"staged"_s) != u"0"_s, patience);
        QCOMPARE(stat(u"inserted"_s), u"0"_s);
        press(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!isActive(), patience);
        QCOMPARE(m_console->runs()->status(u"slow"_s).outcome, u"cancelled"_s);
        QVERIFY(!find<Banner>(u"monitor.banner"_s)->isVisible());
        const auto working = u"select count(*) from pg_stat_activity where application_name = 'tidegate/slow'"
                             " and state = 'active'"_s;
        QTRY_COMPARE_WITH_TIMEOUT(m_source.ask(working), u"0"_s, patience);
        QCOMPARE(m_target.ask(u"select to_regclass('ods.slow') is null"_s), u"t"_s);
    }

    void aFailureSaysWhatWhereAndWhatToDo()
    {
        m_window->showPage(u"monitor"_s, u"broken"_s);
        press(Qt::Key_R, Qt::ControlModifier);
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
        m_window->showPage(u"monitor"_s, u"orders"_s);
        auto text = m_folder->read(ordersPath);
        text.replace(text.find("  table: shop.orders"), 20, "  table: shop.orders\n  where: \"t.order_id > 0\"");
        m_folder->write(ordersPath, text);
        const auto changed = [this] {
            const auto* job = m_console->pool()->pool()->job("orders");
            return job && job->definition && !job->definition->source.where.empty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(changed(), patience);
        press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(offer(u"acceptChange"_s), patience);
        QVERIFY(offer(u"reload"_s));
        QTest::mouseClick(offer(u"acceptChange"_s), Qt::LeftButton);
        QVERIFY(openSheet());
        QTest::keyClick(openSheet(), Qt::Key_Return); // the default is Cancel
        QTRY_VERIFY(!openSheet());
        QVERIFY(!isActive());
        QTest::mouseClick(offer(u"acceptChange"_s), Qt::LeftButton);
        QTest::mouseClick(openSheet()->findChild<QPushButton*>(u"monitor.sheet.go"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_console->runs()->status(u"orders"_s).isWell(), patience);
    }

    void aHeldJobIsTakenOver()
    {
        QProcess holder;
        holder.start(u"psql"_s,
                     m_target.arguments(u"select pg_advisory_lock(7702, hashtext('orders')); select pg_sleep(600)"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_target.ask(u"select count(*) from pg_locks where classid = 7702 and granted"_s),
                                  u"1"_s, patience);
        press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(offer(u"takeOver"_s), patience);
        QTest::mouseClick(offer(u"takeOver"_s), Qt::LeftButton);
        QTest::mouseClick(openSheet()->findChild<QPushButton*>(u"monitor.sheet.go"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_console->runs()->status(u"orders"_s).isWell(), patience);
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
        QTest::mouseClick(find<QPushButton>(u"monitor.unfreeze"_s), Qt::LeftButton);
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
        other.setWorkingDirectory(QString::fromStdString(m_folder->root().string()));
        other.start(qEnvironmentVariable("TIDEGATE_BIN") + u"/tidegatectl"_s, {u"run"_s, u"orders"_s});
        QVERIFY(other.waitForFinished(patience));
        QCOMPARE(other.exitCode(), 0);
        m_window->showPage(u"monitor"_s, u"slow"_s);
        m_window->showPage(u"monitor"_s, u"orders"_s);
        QTRY_VERIFY_WITH_TIMEOUT(elsewhereRow() >= 0, patience);
        runs()->selectRow(elsewhereRow());
        auto* log = find<LogView>(u"monitor.log"_s);
        QVERIFY(log->accessibleDescription().contains(u"ledger"_s));
        QTest::mouseClick(find<QPushButton>(u"monitor.allRuns"_s), Qt::LeftButton);
        QVERIFY(!log->accessibleDescription().contains(u"ledger keeps"_s));
    }

    void theAgentDiesAndComesBack()
    {
        m_window->showPage(u"monitor"_s, u"slow"_s);
        press(Qt::Key_R, Qt::ControlModifier);
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
        QTRY_VERIFY_WITH_TIMEOUT(m_console->agent()->isReady(), patience);
        QTest::mouseClick(offer(u"run"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isActive() && stat(u"staged"_s) != u"0"_s, patience);
        press(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!isActive(), patience);
    }

private:
    template <typename Widget>
    Widget* find(const QString& name) const
    {
        auto* widget = m_window->findChild<Widget*>(name);
        if (!widget)
            qFatal("no widget named %s", qPrintable(name));
        return widget;
    }
    /// Without a window manager nobody does it after a sheet was closed.
    void activate() const
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
    {
        activate();
        auto* selector = find<QComboBox>(u"monitor.job"_s);
        selector->setFocus();
        QTest::keyClick(selector, key, modifiers);
    }
    [[nodiscard]] QString stat(const QString& id) const { return find<StatRow>(u"monitor.stats"_s)->value(id); }
    [[nodiscard]] QTableView* runs() const { return find<QTableView>(u"monitor.runs"_s); }
    [[nodiscard]] bool isActive() const
    {
        return m_console->runs()->status(find<MonitorPage>(u"monitor"_s)->job()).isActive();
    }
    /// A link of the banner; null while it is not offered.
    [[nodiscard]] QPushButton* offer(const QString& way) const
    {
        return find<Banner>(u"monitor.banner"_s)->findChild<QPushButton*>(u"monitor.offer."_s + way);
    }
    [[nodiscard]] Sheet* openSheet() const
    {
        for (Sheet* sheet : m_window->findChildren<Sheet*>()) {
            if (sheet->isVisible())
                return sheet;
        }
        return nullptr;
    }
    /// The list of runs as text.
    [[nodiscard]] QString listed() const
    {
        QStringList rows;
        for (const KnownRun& run : static_cast<RunListModel*>(runs()->model())->runs())
            rows << u"%1 %2 %3 s %4 [%5, %6)"_s.arg(static_cast<int>(run.origin))
                        .arg(run.startedAt.toString(Qt::ISODateWithMs))
                        .arg(run.seconds)
                        .arg(run.outcome, run.lo, run.hi);
        return rows.join(u'\n');
    }
    [[nodiscard]] int elsewhereRow() const
    {
        for (int row = 0; row < runs()->model()->rowCount(); ++row) {
            if (runs()->model()->index(row, 0).data(RunListRole::Elsewhere).toBool())
                return row;
        }
        return -1;
    }

    QTemporaryDir m_home;
    GuiServer m_source{"TIDEGATE_TEST_SOURCE"};
    GuiServer m_target{"TIDEGATE_TEST_TARGET"};
    std::unique_ptr<PoolFolder> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMonitorFlows)
#include "tst_monitorflows.moc"
