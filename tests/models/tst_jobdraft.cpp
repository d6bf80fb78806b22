// SPDX-License-Identifier: Apache-2.0
#include "models/jobdraft.h"
#include "pooltext.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

class TestJobDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<PoolFolder>(smallPool());
        m_pool = m_folder->pool();
        QVERIFY(m_pool && m_pool->job("order_item"));
        m_buffer = std::make_unique<JobBuffer>(m_pool, *m_pool->job("order_item"));
        m_draft = std::make_unique<JobDraft>();
        m_draft->setBuffer(m_buffer.get());
    }
    void cleanup()
    {
        m_draft.reset();
        m_buffer.reset();
    }

    void fieldsShowWhatThePersonWrote_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::newRow("a plain scalar") << u"source.table"_s << u"sales.order_item"_s;
        QTest::newRow("a quoted scalar without its quotes") << u"source.where"_s << u"t.channel <> 'test'"_s;
        QTest::newRow("a list with commas") << u"watermark.column"_s << u"t.updated_at, o.updated_at"_s;
        QTest::newRow("a value inside of a flow mapping") << u"watermark.join.on"_s << u"o.order_id = t.order_id"_s;
        QTest::newRow("a switch") << u"target.create"_s << u"true"_s;
        QTest::newRow("what is not there is empty") << u"watermark.zone"_s << QString();
    }
    void fieldsShowWhatThePersonWrote()
    {
        QFETCH(QString, path);
        QTEST(m_draft->value(path.toStdString()).text, "text");
        QCOMPARE(m_draft->value(path.toStdString()).range.length > 0,
                 !m_draft->value(path.toStdString()).text.isEmpty());
    }

    void everyFieldCanBeEditedAndReadBack_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::newRow("where with quotes") << u"source.where"_s << u"t.\"名 称\" <> 'a: b # c'"_s;
        QTest::newRow("one key column") << u"key"_s << u"item_id"_s;
        QTest::newRow("two key columns, one with a blank") << u"key"_s << u"item_id, 订单 id"_s;
        QTest::newRow("distributed by, which was not there") << u"target.distributed_by"_s << u"store_id, item_id"_s;
        QTest::newRow("one watermark column") << u"watermark.column"_s << u"o.updated_at"_s;
        QTest::newRow("a duration") << u"watermark.overlap"_s << u"1h"_s;
        QTest::newRow("a choice") << u"watermark.nulls"_s << u"sweep"_s;
        QTest::newRow("a switch off") << u"target.create"_s << u"false"_s;
        QTest::newRow("a new zone") << u"watermark.zone"_s << u"Asia/Shanghai"_s;
        QTest::newRow("a new top-level value") << u"delete_when"_s << u"t.deleted = 1"_s;
    }
    void everyFieldCanBeEditedAndReadBack()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        m_draft->set(path.toStdString(), text);
        QCOMPARE(m_draft->value(path.toStdString()).text, text);
        QVERIFY2(m_draft->isReady(), m_draft->findings().empty() ? "" : m_draft->findings().front().message.c_str());
        m_buffer->undoStack()->undo();
        QCOMPARE(m_buffer->text(), m_folder->read(orderItemPath));
    }

    void emptyTextRemovesTheValue()
    {
        m_draft->set("source.where", {});
        QVERIFY(m_buffer->text().find("where") == std::string::npos);
        QVERIFY(!m_draft->value("source.where").present);
        for (const auto* path : {"watermark.join.table", "watermark.join.alias", "watermark.join.on"})
            m_draft->set(path, {});
        QVERIFY(m_buffer->text().find("join") == std::string::npos);
    }

    void aProblemSitsAtItsFieldWithItsFix()
    {
        m_draft->set("watermark.lag", u"2"_s);
        const auto finding = m_draft->value("watermark.lag").finding;
        QVERIFY(finding);
        QVERIFY(finding->message.find("unit") != std::string::npos);
        QCOMPARE(finding->fix, std::string("2m"));
        QVERIFY(!m_draft->isReady());
        QCOMPARE(m_draft->findings().front().path, std::string("watermark.lag"));
        m_draft->applyFix("watermark.lag");
        QCOMPARE(m_draft->value("watermark.lag").text, u"2m"_s);
        QVERIFY(m_draft->isReady());
    }

    void aProblemOfAPartBelongsToTheField()
    {
        QCOMPARE(JobDraft::fieldOf("watermark.column[1]"), std::string("watermark.column"));
        QCOMPARE(JobDraft::fieldOf("watermark.join"), std::string("watermark.join.table"));
        QCOMPARE(JobDraft::fieldOf("watermark"), std::string("watermark.column"));
        QCOMPARE(JobDraft::fieldOf("tuning.streams"), std::string("tuning.streams"));
    }

    void brokenYamlLocksTheForm()
    {
        const auto good = m_buffer->text();
        m_buffer->replaceText(good + "broken: [\n");
        QVERIFY(m_draft->isReadOnly());
        QVERIFY(m_draft->unreadable()->range.line > 0);
        QCOMPARE(m_draft->value("source.table").text, u"sales.order_item"_s);
        m_draft->set("source.table", u"other"_s);
        QCOMPARE(m_buffer->text(), good + "broken: [\n");
        m_buffer->replaceText(good);
        QVERIFY(!m_draft->isReadOnly());
        QVERIFY(m_draft->isReady());
    }

    void theCaretFindsItsField()
    {
        const auto& text = m_buffer->text();
        QCOMPARE(m_draft->fieldAt(text.find("10m") + 1), std::string("watermark.overlap"));
        QCOMPARE(m_draft->fieldAt(text.find("overlap:") + 2), std::string("watermark.overlap"));
        QCOMPARE(m_draft->fieldAt(text.find("o.order_id = ")), std::string("watermark.join.on"));
        QCOMPARE(m_draft->fieldAt(text.find("# the lines")), std::string());
    }

    void aFoldedSectionSaysWhatIsInside()
    {
        const auto summary = [this](std::string_view id) {
            const auto& all = jobSections();
            return m_draft->summary(*std::ranges::find_if(all, [&](const auto& one) { return id == one.id; }));
        };
        QCOMPARE(summary("tuning"), u"streams 1 · frames of 1MiB · no limit"_s);
        QCOMPARE(summary("columns"), u"every column of the source"_s);
        m_draft->set("watermark.step", u"1d"_s);
        QVERIFY(summary("window").contains(u"steps of 1d"_s));
    }

    void everyKeyOfTheSchemaHasAField()
    {
        for (const auto& path : schemaPaths(Schema::job().root())) {
            const bool item = path.find("[]") != std::string::npos;
            const bool isMap =
                std::ranges::any_of(jobFields(), [&](const auto& field) { return field.path.starts_with(path + "."); });
            QVERIFY2(item || isMap || jobField(path), path.c_str());
        }
        for (const auto& field : jobFields())
            QVERIFY2(!label(field).isEmpty(), field.path.c_str());
    }

    void aCronLineAloneIsEditedAsOne()
    {
        QCOMPARE(m_draft->value("schedule.cron").text, u"0 2 * * *"_s);
        m_draft->set("schedule.cron", u"30 3 * * *"_s);
        QVERIFY(m_buffer->text().find("schedule: \"30 3 * * *\"") != std::string::npos);
        m_draft->set("schedule.zone", {});
        QVERIFY(m_draft->value("schedule.cron").present);
        m_draft->set("schedule.zone", u"Asia/Shanghai"_s);
        QCOMPARE(m_draft->value("schedule.zone").text, u"Asia/Shanghai"_s);
        QCOMPARE(m_draft->value("schedule.cron").text, u"30 3 * * *"_s);
        QVERIFY(m_draft->isReady());
        m_draft->set("schedule.zone", {});
        m_draft->set("schedule.cron", {});
        QVERIFY(m_buffer->text().find("schedule") == std::string::npos);
        m_draft->set("schedule.cron", u"0 4 * * *"_s);
        QVERIFY(m_buffer->text().find("schedule: 0 4 * * *") != std::string::npos ||
                m_buffer->text().find("schedule: \"0 4 * * *\"") != std::string::npos);
    }

    void aQueryTakesTheTablesPlaceInOneStep()
    {
        m_draft->useQuery(true);
        QCOMPARE(m_draft->value("source.query").text, u"select * from sales.order_item"_s);
        QVERIFY(!m_draft->value("source.table").present);
        QVERIFY(m_draft->isReady());
        m_buffer->undoStack()->undo();
        QCOMPARE(m_buffer->text(), m_folder->read(orderItemPath));
    }

    void anotherJobIsAnotherForm()
    {
        QSignalSpy buffers(m_draft.get(), &JobDraft::bufferChanged);
        m_draft->setBuffer(nullptr);
        QCOMPARE(buffers.size(), 1);
        QVERIFY(!m_draft->isReady());
        QCOMPARE(m_draft->value("source.table").text, QString());
    }

private:
    std::unique_ptr<PoolFolder> m_folder;
    std::shared_ptr<const Pool> m_pool;
    std::unique_ptr<JobBuffer> m_buffer;
    std::unique_ptr<JobDraft> m_draft;
};

QTEST_GUILESS_MAIN(TestJobDraft)
#include "tst_jobdraft.moc"
