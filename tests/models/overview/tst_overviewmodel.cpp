// SPDX-License-Identifier: Apache-2.0
#include "models/language.h"
#include "models/overview/attentionmodel.h"
#include "models/overview/overviewmodel.h"
#include "models/overview/prooflistmodel.h"
#include "models/overview/upcomingmodel.h"
#include "overviewsamples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<JobOverview> manyGood(int count)
{
    std::vector<JobOverview> jobs;
    for (int i = 0; i < count; ++i)
        jobs.push_back(goodJob(u"job_%1"_s.arg(i, 4, 10, QChar(u'0')), 1000 - i));
    return jobs;
}

} // namespace

class TestOverviewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<OverviewModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_model->setMoment(sampleNow, false);
        m_model->setPlace(u"acme"_s, u"prod"_s);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void everyColumnSaysItsPart()
    {
        auto job = goodJob(u"orders"_s, 41'200'000);
        job.label = u"订单"_s;
        job.delaySeconds = 3;
        job.proof = OverviewProof{u"L2"_s, OverviewProof::Result::Equal, sampleNow.addSecs(-3600), 0};
        job.cron = u"0 9 * * *"_s;
        job.next = {sampleNow.addSecs(1140)};
        m_model->setSnapshot(snapshotOf({job}), {});
        QCOMPARE(text(0, OverviewColumn::Job), u"acme · prod"_s);
        QCOMPARE(text(1, OverviewColumn::Job), u"orders"_s);
        QCOMPARE(text(1, OverviewColumn::Rows), u"41.2 M"_s);
        QCOMPARE(text(1, OverviewColumn::Delay), u"3 s"_s);
        QCOMPARE(text(1, OverviewColumn::Verified), u"07:41"_s);
        QCOMPARE(text(1, OverviewColumn::Next), u"09:00"_s);
        QCOMPARE(m_model->index(1, 0).data(OverviewRole::Label).toString(), u"订单"_s);
        QVERIFY(spoken(1, OverviewColumn::Strip).contains(u"ran 48"_s));
        m_model->setSnapshot(snapshotOf({job}), {u"orders"_s});
        QCOMPARE(text(1, OverviewColumn::Next), u"now"_s);
    }

    void aScreenReaderHearsTheReason()
    {
        m_model->setSnapshot(snapshotOf({failedJob(u"orders"_s)}), {});
        QCOMPARE(spoken(1, OverviewColumn::Job),
                 u"orders, failed 5 h 29 min ago · 3 attempts: 312 duplicate keys stopped the apply"_s);
    }

    void aFoldOpensAndCloses()
    {
        m_model->setSnapshot(snapshotOf(manyGood(14)), {});
        QCOMPARE(m_model->rowCount(), 12);
        QCOMPARE(text(11, OverviewColumn::Job), u"4 more ran as planned"_s);
        m_model->toggle(11);
        QCOMPARE(m_model->rowCount(), 16);
        QVERIFY(m_model->index(11, 0).data(OverviewRole::IsOpen).toBool());
        QCOMPARE(m_model->jobAt(15), u"job_0013"_s);
        m_model->toggle(3);
        QCOMPARE(m_model->rowCount(), 16);
        m_model->toggle(11);
        QCOMPARE(m_model->rowCount(), 12);
    }

    void aNewSnapshotIsMergedIn()
    {
        auto jobs = manyGood(6);
        m_model->setSnapshot(snapshotOf(jobs), {});
        const QPersistentModelIndex kept = m_model->index(m_model->rowOf(u"job_0003"_s), 0);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        jobs.erase(jobs.begin() + 1);
        jobs.push_back(failedJob(u"new"_s));
        jobs[4].rows24h = 5000;
        m_model->setSnapshot(snapshotOf(jobs), {u"job_0003"_s});
        QVERIFY(resets.isEmpty());
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), u"job_0003"_s);
        QCOMPARE(kept.row(), 2);
        QCOMPARE(m_model->jobAt(1), u"new"_s);
        QCOMPARE(m_model->jobAt(3), u"job_0005"_s);
        QCOMPARE(m_model->rowOf(u"job_0001"_s), -1);
        m_model->setSnapshot(snapshotOf({}), {});
        QCOMPARE(m_model->rowCount(), 0);
    }

    void manyJobsChangeTheirPlaces()
    {
        auto jobs = manyGood(300);
        m_model->setSnapshot(snapshotOf(jobs), {});
        m_model->toggle(11);
        std::reverse(jobs.begin(), jobs.end());
        for (std::size_t i = 0; i < jobs.size(); ++i)
            jobs[i].rows24h = static_cast<qint64>(i * 7919 % 300);
        m_model->setSnapshot(snapshotOf(jobs), {u"job_0250"_s});
        QCOMPARE(m_model->rowCount(), 302);
        QCOMPARE(m_model->jobAt(1), u"job_0250"_s);
        for (int row = 3; row < 11; ++row)
            QVERIFY(m_model->jobAt(row) != m_model->jobAt(row - 1));
    }

    void theDelaysTrendIsThatOfTwoSnapshots()
    {
        auto job = lateJob(u"orders"_s);
        m_model->setSnapshot(snapshotOf({job}), {});
        QCOMPARE(m_model->index(1, OverviewColumn::Delay).data(OverviewRole::Trend).toInt(), 0);
        job.delaySeconds = 3000;
        auto next = snapshotOf({job});
        next.asOf = sampleNow.addSecs(60);
        m_model->setSnapshot(next, {});
        QCOMPARE(m_model->index(1, OverviewColumn::Delay).data(OverviewRole::Trend).toInt(), 1);
    }

    void whatWasNotSeenSinceIsNeitherZeroNorNoData()
    {
        m_model->setSnapshot(snapshotOf({goodJob(u"orders"_s)}), {});
        m_model->setMoment(sampleNow.addSecs(3601), true);
        const auto cells =
            m_model->index(1, OverviewColumn::Strip).data(OverviewRole::Cells).value<std::vector<OverviewCell>>();
        QCOMPARE(cells.size(), 48U);
        QVERIFY(cells[44].state == CellState::Ran);
        for (std::size_t i = 45; i < 48; ++i)
            QVERIFY(cells[i].state == CellState::Stale);
    }

    void attentionNamesTheWorstFirstAndCountsTheRest()
    {
        AttentionModel model;
        const QAbstractItemModelTester tester(&model);
        model.setMoment(sampleNow);
        model.setSnapshot(snapshotOf({lateJob(u"late"_s), goodJob(u"good"_s), failedJob(u"failed"_s)}), {});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data(AttentionRole::JobName).toString(), u"failed"_s);
        QCOMPARE(model.index(0).data(Qt::AccessibleDescriptionRole).toString(), u"correct the key"_s);
        std::vector<JobOverview> jobs;
        for (int i = 0; i < 9; ++i)
            jobs.push_back(failedJob(u"f%1"_s.arg(i), 100 * i));
        model.setSnapshot(snapshotOf(jobs), {});
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.index(0).data(AttentionRole::JobName).toString(), u"f8"_s);
        QCOMPARE(model.index(4).data().toString(), u"5 more need you; they stand first in the table below."_s);
        model.setSnapshot(snapshotOf({goodJob(u"good"_s)}), {});
        QCOMPARE(model.rowCount(), 0);
    }

    void whatComesNext()
    {
        UpcomingModel model;
        const QAbstractItemModelTester tester(&model);
        auto soon = goodJob(u"promotion"_s);
        for (int i = 0; i < 5; ++i)
            soon.next.push_back(sampleNow.addSecs(540 + i * 600));
        auto later = goodJob(u"member"_s);
        later.next = {sampleNow.addSecs(1140)};
        later.cron = u"0 9 * * 4"_s;
        auto tomorrow = goodJob(u"store"_s);
        tomorrow.next = {sampleNow.addSecs(60'000)};
        auto snapshot = snapshotOf({later, soon, tomorrow});
        model.setSnapshot(snapshot, sampleNow);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"promotion at 08:50, every 10 min"_s);
        QCOMPARE(model.index(1).data(UpcomingRole::Cadence).toString(), u"0 9 * * 4"_s);
        snapshot.scheduleEnabled = false;
        model.setSnapshot(snapshot, sampleNow);
        QCOMPARE(model.rowCount(), 0);
    }

    void proofsAreCountedByWhatTheySaid()
    {
        ProofListModel model;
        const QAbstractItemModelTester tester(&model);
        model.setCounts({.different = 2, .fresh = 37, .never = 1, .level = {}});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"different: 2"_s);
        QCOMPARE(model.index(1).data().toString(), u"never verified"_s);
        QCOMPARE(model.index(2).data(ProofListModel::CountRole).toInt(), 37);
        model.setCounts({.fresh = 40, .level = {}});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"equal, younger than 1 day: 40"_s);
        model.setCounts({});
        QCOMPARE(model.rowCount(), 0);
    }

    void theStageIsSaidAsAPersonSaysIt()
    {
        m_model->setSnapshot(snapshotOf({goodJob(u"orders"_s)}), {});
        QCOMPARE(text(0, OverviewColumn::Job), u"acme · prod"_s);
        Language::instance().setChoice(Language::Choice::Chinese);
        const QString chinese = text(0, OverviewColumn::Job);
        Language::instance().setChoice(Language::Choice::English);
        QCOMPARE(chinese, u"acme · 生产"_s);
    }

private:
    [[nodiscard]] QString text(int row, int column) const { return m_model->index(row, column).data().toString(); }
    [[nodiscard]] QString spoken(int row, int column) const
    {
        return m_model->index(row, column).data(Qt::AccessibleTextRole).toString();
    }

    std::unique_ptr<OverviewModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestOverviewModel)
#include "tst_overviewmodel.moc"
