// SPDX-License-Identifier: GPL-3.0-or-later
#include "../widgets/strict.h"
#include "app/console.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "cataloguetext.h"
#include "fakeagent.h"
#include "models/qtconvert.h"
#include "pooltext.h"
#include "widgets/components/banner.h"
#include "widgets/navigation/environmentbar.h"
#include "widgets/navigation/navigationrail.h"
#include "widgets/page.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().install();
        Theme::instance().setChoice(Theme::Choice::Light);
    }
    void init()
    {
        failOnWarnings();
        m_folder = std::make_unique<PoolFolder>(smallPool());
        m_home = std::make_unique<QTemporaryDir>();
        m_agent = std::make_unique<FakeAgent>();
        m_agent->on("catalogue.inputs", [](const auto&) { return orderItemInputs(); });
        m_agent->on("ledger.read", [](const auto&) { return json{{"rows", json::array()}, {"next", nullptr}}; });
        m_agent->on("history.overview", [](const auto&) { return json{{"jobs", json::array()}}; });
        m_agent->on("schedule.list", [](const auto&) { return json{{"jobs", json::array()}}; });
        m_agent->on("run.list", [](const auto&) { return json{{"runs", json::array()}}; });
        qputenv("XDG_CACHE_HOME", m_home->path().toUtf8());
        m_settings = std::make_unique<Settings>(m_home->filePath(u"console.ini"_s));
        m_console = std::make_unique<Console>(toQt(m_folder->root().string()),
                                              std::make_unique<AgentClient>(m_agent->makeTransport()));
        m_window = std::make_unique<MainWindow>(m_console.get(), m_settings.get());
        m_window->show();
        m_console->start();
        QTRY_VERIFY(m_console->pool()->pool());
        QTRY_VERIFY(m_console->agent()->isReady());
    }
    void cleanup()
    {
        m_window.reset();
        m_console.reset();
        m_agent.reset();
    }

    void pagesAreReachedByKeys()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage()->id(), u"monitor"_s);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_window->currentPage()->id(), u"overview"_s);
        QCOMPARE(rail()->currentIndex().row(), 0);
    }

    void theKeyboardBeginsInThePage()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(QApplication::focusWidget());
        QVERIFY2(m_window->currentPage()->isAncestorOf(QApplication::focusWidget()),
                 qPrintable(QApplication::focusWidget()->objectName()));
    }

    void theRailStaysInUseByArrows()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        rail()->setFocus();
        QTest::keyClick(rail(), Qt::Key_Down);
        QCOMPARE(m_window->currentPage()->id(), u"jobs"_s);
        QVERIFY(rail()->hasFocus());
    }

    void actionsAreCompleteAndDoNotQuarrel()
    {
        QVERIFY2(m_window->actions()->findings().isEmpty(), qPrintable(m_window->actions()->findings().join(u'\n')));
        QVERIFY(m_window->actions()->actions().size() >= 8);
    }

    void everythingThatTakesTheKeyboardHasAName()
    {
        for (const QString& page : {u"overview"_s, u"jobs"_s, u"monitor"_s}) {
            m_window->showPage(page);
            for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
                if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
                    continue;
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
                QVERIFY2(named, qPrintable(u"%1 in %2"_s.arg(widget->objectName(),
                                                             QLatin1StringView(widget->metaObject()->className()))));
                QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            }
        }
    }

    void tabWalksThroughTheWholePageAndComesBack()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->showPage(u"monitor"_s);
        rail()->setFocus();
        std::set<QWidget*> seen;
        for (int step = 0; step < 60; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (!seen.insert(QApplication::focusWidget()).second)
                break;
        }
        for (const QString& name :
             {u"monitor.run.button"_s, u"monitor.chart.rows"_s, u"monitor.runs"_s, u"monitor.log"_s}) {
            auto* widget = m_window->findChild<QWidget*>(name);
            QVERIFY2(seen.contains(widget), qPrintable(name));
        }
        QVERIFY(seen.contains(rail()));
    }

    void anAgentThatEndedIsSaidAndStartedAgain()
    {
        m_console->agent()->setRestartPause(std::chrono::hours(1));
        m_agent->refusesToStart = true;
        m_agent->die(u"killed by signal 9"_s);
        auto* banner = m_window->findChild<Banner*>(u"window.banner"_s);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->accessibleDescription().contains(u"killed by signal 9"));
        m_agent->refusesToStart = false;
        QTest::mouseClick(m_window->findChild<QPushButton*>(u"window.restart"_s), Qt::LeftButton);
        QTRY_VERIFY(m_console->agent()->isReady());
        QVERIFY(!banner->isVisible());
    }

    void aPoolThatCannotBeReadIsSaid()
    {
        m_folder->remove("pool.yaml");
        m_console->pool()->reload();
        auto* banner = m_window->findChild<Banner*>(u"window.poolBanner"_s);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!banner->text().isEmpty());
    }

    void theRailIsNarrowInASmallWindow()
    {
        m_window->resize(1024, 700);
        QTRY_COMPARE(rail()->width(), NavigationRail::narrowWidth);
        m_window->resize(1440, 900);
        QTRY_COMPARE(rail()->width(), NavigationRail::wideWidth);
    }

    void nothingIsWiderThanASmallWindow()
    {
        m_window->resize(1024, 700);
        QCoreApplication::processEvents();
        QCOMPARE(m_window->width(), 1024);
        for (const QString& page : {u"overview"_s, u"jobs"_s, u"monitor"_s}) {
            m_window->showPage(page);
            QVERIFY2(m_window->minimumSizeHint().width() <= 1024, qPrintable(page));
        }
    }

    void geometryComesBack()
    {
        m_window->resize(1300, 760);
        m_window->close();
        const MainWindow again(m_console.get(), m_settings.get());
        QCOMPARE(again.size(), QSize(1300, 760));
    }

    void unsavedWorkIsNotLostByClosing()
    {
        JobBuffer* buffer = m_console->workspace()->open(u"order_item"_s);
        QVERIFY(buffer->setValue("watermark.lag", "5m"));
        QTRY_COMPARE(m_console->workspace()->unsavedCount(), 1);
        QVERIFY(!m_window->close());
        auto* banner = m_window->findChild<Banner*>(u"window.unsavedBanner"_s);
        QVERIFY(banner->isVisible());
        QTest::mouseClick(m_window->findChild<QPushButton*>(u"window.stay"_s), Qt::LeftButton);
        QVERIFY(!banner->isVisible() && m_window->isVisible());
        QVERIFY(!m_window->close());
        QTest::mouseClick(m_window->findChild<QPushButton*>(u"window.closeAnyway"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_window->isVisible());
    }

private:
    [[nodiscard]] NavigationRail* rail() const { return m_window->findChild<NavigationRail*>(); }

    std::unique_ptr<PoolFolder> m_folder;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
