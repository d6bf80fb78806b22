// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/metricsfeed.h"

#include <nlohmann/json.hpp>

#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

json sample(int run, const char* at, double staged, double sourceWait = 0, double targetWait = 0)
{
    return {{"run", run},
            {"job", "orders"},
            {"at", at},
            {"rowsRead", 100},
            {"rowsStaged", 900},
            {"stagedPerSecond", staged},
            {"bytes", 1000},
            {"rowsPerSecond", 50},
            {"bytesPerSecond", 2'500'000},
            {"sourceWait", sourceWait},
            {"targetWait", targetWait}};
}

} // namespace

class TestMetricsFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesBecomeRates()
    {
        MetricsFeed feed;
        const QSignalSpy sampled(&feed, &MetricsFeed::sampled);
        feed.take(sample(1, "2026-03-12T08:00:00.000Z", 0));
        feed.take(sample(1, "2026-03-12T08:00:02.000Z", 300));
        const MetricsSeries* series = feed.series(u"orders"_s);
        QCOMPARE(sampled.count(), 2);
        QCOMPARE(series->rowsRead.last()->value, 50.0);
        QCOMPARE(series->megabytes.last()->value, 2.5);
        QCOMPARE(series->rowsStaged.last()->value, 300.0);
    }

    void waitsAreTheLastMinutesMean()
    {
        MetricsFeed feed;
        QVERIFY(!feed.waits(u"orders"_s).known);
        feed.take(sample(1, "2026-03-12T07:00:00.000Z", 0, 1, 1));
        feed.take(sample(1, "2026-03-12T08:00:00.000Z", 0, 0.2, 0.6));
        feed.take(sample(1, "2026-03-12T08:00:01.000Z", 0, 0.4, 0.8));
        const WaitShares waits = feed.waits(u"orders"_s);
        QVERIFY(waits.known);
        QCOMPARE(waits.source, 0.3);
        QCOMPARE(waits.target, 0.7);
    }

    void aSampleWithoutTimeIsIgnored()
    {
        MetricsFeed feed;
        feed.take(sample(1, "yesterday", 0));
        QVERIFY(feed.series(u"orders"_s)->rowsRead.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMetricsFeed)
#include "tst_metricsfeed.moc"
