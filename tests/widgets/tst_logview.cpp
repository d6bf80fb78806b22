// SPDX-License-Identifier: GPL-3.0-or-later
#include "strict.h"
#include "models/monitor/logmodel.h"
#include "widgets/log/logview.h"
#include "widgets/theme/theme.h"

#include <nlohmann/json.hpp>

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        failOnWarnings();
        m_next = 1;
        m_model = std::make_unique<LogModel>(nullptr, 100);
        m_view = std::make_unique<LogView>(u"log"_s);
        m_view->setModel(m_model.get());
        m_view->resize(600, 10 * LogView::lineHeight);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void itFollowsTheNewest()
    {
        add(50);
        QVERIFY(m_view->isFollowing());
        QCOMPARE(m_view->firstVisibleRow(), 40);
        add(5);
        QCOMPARE(m_view->firstVisibleRow(), 45);
        QVERIFY(m_view->accessibleDescription().contains(u"55 lines"));
    }

    void scrollingAwayStopsAndTheEndGoesOn()
    {
        add(50);
        QSignalSpy following(m_view.get(), &LogView::followingChanged);
        m_view->verticalScrollBar()->setValue(20);
        QVERIFY(!m_view->isFollowing());
        add(10);
        QCOMPARE(m_view->firstVisibleRow(), 20);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QVERIFY(m_view->isFollowing());
        QCOMPARE(m_view->firstVisibleRow(), 50);
        QCOMPARE(following.count(), 2);
    }

    void whatIsReadStandsStillWhenOldLinesFallOut()
    {
        add(100);
        m_view->verticalScrollBar()->setValue(60);
        const QString before = textAt(m_view->firstVisibleRow());
        add(30);
        QCOMPARE(m_model->rowCount(), 100);
        QCOMPARE(textAt(m_view->firstVisibleRow()), before);
        add(90);
        QCOMPARE(m_view->firstVisibleRow(), 0);
    }

    void linesAreCopied()
    {
        add(3);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(100, 10));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(100, 30));
        QTest::keySequence(m_view.get(), QKeySequence(QKeySequence::Copy));
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].endsWith(u"I line 1"_s));
        QVERIFY(lines[1].endsWith(u"I line 2"_s));
    }

    void keysChooseLinesAndFToggles()
    {
        add(30);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QVERIFY(m_view->selectedText().endsWith(u"line 1"_s));
        QVERIFY(!m_view->isFollowing());
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_view->selectedText().count(u'\n'), 1);
        QTest::keyClick(m_view.get(), Qt::Key_F);
        QVERIFY(m_view->isFollowing());
    }

    void itSaysHowManyCameWhileItStoodStill()
    {
        add(50);
        m_view->verticalScrollBar()->setValue(20);
        add(7);
        QCOMPARE(m_view->unseenCount(), 7);
        m_view->setFollowing(true);
        QCOMPARE(m_view->unseenCount(), 0);
    }

    void hitsAreCountedAndWalkedThrough()
    {
        add(40);
        m_view->setSearch(LogSearch(u"LINE 3"_s));
        QCOMPARE(m_view->hitCount(), 11); // 3 and 30 to 39
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QTest::keyClick(m_view.get(), Qt::Key_N);
        QVERIFY(m_view->selectedText().endsWith(u"line 3"_s));
        QTest::keyClick(m_view.get(), Qt::Key_N);
        QVERIFY(m_view->selectedText().endsWith(u"line 30"_s));
        QTest::keyClick(m_view.get(), Qt::Key_N, Qt::ShiftModifier);
        QTest::keyClick(m_view.get(), Qt::Key_N, Qt::ShiftModifier);
        QVERIFY(m_view->selectedText().endsWith(u"line 39"_s));
        m_view->setSearch(LogSearch(u"/line [12]5$/"_s));
        QCOMPARE(m_view->hitCount(), 2);
        m_view->setSearch(LogSearch(u"/(/"_s));
        QCOMPARE(m_view->hitCount(), 0);
        QVERIFY(!m_view->findNext());
        QSignalSpy wanted(m_view.get(), &LogView::searchWanted);
        QTest::keyClicks(m_view.get(), u"/"_s);
        QCOMPARE(wanted.count(), 1);
    }

    void anEmptyLogAnswersKeys()
    {
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(10, 10));
        QVERIFY(m_view->selectedText().isEmpty());
        QVERIFY(!m_view->grab().isNull());
    }

private:
    void add(int count)
    {
        json lines = json::array();
        for (int line = 0; line < count; ++line, ++m_next)
            lines.push_back({{"id", m_next},
                             {"at", "2026-03-12T08:53:40.118Z"},
                             {"level", "info"},
                             {"text", "line " + std::to_string(m_next)}});
        m_model->take({{"lines", lines}});
        m_model->flush();
    }
    [[nodiscard]] QString textAt(int row) const { return m_model->index(row).data(LogRole::Text).toString(); }

    int m_next = 1;
    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<LogView> m_view;
};

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
