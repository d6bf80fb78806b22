// SPDX-License-Identifier: Apache-2.0
#include "cataloguetext.h"
#include "fakeagent.h"
#include "models/jobfiles.h"
#include "models/jobworkspace.h"
#include "models/tablenames.h"
#include "pooltext.h"

#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

/// The pool, the open texts, the names of tables and the files of jobs: what stands behind the page.
class TestJobModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<PoolFolder>(smallPool());
        m_agent = std::make_unique<FakeAgent>();
        m_client = std::make_unique<AgentClient>(m_agent->makeTransport());
        m_pool = std::make_unique<PoolModel>(m_folder->root());
        m_workspace = std::make_unique<JobWorkspace>(m_client.get(), m_pool.get());
        m_client->start();
        m_pool->reload();
        QTRY_VERIFY(m_pool->pool() && m_client->isReady());
    }
    void cleanup()
    {
        m_workspace.reset();
        m_pool.reset();
        m_client.reset();
        m_agent.reset();
    }

    void aFileThatAppearsIsRead()
    {
        QSignalSpy changed(m_pool.get(), &PoolModel::poolChanged);
        m_folder->write("connections/crm.yaml", "connection: crm\ntype: postgres\nhost: h\ndatabase: d\nuser: u\n");
        QTRY_VERIFY(changed.size() > 0 && m_pool->pool()->connection("crm"));
    }

    void aPoolThatCantBeReadKeepsTheLastOne()
    {
        QSignalSpy failed(m_pool.get(), &PoolModel::readFailed);
        m_folder->remove("pool.yaml");
        m_pool->reload();
        QTRY_VERIFY(failed.size() > 0);
        QVERIFY(m_pool->error() && m_pool->pool()->job("order_item"));
        m_folder->write("pool.yaml", "pool: again\nformat: 1\n");
        m_pool->reload();
        QTRY_VERIFY(!m_pool->error());
    }

    void anEditedTextStaysOpenAndIsCounted()
    {
        auto* buffer = m_workspace->open(u"order_item"_s);
        QVERIFY(buffer && m_workspace->open(u"order_item"_s) == buffer);
        QVERIFY(!m_workspace->open(u"nothing"_s));
        QSignalSpy unsaved(m_workspace.get(), &JobWorkspace::unsavedChanged);
        QVERIFY(buffer->setValue("watermark.lag", "3m"));
        QCOMPARE(m_workspace->unsavedCount(), 1);
        QCOMPARE(unsaved.size(), 1);
        buffer->save();
        QTRY_COMPARE(m_workspace->unsavedCount(), 0);
    }

    void aRemovedFileClosesAnUneditedTextOnly()
    {
        QSignalSpy gone(m_workspace.get(), &JobWorkspace::jobGone);
        auto* buffer = m_workspace->open(u"order_item"_s);
        QVERIFY(buffer->setValue("watermark.lag", "3m"));
        m_folder->remove(orderItemPath);
        m_pool->reload();
        QTRY_COMPARE(m_pool->pool()->jobs.size(), 0U);
        QCOMPARE(gone.size(), 0);
        buffer->undoStack()->undo();
        m_pool->reload();
        QTRY_COMPARE(gone.size(), 1);
    }

    void namesOfTablesComeByPagesAndOnce()
    {
        m_agent->on("catalogue.tables", [](const json& params) {
            const bool first = params.at("after").get<std::string>().empty();
            return json{{"tables", {{{"schema", "sales"}, {"name", first ? "a" : "Bo x"}, {"kind", "r"}, {"rows", 1}}}},
                        {"next", first ? "sales.a" : ""}};
        });
        TableNames names(m_client.get(), m_pool.get());
        QCOMPARE(names.of(u"erp"_s), QStringList());
        QTRY_COMPARE(names.of(u"erp"_s), (QStringList{u"sales.a"_s, u"sales.\"Bo x\""_s}));
        QCOMPARE(m_agent->received("catalogue.tables").size(), 2U);
        QCOMPARE(names.of({}), QStringList());
    }

    void aRefusedListIsAskedForAgain()
    {
        const Error error{ErrorCode::ConnectFailed, "no session", "start the server", Side::Source};
        m_agent->on("catalogue.tables", [&](const json&) { return json{{"!error", toJson(error)}}; });
        TableNames names(m_client.get(), m_pool.get());
        QCOMPARE(names.of(u"erp"_s), QStringList());
        QTRY_COMPARE(m_agent->received("catalogue.tables").size(), 1U);
        QTRY_VERIFY((names.of(u"erp"_s), m_agent->received("catalogue.tables").size() > 1));
    }

    void aJobIsMadeFromWhatTheCatalogueSays()
    {
        m_agent->on("catalogue.table", [](const json&) {
            return toJson(tableOf("sales", "orders",
                                  {{"order_id", "bigint"}, {"updated_at", "timestamp with time zone"}}, {"order_id"}));
        });
        JobFiles files(m_client.get(), m_pool.get());
        QSignalSpy finished(&files, &JobFiles::finished);
        files.create(u"acme"_s, u"sales.orders"_s,
                     {.name = "orders", .sourceConnection = "erp", .targetConnection = "warehouse", .targetTable = {}});
        QTRY_COMPARE(finished.size(), 1);
        const auto text = m_folder->read("customers/acme/jobs/orders.yaml");
        QVERIFY(text.find("key: [order_id]  # the primary key") != std::string::npos);
        QVERIFY(text.find("column: t.updated_at") != std::string::npos);
        QTRY_VERIFY(m_pool->pool()->job("orders") && m_pool->pool()->job("orders")->definition);
        QCOMPARE(files.customers(), QStringList{u"acme"_s});
    }

    void aTableThatIsNotThereMakesNoJob()
    {
        m_agent->on("catalogue.table", [](const json&) { return json(nullptr); });
        JobFiles files(m_client.get(), m_pool.get());
        QSignalSpy failed(&files, &JobFiles::failed);
        files.create(u"acme"_s, u"sales.gone"_s,
                     {.name = "gone", .sourceConnection = "erp", .targetConnection = {}, .targetTable = {}});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!files.isBusy());
        QVERIFY(m_folder->read("customers/acme/jobs/gone.yaml").empty());
    }

    void aCopyWritesATableOfItsOwn()
    {
        JobFiles files(m_client.get(), m_pool.get());
        QSignalSpy finished(&files, &JobFiles::finished);
        QSignalSpy failed(&files, &JobFiles::failed);
        files.duplicate(*m_workspace->open(u"order_item"_s), u"order_item"_s);
        QCOMPARE(failed.size(), 1);
        files.duplicate(*m_workspace->open(u"order_item"_s), u"item_copy"_s);
        QTRY_COMPARE(finished.size(), 1);
        const auto text = m_folder->read("customers/acme/jobs/item_copy.yaml");
        QVERIFY(text.find("job: item_copy\n") != std::string::npos);
        QVERIFY(text.find("table: ods.item_copy\n") != std::string::npos);
        QVERIFY(text.find("overlap: 10m   # late writers") != std::string::npos);
    }

    void aRenamedJobKeepsItsLedger()
    {
        JobFiles files(m_client.get(), m_pool.get());
        QSignalSpy finished(&files, &JobFiles::finished);
        files.rename(u"order_item"_s, u"items"_s);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(m_folder->read(orderItemPath).empty());
        const auto text = m_folder->read("customers/acme/jobs/items.yaml");
        QVERIFY(text.find("job: items\nid: order_item\n") != std::string::npos);
        files.remove(u"items"_s);
        QTRY_VERIFY(m_pool->pool()->job("items"));
        files.remove(u"items"_s);
        QTRY_COMPARE(finished.size(), 2);
        QVERIFY(m_folder->read("customers/acme/jobs/items.yaml").empty());
    }

private:
    std::unique_ptr<PoolFolder> m_folder;
    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<AgentClient> m_client;
    std::unique_ptr<PoolModel> m_pool;
    std::unique_ptr<JobWorkspace> m_workspace;
};

QTEST_GUILESS_MAIN(TestJobModels)
#include "tst_jobmodels.moc"
