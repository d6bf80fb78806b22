// SPDX-License-Identifier: Apache-2.0
#include "models/listfieldmodel.h"
#include "pooltext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

/// The list of columns and lists of names as tables over the job's text.
class TestListFieldModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<PoolFolder>(smallPool());
        m_pool = m_folder->pool();
        m_buffer = std::make_unique<JobBuffer>(m_pool, *m_pool->job("order_item"));
        m_draft = std::make_unique<JobDraft>();
        m_draft->setBuffer(m_buffer.get());
        m_columns = std::make_unique<ListFieldModel>(m_draft.get(), *jobField("columns"));
        m_tester = std::make_unique<QAbstractItemModelTester>(m_columns.get());
    }
    void cleanup()
    {
        m_tester.reset();
        m_columns.reset();
        m_draft.reset();
        m_buffer.reset();
    }

    void aListThatIsNotThereIsMadeByItsFirstItem()
    {
        QCOMPARE(m_columns->rowCount(), 0);
        QCOMPARE(m_columns->columnCount(), 3);
        m_columns->addItems({{u"item_id"_s}, {u"order_id"_s}});
        QCOMPARE(names(), (QStringList{u"item_id"_s, u"order_id"_s}));
        QVERIFY(m_draft->isReady());
        m_buffer->undoStack()->undo();
        QCOMPARE(m_buffer->text(), m_folder->read(orderItemPath));
        QCOMPARE(m_columns->rowCount(), 0);
    }

    void anExpressionMakesAnItemAMapAndItsRemovalAName()
    {
        m_columns->addItems({{u"item_id"_s}, {u"amount"_s}});
        const auto plain = m_buffer->text();
        QVERIFY(m_columns->setData(m_columns->index(1, 1), u"round(t.amt, 2)"_s));
        QVERIFY(m_columns->setData(m_columns->index(1, 2), u"numeric(18,2)"_s));
        const auto& column = m_buffer->parsed().definition->columns.at(1);
        QCOMPARE(*column.from, std::string("round(t.amt, 2)"));
        QCOMPARE(*column.type, std::string("numeric(18,2)"));
        QVERIFY(m_columns->setData(m_columns->index(1, 1), QString()));
        QVERIFY(m_columns->setData(m_columns->index(1, 2), QString()));
        QCOMPARE(names(), (QStringList{u"item_id"_s, u"amount"_s}));
        QVERIFY(!m_buffer->parsed().definition->columns.at(1).from);
    }

    void itemsMoveWithTheirComments()
    {
        write("columns:\n  - item_id  # the key\n  - order_id\n  - { name: channel, from: \"lower(t.channel)\" }  # "
              "small\n");
        QVERIFY(m_columns->moveItem(2, -1));
        QCOMPARE(names(), (QStringList{u"item_id"_s, u"channel"_s, u"order_id"_s}));
        QVERIFY(m_buffer->text().find("- { name: channel, from: \"lower(t.channel)\" }  # small\n  - order_id\n") !=
                std::string::npos);
        QVERIFY(m_columns->moveItem(0, 1));
        QVERIFY(m_buffer->text().find("  - item_id  # the key\n  - order_id") != std::string::npos);
        QVERIFY(!m_columns->moveItem(2, 1));
        QVERIFY(!m_columns->moveItem(0, -1));
    }

    void removingAllRemovesTheKey()
    {
        write("columns:\n  - item_id\n  - order_id\n");
        m_columns->removeItems(0, 1);
        QCOMPARE(names(), QStringList{u"order_id"_s});
        m_columns->removeItems(0, 1);
        QVERIFY(m_buffer->text().find("columns") == std::string::npos);
    }

    void aNameIsAddedOnce()
    {
        write("columns: [item_id]\n");
        m_columns->addItems({{u"item_id"_s}, {u"channel"_s}, {u"channel"_s}});
        QCOMPARE(names(), (QStringList{u"item_id"_s, u"channel"_s}));
    }

    void anEmptyNameTakesTheItemAway()
    {
        write("columns: [item_id, channel]\n");
        QVERIFY(m_columns->setData(m_columns->index(0, 0), QString()));
        QCOMPARE(names(), QStringList{u"channel"_s});
    }

    void aKeyIsATableOfOneColumn()
    {
        ListFieldModel key(m_draft.get(), *jobField("key"));
        const QAbstractItemModelTester tester(&key);
        QCOMPARE(key.columnCount(), 1);
        key.addItems({{u"订单 id"_s}});
        QVERIFY(key.moveItem(1, -1));
        QCOMPARE(m_draft->value("key").text, u"订单 id, item_id"_s);
        QVERIFY(m_buffer->text().find("key: [订单 id, item_id]") != std::string::npos);
    }

    void aSingleWatermarkBecomesAListWithItsSecond()
    {
        m_draft->set("watermark.column", u"t.updated_at"_s);
        ListFieldModel watermark(m_draft.get(), *jobField("watermark.column"));
        const QAbstractItemModelTester tester(&watermark);
        QCOMPARE(watermark.rowCount(), 1);
        watermark.addItems({{u"o.updated_at"_s}});
        QCOMPARE(m_draft->value("watermark.column").text, u"t.updated_at, o.updated_at"_s);
    }

    void problemsSitAtTheirRow()
    {
        write("columns:\n  - item_id\n  - { name: amount, form: x }\n");
        QVERIFY(m_columns->index(1, 0).data(ListFieldRole::Problem).toString().contains(u"form"_s));
        QCOMPARE(m_columns->index(0, 0).data(ListFieldRole::Problem).toString(), QString());
    }

    void emptyCellsSayWhatTheyMean()
    {
        write("columns: [item_id]\n");
        m_columns->setImplied({{u"item_id"_s, {{"type", u"bigint"_s}}}});
        QCOMPARE(m_columns->index(0, 2).data(ListFieldRole::Implied).toString(), u"bigint"_s);
        QCOMPARE(m_columns->index(0, 2).data().toString(), QString());
    }

private:
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < m_columns->rowCount(); ++row)
            all << m_columns->index(row, 0).data().toString();
        return all;
    }
    void write(const std::string& columns)
    {
        auto text = m_folder->read(orderItemPath);
        m_buffer->replaceText(text.insert(text.find("target:"), columns));
    }

    std::unique_ptr<PoolFolder> m_folder;
    std::shared_ptr<const Pool> m_pool;
    std::unique_ptr<JobBuffer> m_buffer;
    std::unique_ptr<JobDraft> m_draft;
    std::unique_ptr<ListFieldModel> m_columns;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestListFieldModel)
#include "tst_listfieldmodel.moc"
