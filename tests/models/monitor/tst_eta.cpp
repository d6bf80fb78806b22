// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/eta.h"
#include "models/monitor/humanize.h"

#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

RunStatus reading(qint64 read, qint64 expected)
{
    RunStatus status;
    status.stage = RunStatus::Stage::Running;
    status.phase = u"read"_s;
    status.rows.read = read;
    status.rowsExpected = expected;
    status.seconds = 60;
    return status;
}

TimeSeries rates(int seconds, double slow, double fast)
{
    TimeSeries series;
    for (int second = 1; second <= seconds; ++second)
        series.append(second * 1000LL, (second - 1) / 5 % 2 == 0 ? slow : fast);
    return series;
}

KnownRun applied(qint64 rows, double seconds)
{
    KnownRun run;
    run.outcome = u"applied"_s;
    run.rows.read = rows;
    run.seconds = seconds;
    return run;
}

} // namespace

class TestEta : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRangeIsThatOfTheRate()
    {
        const auto eta = estimateEnd(reading(40'000, 100'000), rates(60, 500, 1000), {});
        QVERIFY(eta);
        QCOMPARE(eta->lowSeconds, 60.0);
        QCOMPARE(eta->highSeconds, 120.0);
        QCOMPARE(eta->measuredSeconds, 60);
        QCOMPARE(eta->runs, 0);
    }

    void earlierRunsWidenIt()
    {
        // 400 rows a second with apply: 250 s for all, 60 s have gone.
        const auto eta = estimateEnd(reading(40'000, 100'000), rates(60, 1000, 1000), {applied(80'000, 200)});
        QVERIFY(eta);
        QCOMPARE(eta->lowSeconds, 60.0);
        QCOMPARE(eta->highSeconds, 190.0);
        QCOMPARE(eta->runs, 1);
    }

    void whoKnowsNothingIsSilent_data()
    {
        QTest::addColumn<qint64>("read");
        QTest::addColumn<qint64>("expected");
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("windows");
        QTest::newRow("no estimate of the rows") << qint64{40'000} << qint64{-1} << 60 << 1;
        QTest::newRow("just begun") << qint64{4000} << qint64{100'000} << 60 << 1;
        QTest::newRow("measured too short") << qint64{40'000} << qint64{100'000} << 9 << 1;
        QTest::newRow("more than was expected") << qint64{110'000} << qint64{100'000} << 60 << 1;
        QTest::newRow("windows to come") << qint64{40'000} << qint64{100'000} << 60 << 3;
    }
    void whoKnowsNothingIsSilent()
    {
        QFETCH(qint64, read);
        QFETCH(qint64, expected);
        QFETCH(int, samples);
        QFETCH(int, windows);
        RunStatus status = reading(read, expected);
        status.window = 1;
        status.windows = windows;
        QVERIFY(!estimateEnd(status, rates(samples, 1000, 1000), {}));
    }

    void anEndedRunHasNoEnd()
    {
        RunStatus status = reading(40'000, 100'000);
        status.stage = RunStatus::Stage::Ended;
        QVERIFY(!estimateEnd(status, rates(60, 1000, 1000), {}));
    }

    void rangesAreCoarse_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("text");
        QTest::newRow("minutes") << 250.0 << 340.0 << u"4–6 min"_s;
        QTest::newRow("seconds") << 41.0 << 58.0 << u"40–60 s"_s;
        QTest::newRow("the same") << 60.0 << 60.0 << u"about 60 s"_s;
        QTest::newRow("hours") << 7000.0 << 9000.0 << u"1–3 h"_s;
    }
    void rangesAreCoarse()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QTEST(durationRange(low, high), "text");
    }
};

QTEST_GUILESS_MAIN(TestEta)
#include "tst_eta.moc"
