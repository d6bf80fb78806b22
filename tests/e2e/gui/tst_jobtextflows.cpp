// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowtest.h"
#include "widgets/components/choicestrip.h"
#include "widgets/editor/yamleditor.h"

#include <QTableView>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

/// The text of a job and its SQL: plans, what differs from the last commit, completion, a fix beside its line.
class TestJobTextFlows : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasServers())
            QSKIP("needs servers: tests/support/pgcluster.py run -- PROGRAM");
        prepareServers();
    }
    void init()
    {
        makePool(ordersPool(m_source, m_target));
        commitPool();
        openWindow();
        showOrders();
    }
    void cleanup() { closeWindow(); }

    void bothServersExplainTheSql()
    {
        press(edit("source.where"), Qt::Key_E, Qt::ControlModifier);
        auto* plan = find<QTableView>(u"planTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(plan->model() && plan->model()->rowCount() > 0, patience);
        QVERIFY(plan->isVisible());
        QStringList steps;
        for (int row = 0; row < plan->model()->rowCount(); ++row)
            steps << plan->model()->index(row, 0).data().toString();
        QVERIFY2(steps.join(u' ').contains(u"orders"_s), qPrintable(steps.join(u'\n')));
        QCOMPARE(m_source.ask(u"select count(*) from shop.orders"_s), u"20000"_s);
    }

    void whatDiffersFromTheLastCommitIsShown()
    {
        retype("source.where", u"t.channel <> 'test'"_s);
        auto* tabs = find<ChoiceStrip>(u"sqlTabs"_s);
        QTRY_COMPARE_WITH_TIMEOUT(tabs->choice(u"diff"_s)->property("note").toString(), u"1"_s, patience);
        QTest::mouseClick(tabs->choice(u"diff"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(sql().contains(u"-- source.where: – → "_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(sql().contains(u"\n+"_s) && sql().contains(u"channel <> 'test'"_s), patience);
        QTest::mouseClick(tabs->choice(u"grants"_s), Qt::LeftButton);
        QTRY_VERIFY(sql().contains(u"grant select"_s, Qt::CaseInsensitive));
        QTest::mouseClick(tabs->choice(u"count"_s), Qt::LeftButton);
        QTRY_VERIFY(sql().contains(u"select count(*)"_s));
    }

    void theTextCompletesKeysAndValues()
    {
        find<ChoiceStrip>(u"modeSwitch"_s)->setCurrent(u"both"_s);
        auto* text = find<YamlEditor>(u"yamlEditor"_s);
        window()->move(-900, 0); // lists open on a screen only, and this one is small
        text->setFocus();
        const int last = text->lines() - 1;
        text->setCursorPosition(last, 0);
        QTest::keyClicks(text, u"on_dup"_s);
        QTRY_VERIFY(text->SendScintilla(QsciScintillaBase::SCI_AUTOCACTIVE) != 0);
        press(text, Qt::Key_Return);
        QTRY_VERIFY(yaml().endsWith(u"on_duplicate_key: "_s));
        press(text, Qt::Key_Space, Qt::ControlModifier);
        QTRY_VERIFY(text->SendScintilla(QsciScintillaBase::SCI_AUTOCACTIVE) != 0);
        QTest::keyClicks(text, u"ne"_s);
        press(text, Qt::Key_Return);
        QTRY_VERIFY(yaml().endsWith(u"on_duplicate_key: newest"_s));
        QTRY_VERIFY(find<QWidget>(u"row.on_duplicate_key"_s)->isVisibleTo(window()));
    }

    void aWrongValueIsHealedByItsAnnotation()
    {
        retype("watermark.lag", u"2"_s);
        find<ChoiceStrip>(u"modeSwitch"_s)->setCurrent(u"both"_s);
        press(edit("watermark.overlap"), Qt::Key_F8);
        QTRY_VERIFY(edit("watermark.lag")->hasFocus());
        press(edit("watermark.lag"), Qt::Key_F6);
        auto* text = find<YamlEditor>(u"yamlEditor"_s);
        QTRY_VERIFY(text->hasFocus());
        press(text, Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(yaml().contains(u"lag: 2m"_s));
        press(text, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!yaml().contains(u"lag: 2m"_s));
    }
};

TIDEGATE_WATCHED_MAIN(TestJobTextFlows)
#include "tst_jobtextflows.moc"
