// SPDX-License-Identifier: Apache-2.0
#include "models/overview/overviewrows.h"
#include "models/overview/overviewtotals.h"
#include "models/overview/overviewwords.h"
#include "overviewsamples.h"

#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

/// "section failed late [fold 3]": folds with the number of what they hide.
QString shape(const OverviewSnapshot& snapshot, const QSet<QString>& running = {}, const QSet<int>& open = {},
              int shown = 4)
{
    QStringList words;
    for (const OverviewRow& row : arrangeOverview(snapshot, running, open, shown)) {
        if (row.kind == OverviewRow::Kind::Section)
            words << u"section"_s;
        else if (row.kind == OverviewRow::Kind::Fold)
            words << u"[%1 %2]"_s.arg(row.open ? u"open"_s : u"fold"_s).arg(row.jobs.size());
        else
            words << snapshot.jobs[static_cast<std::size_t>(row.jobs.front())].job;
    }
    return words.join(u' ');
}

JobOverview unrun(const QString& name)
{
    JobOverview job;
    job.job = name;
    return job;
}

} // namespace

class TestOverviewRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noJobsNoRows() { QCOMPARE(shape(snapshotOf({})), QString()); }

    void thoseThatNeedYouComeFirst()
    {
        const auto snapshot = snapshotOf({goodJob(u"big"_s, 900), lateJob(u"late"_s), goodJob(u"runs"_s, 1),
                                          failedJob(u"failed"_s), goodJob(u"small"_s, 10)});
        QCOMPARE(shape(snapshot, {u"runs"_s}, {}, 9), u"section failed late runs big small"_s);
    }

    void theQuietRestIsFolded()
    {
        const auto snapshot = snapshotOf({goodJob(u"a"_s, 1), goodJob(u"b"_s, 2), goodJob(u"c"_s, 3),
                                          goodJob(u"d"_s, 4), goodJob(u"e"_s, 5), failedJob(u"f"_s)});
        QCOMPARE(shape(snapshot), u"section f e d c [fold 2]"_s);
        QCOMPARE(shape(snapshot, {}, {static_cast<int>(Standing::Good)}), u"section f e d c [open 2] b a"_s);
    }

    void nobodyWhoNeedsYouIsFolded()
    {
        std::vector<JobOverview> jobs;
        for (int i = 0; i < 9; ++i)
            jobs.push_back(failedJob(u"f%1"_s.arg(i)));
        jobs.push_back(goodJob(u"g"_s));
        jobs.push_back(goodJob(u"h"_s));
        QCOMPARE(shape(snapshotOf(jobs)), u"section f0 f1 f2 f3 f4 f5 f6 f7 f8 [fold 2]"_s);
    }

    void thoseThatNeverRanHaveAFoldOfTheirOwn()
    {
        const auto snapshot =
            snapshotOf({unrun(u"x"_s), unrun(u"y"_s), goodJob(u"a"_s, 9), goodJob(u"b"_s, 8), goodJob(u"c"_s, 7)});
        QCOMPARE(shape(snapshot, {}, {}, 1), u"section a [fold 2] [fold 2]"_s);
    }

    void aSingleRowIsNotHiddenBehindAnother()
    {
        const auto snapshot = snapshotOf({goodJob(u"a"_s, 3), goodJob(u"b"_s, 2), goodJob(u"c"_s, 1)});
        QCOMPARE(shape(snapshot, {}, {}, 2), u"section a b c"_s);
    }

    void whoNeedsAPerson_data()
    {
        QTest::addColumn<JobOverview>("job");
        QTest::addColumn<bool>("running");
        QTest::addColumn<Standing>("standing");
        JobOverview job = goodJob(u"a"_s);
        QTest::newRow("ran well") << job << false << Standing::Good;
        job.lastRun->state = u"nothing_to_do"_s;
        QTest::newRow("nothing to do") << job << false << Standing::Good;
        job.lastRun->state = u"busy"_s;
        QTest::newRow("another owner runs it") << job << false << Standing::Good;
        job.lastRun->state = u"refused"_s;
        QTest::newRow("a guard refused") << job << false << Standing::Waiting;
        QTest::newRow("failed") << failedJob(u"a"_s) << false << Standing::Failed;
        QTest::newRow("failed, runs again") << failedJob(u"a"_s) << true << Standing::Running;
        QTest::newRow("late") << lateJob(u"a"_s) << false << Standing::Late;
        job = lateJob(u"a"_s);
        job.paused = true;
        QTest::newRow("late on purpose") << job << false << Standing::Paused;
        job = lateJob(u"a"_s);
        job.cells.back().state = CellState::Unplanned;
        QTest::newRow("late, nothing planned since") << job << false << Standing::Late;
        job.cells.back().state = CellState::Ran;
        QTest::newRow("was late, has run") << job << false << Standing::Good;
        job = goodJob(u"a"_s);
        job.proof = OverviewProof{u"L2"_s, OverviewProof::Result::Different, sampleNow, 14};
        QTest::newRow("differs") << job << false << Standing::Different;
        job = goodJob(u"a"_s);
        job.fileErrors = 2;
        QTest::newRow("its file has errors") << job << false << Standing::Invalid;
        QTest::newRow("never ran") << unrun(u"a"_s) << false << Standing::Unrun;
    }
    void whoNeedsAPerson()
    {
        QFETCH(JobOverview, job);
        QFETCH(bool, running);
        QFETCH(Standing, standing);
        QCOMPARE(static_cast<int>(standingOf(job, running)), static_cast<int>(standing));
        QCOMPARE(needsPerson(standing), !needOf(job, standing, snapshotOf({job})).reason.isEmpty());
    }

    void theReasonIsASentenceWithItsTime()
    {
        const auto snapshot = snapshotOf({failedJob(u"order_item"_s), lateJob(u"stock"_s)});
        const JobNeed failed = needOf(snapshot.jobs[0], Standing::Failed, snapshot);
        QCOMPARE(failed.reason, u"312 duplicate keys stopped the apply"_s);
        QCOMPARE(failed.advice, u"correct the key"_s);
        QCOMPARE(needHeadline(failed, 3, sampleNow), u"failed 5 h 29 min ago · 3 attempts"_s);
        QCOMPARE(needHeadline(failed, 1, sampleNow), u"failed 5 h 29 min ago"_s);
        const JobNeed late = needOf(snapshot.jobs[1], Standing::Late, snapshot);
        QCOMPARE(needHeadline(late, 0, sampleNow), u"late by 1 h"_s);
        QCOMPARE(late.reason, u"It was to run at 07:41 and has not. The target is 41 min behind the source."_s);
    }

    void theAnswerAndItsScope()
    {
        const auto say = [](const OverviewSnapshot& snapshot) {
            const auto totals = totalsOf(snapshot, {}, sampleNow);
            return answerText(totals) + u" / "_s + scopeText(totals, snapshot, sampleNow);
        };
        QCOMPARE(say(snapshotOf({goodJob(u"a"_s), goodJob(u"b"_s)})),
                 u"Nothing needs you / 2 of 2 ran as planned since yesterday 08:41"_s);
        QCOMPARE(say(snapshotOf({goodJob(u"a"_s), failedJob(u"b"_s), unrun(u"c"_s)})),
                 u"1 job needs you / 1 of 3 ran as planned since yesterday 08:41, 1 have not run yet"_s);
        QCOMPARE(say(snapshotOf({lateJob(u"a"_s), failedJob(u"b"_s)})),
                 u"2 jobs need you / 0 of 2 ran as planned since yesterday 08:41"_s);
        QCOMPARE(say(snapshotOf({unrun(u"a"_s), unrun(u"b"_s)})), u"Nothing has run yet / 2 jobs in this pool"_s);
    }

    void theNumbersAboveTheTable()
    {
        auto first = lateJob(u"a"_s);
        first.usualLow = 900;
        first.usualHigh = 1100;
        auto second = goodJob(u"b"_s, 500);
        second.delaySeconds = 12;
        second.quarantined = 14;
        second.proof = OverviewProof{u"L2"_s, OverviewProof::Result::Equal, sampleNow.addDays(-2), 0};
        auto third = goodJob(u"c"_s);
        third.proof = OverviewProof{u"L2"_s, OverviewProof::Result::Equal, sampleNow.addSecs(-60), 0};
        const auto totals = totalsOf(snapshotOf({first, second, third}), {u"c"_s}, sampleNow);
        QCOMPARE(totals.rows24h, 2500);
        QCOMPARE(*totals.usualLow, 900);
        QCOMPARE(*totals.largestDelay, 2460.0);
        QVERIFY(totals.slowestIsLate);
        QCOMPARE(totals.running, 1);
        QCOMPARE(totals.proofs.fresh, 1);
        QCOMPARE(totals.proofs.old, 1);
        QCOMPARE(totals.proofs.never, 1);
        QCOMPARE(totals.proofs.level, u"L2"_s);
        QCOMPARE(totals.oldestProof, sampleNow.addDays(-2));
        QCOMPARE(totals.quarantined, 14);
    }

    void agesAndMoments()
    {
        QCOMPARE(ageText(-5), u"0 s"_s);
        QCOMPARE(ageText(59), u"59 s"_s);
        QCOMPARE(ageText(2460), u"41 min"_s);
        QCOMPARE(ageText(7200), u"2 h"_s);
        QCOMPARE(ageText(19'740), u"5 h 29 min"_s);
        QCOMPARE(ageText(3 * 86'400), u"3 d"_s);
        QCOMPARE(momentText(sampleNow.addSecs(-3600), sampleNow), u"07:41"_s);
        QCOMPARE(momentText(sampleNow.addDays(-1), sampleNow), u"yesterday 08:41"_s);
        QCOMPARE(momentText(sampleNow.addDays(-40), sampleNow), u"2026-01-31"_s);
        QCOMPARE(rowsText(88'204), u"88,204"_s);
        QCOMPARE(rowsText(41'204'118), u"41.2 M"_s);
        QCOMPARE(cadenceText(600), u"every 10 min"_s);
        QCOMPARE(cadenceText(3600), u"hourly"_s);
        QCOMPARE(cadenceText({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestOverviewRows)
#include "tst_overviewrows.moc"
