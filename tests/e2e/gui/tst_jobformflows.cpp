// SPDX-License-Identifier: GPL-3.0-or-later
#include "flowtest.h"

#include <QPushButton>
#include <QTableView>
#include <QAbstractItemView>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

/// The form of a job: lists as tables, completion from the catalogue, what is proposed and shown beside a field.
class TestJobFormFlows : public FlowTest
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

    void columnsAreListedMovedAndTakenBackByKeys()
    {
        click(u"section.columns"_s);
        const auto before = yaml();
        auto* view = find<QTableView>(u"list.columns.table"_s);
        QTRY_VERIFY(visible<QPushButton>(u"list.addMissing"_s));
        QTest::mouseClick(visible<QPushButton>(u"list.addMissing"_s), Qt::LeftButton);
        QTRY_COMPARE(view->model()->rowCount(), 5);
        view->setFocus();
        view->setCurrentIndex(view->model()->index(4, 0));
        press(view, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(view->model()->index(3, 0).data().toString(), u"updated_at"_s);
        view->setCurrentIndex(view->model()->index(2, 0));
        press(view, Qt::Key_Delete);
        QCOMPARE(view->model()->rowCount(), 4);
        QTRY_VERIFY(!sql().contains(u"t.remark"_s));
        for (int step = 0; step < 3; ++step)
            press(view, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(yaml(), before);
    }

    void aColumnGetsAnExpressionInItsCell()
    {
        click(u"section.columns"_s);
        QTRY_VERIFY(visible<QPushButton>(u"list.addMissing"_s));
        QTest::mouseClick(visible<QPushButton>(u"list.addMissing"_s), Qt::LeftButton);
        auto* view = find<QTableView>(u"list.columns.table"_s);
        QTRY_COMPARE(view->model()->rowCount(), 5);
        view->setFocus();
        view->setCurrentIndex(view->model()->index(3, 1));
        press(view, Qt::Key_F2);
        auto* cell = await<QLineEdit>(u"listCell"_s);
        QTest::keyClicks(cell, u"round(t.amount, 2)"_s);
        press(cell, Qt::Key_Return);
        QTRY_VERIFY(yaml().contains(u"from: \"round(t.amount, 2)\""_s) ||
                    yaml().contains(u"from: round(t.amount, 2)"_s));
        view->setCurrentIndex(view->model()->index(3, 2));
        QTest::keyClicks(view, u"numeric(18,2)"_s); // typing opens the cell
        press(await<QLineEdit>(u"listCell"_s), Qt::Key_Return);
        QTRY_VERIFY(sql().contains(u"round(t.amount, 2)"_s));
    }

    void aConditionCompletesItsColumns()
    {
        auto* where = edit("source.where");
        where->setFocus();
        QTest::keyClicks(where, u"t.chan"_s);
        auto* popup = find<QAbstractItemView>(u"field.source.where.words"_s);
        QTRY_VERIFY(popup->isVisible());
        press(popup, Qt::Key_Down);
        press(popup, Qt::Key_Return);
        QTRY_COMPARE(where->text(), u"t.channel"_s);
        QTest::keyClicks(where, u" = 'web'"_s);
        QTRY_VERIFY(sql().contains(u"t.channel = 'web'"_s));
    }

    void aKeyIsProposedWithItsReason()
    {
        auto* key = edit("key");
        key->setFocus();
        key->selectAll();
        press(key, Qt::Key_Delete);
        press(key, Qt::Key_Tab);
        auto* use = find<QPushButton>(u"field.key.fix"_s);
        QTRY_COMPARE(use->text(), u"Use order_id"_s);
        QTest::mouseClick(use, Qt::LeftButton);
        QTRY_COMPARE(line("key"), u"order_id"_s);
        QVERIFY(yaml().contains(u"key: [order_id]"_s));
    }

    void theWatermarkIsShownWithItsRows()
    {
        retype("watermark.join.table", u"shop.order_line"_s);
        retype("watermark.join.alias", u"o"_s);
        retype("watermark.join.on", u"o.order_id = t.order_id"_s);
        retype("watermark.column", u"t.updated_at, o.changed_at"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sql().contains(u"shop.order_line"_s), patience);
        click(u"previewWatermark"_s);
        auto* rows = find<QTableView>(u"watermarkRows"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rows->model()->rowCount(), 10, patience);
        QCOMPARE(rows->model()->headerData(0, Qt::Horizontal).toString(), u"order_id"_s);
        QCOMPARE(rows->model()->headerData(3, Qt::Horizontal).toString(), u"watermark"_s);
        QVERIFY(rows->model()->index(0, 3).data().toString().startsWith(u"20"_s));
    }
};

TIDEGATE_WATCHED_MAIN(TestJobFormFlows)
#include "tst_jobformflows.moc"
