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

json ledgerRow(int epoch, const char* taken, const char* applied, int read, const char* kind)
{
    return {{"epoch", epoch},        {"taken_at", taken},
            {"applied_at", applied}, {"rows", {{"read", read}, {"inserted", read}}},
            {"kind", kind},          {"hi", applied}};
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
        model.take(run(5, RunStatus::Stage::Running, noon));
        model.take(run(5, RunStatus::Stage::Running, noon.addMSecs(40)));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data(RunListRole::Run).toLongLong(), 5);
    }

    void theLedgerStandsBelowAndNothingStandsTwice()
    {
        RunListModel model;
        const QAbstractItemModelTester tester(&model);
        model.take(run(1, RunStatus::Stage::Ended, noon));
        const json rows = {ledgerRow(9, "2026-03-12T12:00:00Z", "2026-03-12T12:00:01.5Z", 1200, "window"),
                           ledgerRow(8, "2026-03-11T02:00:00Z", "2026-03-11T02:16:02Z", 12'900'000, "full")};
        model.takeLedger(rows);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, RunColumn::Rows).data().toString(), u"12.9 M"_s);
        QCOMPARE(model.index(1, RunColumn::Took).data().toString(), u"16 min 2 s"_s);
        QCOMPARE(model.index(1, 0).data(RunListRole::Note).toString(), u"full load, elsewhere"_s);
        model.takeLedger(rows);
        QCOMPARE(model.rowCount(), 2);
    }

    void theWindowsOfOneEpochAreOneRun()
    {
        RunListModel model;
        const QAbstractItemModelTester tester(&model);
        model.takeLedger({ledgerRow(9, "2026-03-12T12:00:00Z", "2026-03-12T12:00:30Z", 200, "window"),
                          ledgerRow(9, "2026-03-12T12:00:00Z", "2026-03-12T12:00:20Z", 100, "window"),
                          ledgerRow(8, "2026-03-12T11:00:00Z", "2026-03-12T11:00:05Z", 7, "window")});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, RunColumn::Rows).data().toString(), u"300"_s);
        QCOMPARE(model.index(0, RunColumn::Took).data().toString(), u"30 s"_s);
        QCOMPARE(model.runs().front().windows, 2);
    }

    void theHistoryKnowsFailedRunsAndKeepsTheSelection()
    {
        RunListModel model;
        const QAbstractItemModelTester tester(&model);
        model.take(run(1, RunStatus::Stage::Ended, noon));
        model.takeLedger(json::array({ledgerRow(8, "2026-03-11T02:00:00Z", "2026-03-11T02:16:02Z", 12, "window")}));
        const QPersistentModelIndex old = model.index(1, 0);
        model.takeHistory({{"runs",
                            {{{"state", "applied"}, {"startedAt", "2026-03-12T12:00:00Z"}, {"seconds", 2.0}},
                             {{"state", "failed"},
                              {"startedAt", "2026-03-12T02:00:00Z"},
                              {"seconds", 3.0},
                              {"error", {{"message", "the source is away"}}}}}}});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(1, 0).data(RunListRole::Note).toString(), u"failed"_s);
        QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), u"the source is away"_s);
        QVERIFY(old.isValid());
        QCOMPARE(old.row(), 2);
    }

    void aBusyRunIsNotTheOneThatHeldTheJob()
    {
        RunListModel model;
        RunStatus busy = run(1, RunStatus::Stage::Ended, noon);
        busy.outcome = u"busy"_s;
        model.take(busy);
        model.takeLedger(json::array({ledgerRow(9, "2026-03-12T12:00:00Z", "2026-03-12T12:00:03Z", 7, "window")}));
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
