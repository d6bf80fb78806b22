// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowtest.h"
#include "widgets/components/banner.h"
#include "widgets/components/sheet.h"
#include "widgets/editor/sqleditor.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QTreeView>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

/// Jobs as files: made from a table, duplicated, renamed, deleted, and changed by somebody else meanwhile.
class TestJobFileFlows : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasServers())
            QSKIP("needs servers: tests/support/pgcluster.py run -- PROGRAM");
        prepareServers();
        QCOMPARE(m_source.ask(linesTable()), QString());
    }
    void init()
    {
        openPool(ordersPool(m_source, m_target));
        showOrders();
    }
    void cleanup() { closeWindow(); }

    void aJobIsMadeFromATable()
    {
        press(window()->focusWidget(), Qt::Key_N, Qt::ControlModifier);
        auto* table = await<QComboBox>(u"newJob.table"_s);
        QTRY_VERIFY_WITH_TIMEOUT(table->findText(u"shop.order_line"_s) >= 0, patience);
        table->lineEdit()->setFocus();
        QTest::keyClicks(table->lineEdit(), u"shop.order_line"_s);
        QTRY_COMPARE(find<QLineEdit>(u"newJob.name"_s)->text(), u"order_line"_s);
        click(u"newJob.go"_s);
        QTRY_COMPARE_WITH_TIMEOUT(line("source.table"), u"shop.order_line"_s, patience);
        QCOMPARE(line("key"), u"order_id, line_no"_s);
        QCOMPARE(line("watermark.column"), u"t.changed_at"_s);
        const auto text = folder().read("customers/acme/jobs/order_line.yaml");
        QVERIFY(text.find("# the primary key") != std::string::npos);
        QTRY_VERIFY_WITH_TIMEOUT(sql().contains(u"shop.order_line"_s), patience);
    }

    void aJobIsDuplicatedRenamedAndDeleted()
    {
        auto* list = find<QTreeView>(u"jobList"_s);
        list->setFocus();
        press(list, Qt::Key_D, Qt::ControlModifier);
        auto* name = await<QLineEdit>(u"duplicateSheet.name"_s);
        name->selectAll();
        QTest::keyClicks(name, u"orders_copy"_s);
        press(name, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(line("target.table"), u"ods.orders_copy"_s, patience);
        QTRY_VERIFY2(list->hasFocus(), "the list has the keyboard again after the sheet");
        press(list, Qt::Key_F2);
        name = await<QLineEdit>(u"renameSheet.name"_s);
        name->selectAll();
        QTest::keyClicks(name, u"orders_again"_s);
        press(name, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(yaml().contains(u"job: orders_again"_s), patience);
        QVERIFY(yaml().contains(u"id: orders_copy"_s));
        QVERIFY(folder().read("customers/acme/jobs/orders_copy.yaml").empty());
        trigger(u"jobs.delete"_s);
        auto* cancel = await<QPushButton>(u"deleteSheet.cancel"_s);
        QTRY_VERIFY(cancel->hasFocus());
        press(cancel, Qt::Key_Return);
        QVERIFY(!folder().read("customers/acme/jobs/orders_again.yaml").empty());
        QTRY_VERIFY(!window()->findChild<Sheet*>(u"deleteSheet"_s));
        trigger(u"jobs.delete"_s);
        QTest::mouseClick(await<QPushButton>(u"deleteSheet.go"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(folder().read("customers/acme/jobs/orders_again.yaml").empty(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(console()->pool()->pool()->jobs.size(), 1U, patience);
    }

    void aFileThatChangedUnderneathIsCompared()
    {
        retype("watermark.overlap", u"45m"_s);
        const auto mine = yaml();
        auto theirs = folder().read(ordersPath);
        theirs.replace(theirs.find("# late writers"), 14, "# from elsewhere");
        folder().write(ordersPath, theirs);
        QTRY_VERIFY_WITH_TIMEOUT(find<Banner>(u"jobsBanner"_s)->isVisible(), patience);
        click(u"showConflict"_s);
        auto* shown = await<SqlEditor>(u"conflictDiff"_s);
        QVERIFY(shown->text().contains(u"-  overlap: 10m   # from elsewhere"_s));
        QVERIFY(shown->text().contains(u"+  overlap: 45m   # late writers"_s));
        click(u"conflict.keepMine"_s);
        QTRY_VERIFY(!find<Banner>(u"jobsBanner"_s)->isVisible());
        QCOMPARE(yaml(), mine);
    }

private:
    void trigger(const QString& action) const { window()->findChild<QAction*>(action)->trigger(); }
};

TIDEGATE_WATCHED_MAIN(TestJobFileFlows)
#include "tst_jobfileflows.moc"
