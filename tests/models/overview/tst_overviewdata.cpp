// SPDX-License-Identifier: Apache-2.0
#include "models/overview/overviewcache.h"
#include "overviewsamples.h"
#include "pool/pool.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

/// JSON with the other quotes: moc does not see through raw strings.
QByteArray quoted(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class TestOverviewData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAgentsAnswerIsUnderstood()
    {
        const auto snapshot = overviewFrom(historyOf(json::array({historyEntry("order_item")})));
        QCOMPARE(snapshot.asOf, sampleNow);
        QCOMPARE(snapshot.jobs.size(), 1U);
        const JobOverview& job = snapshot.jobs.front();
        QCOMPARE(job.cells.size(), 2U);
        QVERIFY(job.cells[1].state == CellState::Failed);
        QCOMPARE(job.cells[0].rows, 120);
        QCOMPARE(*job.usualHigh, 43'000'000);
        QCOMPARE(job.lastRun->error->message, std::string("312 duplicate keys"));
        QCOMPARE(job.lastRun->endedAt, QDateTime(QDate(2026, 3, 12), QTime(3, 12), Qt::UTC));
        QVERIFY(job.proof->result == OverviewProof::Result::Different);
        QCOMPARE(job.proof->differences, 312);
        QCOMPARE(*job.delaySeconds, 19740.0);
        QVERIFY(job.next.empty());
    }

    void nonsenseIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray("null");
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("wrong types") << quoted("{'jobs': 7, 'asOf': [], 'secondsPerCell': 'x'}");
        QTest::newRow("a job without a name") << quoted("{'jobs': [{'rows24h': 'many'}, null, 3]}");
        QTest::newRow("members of other types")
            << quoted("{'jobs': [{'job': 1, 'cells': {}, 'lastRun': [], 'verification': 'L2'}]}");
    }
    void nonsenseIsLeftOut()
    {
        QFETCH(QByteArray, text);
        const auto snapshot = overviewFrom(json::parse(text.begin(), text.end()));
        QVERIFY(snapshot.jobs.empty());
        QVERIFY(snapshot.secondsPerCell > 0);
    }

    void theScheduleIsLaidOverIt()
    {
        auto snapshot = snapshotOf({goodJob(u"orders"_s)});
        takeSchedule(snapshot, {{"enabled", true},
                                {"jobs",
                                 {{{"job", "orders"},
                                   {"cron", "*/10 * * * *"},
                                   {"paused", true},
                                   {"next", {"2026-03-12T08:50:00Z", "2026-03-12T09:00:00Z", "2026-03-12T09:10:00Z"}}},
                                  {{"job", "gone"}, {"cron", "0 0 * * *"}}}}});
        const JobOverview& job = snapshot.jobs.front();
        QVERIFY(snapshot.scheduleEnabled);
        QVERIFY(job.paused);
        QCOMPARE(cadence(job).value_or(0), 600);
        QCOMPARE(snapshot.jobs.size(), 1U);
    }

    void thePoolSaysWhichJobsThereAre()
    {
        Pool pool;
        for (const auto* name : {"orders", "store"}) {
            PoolFile<JobDefinition> file;
            file.name = name;
            file.definition.emplace();
            file.definition->description = "门店\nsecond line";
            pool.jobs.push_back(file);
        }
        pool.jobs.front().findings.resize(1);
        auto snapshot = snapshotOf({goodJob(u"gone"_s), goodJob(u"store"_s, 77)});
        takePool(snapshot, pool);
        QCOMPARE(snapshot.jobs.size(), 2U);
        QCOMPARE(snapshot.jobs[0].job, u"orders"_s);
        QCOMPARE(snapshot.jobs[0].fileErrors, 1);
        QVERIFY(!snapshot.jobs[0].lastRun);
        QCOMPARE(snapshot.jobs[1].rows24h, 77);
        QCOMPARE(snapshot.jobs[1].label, u"门店"_s);
    }

    void theCacheGivesBackWhatItGot()
    {
        const QTemporaryDir folder;
        const OverviewCache cache(folder.filePath(u"deep/er"_s));
        QVERIFY(!cache.read(u"/pool"_s, {}));
        auto snapshot = overviewFrom(historyOf(json::array({historyEntry("order_item"), historyEntry("订单")})));
        snapshot.jobs[0].label = u"订单明细"_s;
        cache.write(u"/pool"_s, u"prod"_s, snapshot);
        const auto back = cache.read(u"/pool"_s, u"prod"_s);
        QVERIFY(back);
        QCOMPARE(back->asOf, snapshot.asOf);
        QCOMPARE(back->jobs.size(), 2U);
        QCOMPARE(back->jobs[0].label, u"订单明细"_s);
        QVERIFY(back->jobs[0].cells == snapshot.jobs[0].cells);
        QCOMPARE(back->jobs[0].lastRun->error->hint, std::string("correct the key"));
        QCOMPARE(back->jobs[1].proof->differences, 312);
        QVERIFY2(!cache.read(u"/pool"_s, u"test"_s), "another environment has a cache of its own");
        QCOMPARE(QFile::permissions(cache.file(u"/pool"_s, u"prod"_s)) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void aBrokenCacheIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("half a file") << quoted("{'format': 1, 'pool': '/pool', 'jo");
        QTest::newRow("another format") << quoted("{'format': 99, 'pool': '/pool', 'environment': ''}");
        QTest::newRow("another pool") << quoted("{'format': 1, 'pool': '/x', 'environment': '', 'jobs': []}");
        QTest::newRow("no time") << quoted("{'format': 1, 'pool': '/pool', 'environment': '', 'jobs': []}");
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe{", 4);
    }
    void aBrokenCacheIsNone()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const OverviewCache cache(folder.path());
        QFile file(cache.file(u"/pool"_s, {}));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(!cache.read(u"/pool"_s, {}));
    }
};

QTEST_GUILESS_MAIN(TestOverviewData)
#include "tst_overviewdata.moc"
