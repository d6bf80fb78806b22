// SPDX-License-Identifier: Apache-2.0
#include "cataloguetext.h"
#include "fakeagent.h"
#include "models/jobfacts.h"
#include "models/sqlpreview.h"
#include "pooltext.h"

#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using What = SqlPreview::What;

class TestSqlPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<PoolFolder>(smallPool());
        m_agent = std::make_unique<FakeAgent>();
        m_client = std::make_unique<AgentClient>(m_agent->makeTransport());
        m_pool = std::make_unique<PoolModel>(m_folder->root());
        m_pool->reload();
        QTRY_VERIFY(m_pool->pool());
        m_buffer = std::make_unique<JobBuffer>(m_pool->pool(), *m_pool->pool()->job("order_item"));
        m_catalogue = std::make_unique<PlanCatalogue>(m_client.get(), m_pool.get());
        m_preview = std::make_unique<SqlPreview>(m_catalogue.get());
        m_agent->on("catalogue.inputs", [](const auto&) { return orderItemInputs(); });
        m_agent->on("ledger.read", [this](const auto&) { return m_ledger; });
        m_client->start();
    }
    void cleanup()
    {
        m_preview.reset();
        m_catalogue.reset();
        m_buffer.reset();
        m_pool.reset();
        m_client.reset();
        m_agent.reset();
    }

    void sqlAppearsWhenTheCatalogueDoes()
    {
        m_preview->setBuffer(m_buffer.get());
        QCOMPARE(m_preview->text(What::Extract), QString());
        QVERIFY(m_preview->isReading());
        QTRY_VERIFY(!m_preview->text(What::Extract).isEmpty());
        QVERIFY(m_preview->text(What::Extract).contains(u"sales.order_item"_s));
        QVERIFY(m_preview->text(What::Extract).contains(u"t.channel <> 'test'"_s));
        QVERIFY(m_preview->text(What::Apply).contains(u"ods.order_item"_s));
        QVERIFY(m_preview->text(What::Ddl).contains(u"create table"_s, Qt::CaseInsensitive));
        QVERIFY(!m_preview->problem());
        QVERIFY(m_preview->catalogueAt().isValid());
    }

    void theQuestionCarriesTheUnsavedText()
    {
        QVERIFY(m_buffer->setValue("source.where", "t.channel = 'web'"));
        m_preview->setBuffer(m_buffer.get());
        QTRY_VERIFY(m_preview->plan());
        const auto params = m_agent->received("catalogue.inputs").at(0).at("params");
        QCOMPARE(params.at("text").get<std::string>(), m_buffer->text());
        QCOMPARE(params.at("job").get<std::string>(), std::string("order_item"));
    }

    void aKeystrokeChangesTheSqlAtOnceAndAsksNobody()
    {
        m_preview->setBuffer(m_buffer.get());
        QTRY_VERIFY(m_preview->plan());
        QVERIFY(m_buffer->setValue("source.where", "t.channel = 'web'"));
        QVERIFY(m_preview->text(What::Extract).contains(u"t.channel = 'web'"_s));
        QCOMPARE(m_agent->received("catalogue.inputs").size(), 1U);
    }

    void theLedgersBoundBeginsTheWindow()
    {
        m_ledger = {{"rows", {{{"hi", "2026-03-11 02:00:00.123456+00"}}}}, {"next", nullptr}};
        m_preview->setBuffer(m_buffer.get());
        QTRY_VERIFY(m_preview->text(What::Extract).contains(u"2026-03-11 02:00:00.123456+00"_s));
    }

    void aHalfTypedValueKeepsTheLastSql()
    {
        m_preview->setBuffer(m_buffer.get());
        QTRY_VERIFY(m_preview->plan());
        const auto before = m_preview->text(What::Extract);
        QVERIFY(m_buffer->setValue("watermark.lag", "2"));
        QCOMPARE(m_preview->text(What::Extract), before);
        QVERIFY(m_preview->problem());
        m_buffer->undoStack()->undo();
        QVERIFY(!m_preview->problem());
    }

    void whatCannotBePlannedIsToldInsteadOfSql()
    {
        m_preview->setBuffer(m_buffer.get());
        QTRY_VERIFY(m_preview->plan());
        QVERIFY(m_buffer->setValue("key", "[no_such_column]"));
        QVERIFY(m_preview->problem());
        QVERIFY(!m_preview->problem()->message.empty());
        QCOMPARE(m_preview->text(What::Extract), QString());
    }

    void anUnreachableCatalogueIsTold()
    {
        const Error error{ErrorCode::ConnectFailed, "no session to 127.0.0.1:7431", "start the server", Side::Source};
        m_agent->on("catalogue.inputs", [&](const auto&) { return nlohmann::json{{"!error", toJson(error)}}; });
        m_preview->setBuffer(m_buffer.get());
        QTRY_VERIFY(m_preview->problem());
        QVERIFY(m_preview->problem()->code == ErrorCode::ConnectFailed);
        m_agent->on("catalogue.inputs", [](const auto&) { return orderItemInputs(); });
        m_preview->refresh();
        QTRY_VERIFY(m_preview->plan());
        QVERIFY(!m_preview->problem());
    }

    void aLateAnswerForAnotherTableDropsOut()
    {
        m_agent->hold("catalogue.inputs");
        m_preview->setBuffer(m_buffer.get());
        QTRY_COMPARE(m_agent->heldCount("catalogue.inputs"), 1U);
        QVERIFY(m_buffer->setValue("source.table", "sales.other"));
        QTRY_COMPARE(m_agent->heldCount("catalogue.inputs"), 2U);
        QCOMPARE(m_agent->received("cancel").size(), 1U);
        m_agent->answerHeld("catalogue.inputs", orderItemInputs());
        auto other = orderItemInputs();
        other["source"]["name"] = "other";
        m_agent->answerHeld("catalogue.inputs", other);
        QTRY_VERIFY(m_preview->plan());
        QCOMPARE(m_preview->plan()->inputs.source.name, std::string("other"));
    }

    void factsStandBesideTheFields()
    {
        m_preview->setBuffer(m_buffer.get());
        QTRY_VERIFY(m_preview->inputs());
        const auto facts = jobFacts(*m_buffer->parsed().definition, *m_preview->inputs());
        QCOMPARE(facts.at("source.table").text, u"412.8 M rows, est."_s);
        QVERIFY(facts.at("key").kind == JobFact::Kind::Good);
        QVERIFY(facts.at("target.table").kind == JobFact::Kind::Neutral);
        QVERIFY(facts.at("watermark.column").text.contains(u"indexed"_s));
    }

private:
    std::unique_ptr<PoolFolder> m_folder;
    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<AgentClient> m_client;
    std::unique_ptr<PoolModel> m_pool;
    std::unique_ptr<JobBuffer> m_buffer;
    std::unique_ptr<PlanCatalogue> m_catalogue;
    std::unique_ptr<SqlPreview> m_preview;
    nlohmann::json m_ledger = {{"rows", nlohmann::json::array()}, {"next", nullptr}};
};

QTEST_GUILESS_MAIN(TestSqlPreview)
#include "tst_sqlpreview.moc"
