// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/runlistmodel.h"

#include <nlohmann/json.hpp>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

RunStatus run(qint64 number, RunStatus::Stage stage, const QDateTime& at)
{
    RunStatus status;
    status.run = number;
    status.job = u"orders"_s;
    status.stage = stage;
    status.outcome = stage == RunStatus::Stage::Ended ? u"applied"_s : QString();
    status.startedAt = at;
    status.seconds = 2;
    status.rows.read = 1200;
    return status;
}

const QDateTime noon(QDate(2026, 3, 12), QTime(12, 0), Qt::UTC);

} // namespace

class TestRunListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunKeepsItsRowWhileItGoesOn()
    {
        RunListModel model;
        const QAbstractItemModelTester tester(&model);
        model.take(run(1, RunStatus::Stage::Running, noon));
        model.take(run(1, RunStatus::Stage::Ended, noon));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data(RunListRole::Outcome).toString(), u"applied"_s);
        QCOMPARE(model.index(0, RunColumn::Rows).data().toString(), u"1.20 k"_s);
        model.take(run(2, RunStatus::Stage::Running, noon.addSecs(60)));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data(RunListRole::Outcome).toString(), u"running"_s);
    }

    void aRunThatWasAskedForTakesItsNumberLater()
    {
        RunListModel model;
        model.take(run(0, RunStatus::Stage::Starting, noon));
        model.take(run(5, RunStatus::Stage::Running, noon.addMSecs(40)));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data(RunListRole::Run).toLongLong(), 5);
    }

    void theLedgerStandsBelowAndNothingStandsTwice()
    {
        RunListModel model;
        const QAbstractItemModelTester tester(&model);
        model.take(run(1, RunStatus::Stage::Ended, noon));
        const json rows = {{{"applied_at", "2026-03-12T12:00:01.5Z"}, {"rows_read", 1200}, {"kind", "window"}},
                           {{"applied_at", "2026-03-11T02:00:00Z"}, {"rows_read", 12'900'000}, {"kind", "full"}}};
        model.takeLedger(rows);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, RunColumn::Rows).data().toString(), u"12.9 M"_s);
        QCOMPARE(model.index(1, 0).data(RunListRole::Note).toString(), u"full"_s);
        model.takeLedger(rows);
        QCOMPARE(model.rowCount(), 2);
    }

    void whatWasNeverRunHasNoRow()
    {
        RunListModel model;
        model.take(RunStatus{});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRunListModel)
#include "tst_runlistmodel.moc"
