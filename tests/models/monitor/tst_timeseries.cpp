// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/timeseries.h"

#include <QTest>

#include <algorithm>

using namespace tidegate;

class TestTimeSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOldestFallsOut()
    {
        TimeSeries series(3);
        for (int second = 1; second <= 5; ++second)
            series.append(second * 1000, second);
        QCOMPARE(series.size(), 3U);
        QCOMPARE(series.point(0), (TimePoint{3000, 3}));
        QCOMPARE(series.last(), (TimePoint{5000, 5}));
    }

    void aPointThatIsNotNewerIsDropped()
    {
        TimeSeries series;
        series.append(2000, 1);
        series.append(2000, 9);
        series.append(1000, 9);
        QCOMPARE(series.size(), 1U);
        QCOMPARE(series.last()->value, 1.0);
    }

    void nearestKeepsItsDistance()
    {
        TimeSeries series;
        series.append(1000, 1);
        series.append(5000, 5);
        QCOMPARE(series.nearest(1400, 1000)->value, 1.0);
        QCOMPARE(series.nearest(4400, 1000)->value, 5.0);
        QVERIFY(!series.nearest(3000, 1000));
    }

    void noSpikeIsLost()
    {
        TimeSeries series(1'000'000);
        for (qint64 at = 0; at < 1'000'000; ++at)
            series.append(at, at == 777'777 ? 1000 : at == 333'333 ? -50 : 1);
        const auto outline = series.outline(0, 999'999, 500, 10);
        QVERIFY(outline.size() <= 500 * 4 + 4);
        QVERIFY(std::is_sorted(outline.begin(), outline.end(), [](auto a, auto b) { return a.at < b.at; }));
        QVERIFY(std::any_of(outline.begin(), outline.end(), [](auto p) { return p == TimePoint{777'777, 1000}; }));
        QVERIFY(std::any_of(outline.begin(), outline.end(), [](auto p) { return p == TimePoint{333'333, -50}; }));
        QCOMPARE(series.maximum(0, 999'999), 1000.0);
    }

    void noSpikeIsLostAcrossTheSeamOfTheRing()
    {
        TimeSeries series(1000);
        for (qint64 at = 0; at < 1700; ++at)
            series.append(at, at == 999 ? 7 : at == 1000 ? 8 : 1);
        const auto outline = series.outline(700, 1699, 50, 10);
        QVERIFY(std::any_of(outline.begin(), outline.end(), [](auto p) { return p == TimePoint{1000, 8}; }));
        QCOMPARE(outline.front().at, 700);
        QCOMPARE(outline.back().at, 1699);
    }

    void fewPointsStayAsTheyAre()
    {
        TimeSeries series;
        series.append(1000, 3);
        series.append(2000, 4);
        const auto outline = series.outline(0, 3000, 100, 5000);
        QCOMPARE(outline.size(), 2U);
        QCOMPARE(outline[1], (TimePoint{2000, 4}));
    }

    void pausesAreFound()
    {
        TimeSeries series;
        for (const int second : {1, 2, 3, 10, 11})
            series.append(second * 1000, 1);
        const auto gaps = series.gaps(0, 20'000, 3000);
        QCOMPARE(gaps.size(), 1U);
        QCOMPARE(gaps[0], std::make_pair(qint64{3000}, qint64{10'000}));
    }

    void anEmptySeriesAnswersEverything()
    {
        const TimeSeries series;
        QVERIFY(!series.last());
        QVERIFY(!series.nearest(0, 10));
        QVERIFY(series.outline(0, 10, 100, 10).empty());
        QVERIFY(series.gaps(0, 10, 1).empty());
        QCOMPARE(series.maximum(0, 10), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestTimeSeries)
#include "tst_timeseries.moc"
