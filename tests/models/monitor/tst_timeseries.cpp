// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/timeseries.h"

#include <QRandomGenerator>
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

    void everyColumnKeepsItsExtremes_data()
    {
        QTest::addColumn<int>("more");
        QTest::addRow("the ring is not full") << -300;
        QTest::addRow("the ring is just full") << 0;
        QTest::addRow("a block is half overwritten") << 17;
        QTest::addRow("a block is overwritten") << 32;
        QTest::addRow("the seam lies in the middle") << 511;
    }
    void everyColumnKeepsItsExtremes()
    {
        QFETCH(int, more);
        constexpr int capacity = 1000;
        constexpr int columns = 20;
        QRandomGenerator random(7);
        TimeSeries series(capacity);
        for (int at = 0; at < capacity + more; ++at)
            series.append(at, random.bounded(1'000'000));
        const qint64 from = series.point(0).at;
        const qint64 width = static_cast<qint64>(series.size()) / columns;
        const auto outline = series.outline(from, from + width * columns, columns, 10);
        const auto higher = [](const TimePoint& a, const TimePoint& b) { return a.value < b.value; };
        for (int column = 0; column < columns; ++column) {
            std::vector<TimePoint> all;
            for (qint64 i = 0; i < width; ++i)
                all.push_back(series.point(static_cast<std::size_t>(column * width + i)));
            const auto [low, high] = std::minmax_element(all.begin(), all.end(), higher);
            QVERIFY(std::count(outline.begin(), outline.end(), *low) == 1);
            QVERIFY(std::count(outline.begin(), outline.end(), *high) == 1);
        }
    }

    void anEmptySeriesAnswersEverything()
    {
        const TimeSeries series;
        QVERIFY(!series.last());
        QVERIFY(!series.nearest(0, 10));
        QVERIFY(series.outline(0, 10, 100, 10).empty());
    }
};

QTEST_GUILESS_MAIN(TestTimeSeries)
#include "tst_timeseries.moc"
