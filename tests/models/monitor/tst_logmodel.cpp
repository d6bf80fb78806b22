// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/logfilterproxy.h"
#include "models/monitor/logmodel.h"

#include <nlohmann/json.hpp>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

json batch(int first, int count, const char* level = "info", const char* job = "orders")
{
    json lines = json::array();
    for (int id = first; id < first + count; ++id)
        lines.push_back({{"id", id},
                         {"at", "2026-03-12T08:53:40.118Z"},
                         {"level", level},
                         {"run", 4},
                         {"job", job},
                         {"text", std::string(job) + ": line " + std::to_string(id)}});
    return {{"lines", lines}, {"dropped", nullptr}};
}

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesArriveInBatches()
    {
        LogModel model;
        const QAbstractItemModelTester tester(&model);
        const QSignalSpy inserted(&model, &LogModel::rowsInserted);
        model.take(batch(1, 2));
        model.take(batch(3, 1));
        QCOMPARE(model.rowCount(), 0);
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(model.index(2).data(LogRole::Id).toLongLong(), 3);
        QCOMPARE(model.index(0).data(LogRole::At).toDateTime().time(), QTime(8, 53, 40, 118));
    }

    void theNameOfTheJobIsNotSaidTwice()
    {
        LogModel model;
        model.take(batch(7, 1));
        model.flush();
        QCOMPARE(model.index(0).data(LogRole::Text).toString(), u"line 7"_s);
        QCOMPARE(model.index(0).data(LogRole::Job).toString(), u"orders"_s);
    }

    void theOldestFallOut()
    {
        LogModel model(nullptr, 10);
        const QAbstractItemModelTester tester(&model);
        model.take(batch(1, 8));
        model.flush();
        model.take(batch(9, 5));
        model.flush();
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.index(0).data(LogRole::Id).toLongLong(), 4);
        model.take(batch(100, 50));
        model.flush();
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.index(9).data(LogRole::Id).toLongLong(), 149);
    }

    void whatWasDroppedIsSaid()
    {
        LogModel model;
        model.take({{"lines", json::array()}, {"dropped", {{"from", 5}, {"to", 90}}}});
        model.flush();
        const QString text = model.index(0).data(LogRole::Text).toString();
        QVERIFY2(text.contains(u"5") && text.contains(u"90"), qPrintable(text));
        QCOMPARE(model.index(0).data(LogRole::Severity).toInt(), static_cast<int>(LogSeverity::Warning));
    }

    void levelsAndJobsFilter()
    {
        LogModel model;
        LogFilterProxy proxy;
        proxy.setSourceModel(&model);
        const QAbstractItemModelTester tester(&proxy);
        model.take(batch(1, 2, "info"));
        model.take(batch(3, 1, "warning"));
        model.take(batch(4, 1, "error", "store"));
        model.take(batch(5, 1, "debug"));
        model.flush();
        QCOMPARE(proxy.rowCount(), 4);
        proxy.setLeast(LogSeverity::Warning);
        QCOMPARE(proxy.rowCount(), 2);
        proxy.setJob(u"orders"_s);
        QCOMPARE(proxy.rowCount(), 1);
        proxy.setLeast(LogSeverity::Error);
        QCOMPARE(proxy.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLogModel)
#include "tst_logmodel.moc"
