// SPDX-License-Identifier: Apache-2.0
#include "cataloguetext.h"
#include "fakeagent.h"
#include "models/headtext.h"
#include "models/jobfacts.h"
#include "models/joboffers.h"
#include "models/jobprobe.h"
#include "models/linediff.h"
#include "models/nextruns.h"
#include "models/yamlcompletion.h"
#include "pooltext.h"

#include <QAbstractItemModelTester>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

/// What is said beside the fields, in the text and in its tables.
class TestJobTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<PoolFolder>(smallPool());
        m_pool = m_folder->pool();
        m_buffer = std::make_unique<JobBuffer>(m_pool, *m_pool->job("order_item"));
        const auto answer = orderItemInputs();
        m_known.inputs.source = sql::tableInfoFromJson(answer.at("source"));
        m_known.inputs.join = sql::tableInfoFromJson(answer.at("join"));
        m_known.inputs.sourceServer = sql::serverInfoFromJson(answer.at("sourceServer"));
    }

    void factsSayWhatWasLookedUp()
    {
        auto job = *m_buffer->parsed().definition;
        auto facts = jobFacts(job, m_known);
        QCOMPARE(facts.at("source.table").text, u"412.8 M rows, est."_s);
        QCOMPARE(facts.at("key").kind, JobFact::Kind::Good);
        QCOMPARE(facts.at("watermark.column").text, u"timestamptz, indexed"_s);
        QCOMPARE(facts.at("source.where").text, u"not indexed"_s);
        QCOMPARE(facts.at("watermark.nulls").text, u"can be NULL"_s);
        QCOMPARE(facts.at("target.table").text, u"made by the first run"_s);
        for (auto& column : m_known.inputs.source.columns)
            column.notNull = true;
        m_known.inputs.source.indexes.clear();
        facts = jobFacts(job, m_known);
        QCOMPARE(facts.at("watermark.nulls").text, u"never NULL"_s);
        QCOMPARE(facts.at("watermark.column").kind, JobFact::Kind::Careful);
        job.key = {"order_id"};
        QCOMPARE(jobFacts(job, m_known).at("key").kind, JobFact::Kind::Careful);
        job.key = {"nothing"};
        QCOMPARE(jobFacts(job, m_known).at("key").text, u"nothing is not there"_s);
    }

    void keyAndWatermarkAreProposedWithAReason()
    {
        const auto proposals = jobProposals(m_known.inputs.source);
        QCOMPARE(proposals.at("key").proposal, u"item_id"_s);
        QVERIFY(proposals.at("key").text.contains(u"primary key"_s));
        QCOMPARE(proposals.at("watermark.column").proposal, u"t.updated_at"_s);
        QVERIFY(jobProposals(sql::TableInfo()).empty());
    }

    void fieldsOfferColumnsInTheirOwnSpelling()
    {
        const auto offers = jobOffers(*m_buffer->parsed().definition, m_known.inputs);
        QVERIFY(offers.at("key").contains(u"备注"_s));
        QVERIFY(offers.at("source.where").contains(u"t.\"备注\""_s));
        QCOMPARE(offers.at("watermark.column").first(), u"o.updated_at"_s);
        QVERIFY(offers.at("watermark.join.on").contains(u"o.order_id"_s));
    }

    void theNextRunsAreToldInTheSchedulesZone()
    {
        const QDateTime now({2026, 3, 12}, {19, 0}, Qt::UTC); // 03:00 on Friday in Shanghai
        QCOMPARE(nextRuns({"0 2 * * *", "Asia/Shanghai", "run_once", false}, now, 3),
                 u"02:00 on Sat 14, Sun 15, Mon 16"_s);
        QCOMPARE(nextRuns({"0 */6 * * *", "UTC", "run_once", false}, now, 2), u"Fri 00:00, Fri 06:00"_s);
        QCOMPARE(nextRuns({"not a line", "UTC", "run_once", false}, now, 2), QString());
    }

    void countsAreShort()
    {
        QCOMPARE(shortCount(950), u"950"_s);
        QCOMPARE(shortCount(61'400), u"61 k"_s);
        QCOMPARE(shortCount(412'800'000), u"412.8 M"_s);
    }

    void changedLinesAreThoseOfTheNewText_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QList<int>>("lines");
        QTest::newRow("nothing") << QByteArray("a\nb\n") << QByteArray("a\nb\n") << QList<int>{};
        QTest::newRow("one changed") << QByteArray("a\nb\nc\n") << QByteArray("a\nX\nc\n") << QList<int>{1};
        QTest::newRow("one added") << QByteArray("a\nc\n") << QByteArray("a\nb\nc\n") << QList<int>{1};
        QTest::newRow("one gone: the line after it")
            << QByteArray("a\nb\nc\n") << QByteArray("a\nc\n") << QList<int>{1};
        QTest::newRow("the last one gone") << QByteArray("a\nb") << QByteArray("a") << QList<int>{0};
        QTest::newRow("two apart") << QByteArray("a\nb\nc\nd\n") << QByteArray("X\nb\nc\nY\n") << QList<int>{0, 3};
        QTest::newRow("from nothing") << QByteArray("") << QByteArray("a\nb") << QList<int>{0, 1};
    }
    void changedLinesAreThoseOfTheNewText()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto lines = changedLines(before.toStdString(), after.toStdString());
        QTEST(QList<int>(lines.begin(), lines.end()), "lines");
    }

    void theCaretFindsItsPlaceInHalfATypedText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isValue");
        QTest::addColumn<QString>("word");
        QTest::newRow("a top key") << u"job: a\nsou"_s << QString() << false << u"sou"_s;
        QTest::newRow("a key inside") << u"source:\n  connection: x\n  ta"_s << u"source"_s << false << u"ta"_s;
        QTest::newRow("a value") << u"source:\n  connection: er"_s << u"source.connection"_s << true << u"er"_s;
        QTest::newRow("two deep") << u"watermark:\n  join:\n    al"_s << u"watermark.join"_s << false << u"al"_s;
        QTest::newRow("inside of braces")
            << u"watermark:\n  join: { table: a, al"_s << u"watermark.join"_s << false << u"al"_s;
        QTest::newRow("a value inside of braces")
            << u"watermark:\n  join: { table: sal"_s << u"watermark.join.table"_s << true << u"sal"_s;
        QTest::newRow("an item in brackets") << u"key: [a, it"_s << u"key"_s << true << u"it"_s;
        QTest::newRow("an item of a list") << u"exclude:\n  - a\n  - no"_s << u"exclude"_s << true << u"no"_s;
        QTest::newRow("a key of an item") << u"columns:\n  - { name: a, fr"_s << u"columns"_s << false << u"fr"_s;
        QTest::newRow("after a comment") << u"target:\n# note\n  cr"_s << u"target"_s << false << u"cr"_s;
    }
    void theCaretFindsItsPlaceInHalfATypedText()
    {
        QFETCH(QString, text);
        const auto all = text.toStdString();
        const auto place = yamlPlaceAt(all, all.size());
        QTEST(QString::fromStdString(place.path), "path");
        QTEST(place.isValue, "isValue");
        QTEST(QString::fromStdString(place.word), "word");
    }

    void theSchemaSaysWhatMayStandThere()
    {
        const std::map<std::string, QStringList> values{{"source.connection", {u"erp"_s}}, {"key", {u"item_id"_s}}};
        const auto offers = [&](const std::string& text) {
            return yamlOffers(text, yamlPlaceAt(text, text.size()), values);
        };
        QVERIFY(offers("job: a\n").contains(u"source: "_s));
        QVERIFY(!offers("job: a\n").contains(u"job: "_s));
        QCOMPARE(offers("source:\n  connection: "), QStringList{u"erp"_s});
        QVERIFY(offers("mode: ").contains(u"incremental"_s));
        QVERIFY(offers("target:\n  create: ").contains(u"true"_s));
        QCOMPARE(offers("key: ["), QStringList{u"item_id"_s});
        QVERIFY(offers("columns:\n  - { name: a, ").contains(u"from: "_s));
        QCOMPARE(offers("nothing:\n  here: "), QStringList());
    }

    void headIsWhatGitHasCommitted()
    {
        HeadText head;
        head.setBuffer(m_buffer.get());
        QTRY_COMPARE(head.state(), HeadText::State::None);
        git({u"init"_s, u"-q"_s});
        git({u"add"_s, u"pool.yaml"_s});
        git({u"commit"_s, u"-q"_s, u"-m"_s, u"pool"_s});
        head.refresh();
        QTRY_COMPARE(head.state(), HeadText::State::NewFile);
        git({u"add"_s, u"."_s});
        git({u"commit"_s, u"-q"_s, u"-m"_s, u"job"_s});
        const auto committed = m_buffer->text();
        QVERIFY(m_buffer->setValue("watermark.lag", "5m"));
        head.refresh();
        QTRY_COMPARE(head.state(), HeadText::State::Known);
        QCOMPARE(head.text(), committed);
        head.setBuffer(nullptr);
        QCOMPARE(head.state(), HeadText::State::Unknown);
    }

    void aPlanIsReadAsSteps()
    {
        PlanModel plan;
        const QAbstractItemModelTester tester(&plan);
        const json scan = {
            {"Node Type", "Seq Scan"}, {"Relation Name", "orders"}, {"Plan Rows", 9e6}, {"Total Cost", 68'000.0}};
        const json join = {{"Node Type", "Hash Join"},
                           {"Join Type", "Left"},
                           {"Plan Rows", 182'000},
                           {"Total Cost", 81'000.5},
                           {"Plans", {scan}}};
        plan.setStatements({{{"title", "extract"}, {"plan", {{{"Plan", join}}}}}});
        QCOMPARE(plan.rowCount(), 2);
        QCOMPARE(plan.index(0, PlanModel::Step).data().toString(), u"hash join left"_s);
        QCOMPARE(plan.index(1, PlanModel::Step).data().toString(), u"full scan orders"_s);
        QCOMPARE(plan.index(1, PlanModel::Rows).data().toString(), u"9.0 M"_s);
        QCOMPARE(plan.index(1, 0).data(PlanRole::Depth).toInt(), 1);
        QCOMPARE(plan.scannedTables(), QStringList{u"orders"_s});
        plan.setStatements({{{"title", "a"}, {"plan", {{{"Plan", scan}}}}}, {{"title", "b"}, {"plan", "?"}}});
        QCOMPARE(plan.rowCount(), 3);
        QVERIFY(plan.index(0, 0).data(PlanRole::IsTitle).toBool());
        plan.clear();
        QCOMPARE(plan.rowCount(), 0);
    }

    void rowsOfTheWatermarkAreATable()
    {
        FakeAgent agent;
        AgentClient client(agent.makeTransport());
        PoolModel pool(m_folder->root());
        client.start();
        WatermarkRows rows(&client, &pool);
        const QAbstractItemModelTester tester(&rows);
        agent.on("job.preview", [](const json&) {
            return json{{"sql", ""}, {"columns", {"item_id", "watermark"}}, {"rows", {{"1", nullptr}, {"2", "x"}}}};
        });
        rows.ask(m_buffer.get());
        QTRY_COMPARE(rows.rowCount(), 2);
        QCOMPARE(rows.index(0, 1).data().toString(), u"NULL"_s);
        QCOMPARE(rows.headerData(1, Qt::Horizontal).toString(), u"watermark"_s);
        QCOMPARE(agent.received("job.preview").at(0).at("params").at("text").get<std::string>(), m_buffer->text());
        agent.on("job.preview", [](const json&) { return json{{"rows", 1}}; });
        rows.ask(m_buffer.get());
        QTRY_VERIFY(rows.error());
        QCOMPARE(rows.rowCount(), 0);
    }

private:
    void git(const QStringList& words) const
    {
        QProcess process;
        process.setWorkingDirectory(QString::fromStdString(m_folder->root().string()));
        process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=test"_s, u"-c"_s, u"user.email=test@test"_s} + words);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    }

    std::unique_ptr<PoolFolder> m_folder;
    std::shared_ptr<const Pool> m_pool;
    std::unique_ptr<JobBuffer> m_buffer;
    CataloguedInputs m_known;
};

QTEST_GUILESS_MAIN(TestJobTexts)
#include "tst_jobtexts.moc"
