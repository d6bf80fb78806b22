// SPDX-License-Identifier: Apache-2.0
#include "models/joblistmodel.h"
#include "models/joblistproxy.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Entry
{
    std::string customer;
    std::string job;
    std::string cron = {};
    int errors = 0;
    bool paused = false;
};

std::shared_ptr<const Pool> poolOf(const std::vector<Entry>& entries)
{
    auto pool = std::make_shared<Pool>();
    for (const auto& entry : entries) {
        PoolFile<JobDefinition> file;
        file.name = entry.job;
        file.path = "customers/" + entry.customer + "/jobs/" + entry.job + ".yaml";
        file.findings.resize(static_cast<std::size_t>(entry.errors));
        if (entry.errors == 0) {
            file.definition.emplace();
            if (!entry.cron.empty())
                file.definition->schedule = Schedule{entry.cron, "", "run_once", entry.paused};
        }
        pool->jobs.push_back(std::move(file));
    }
    return pool;
}

/// "acme(order_item orders) zeta(stock)"
QString shape(const QAbstractItemModel& model)
{
    QStringList groups;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto group = model.index(row, 0);
        QStringList jobs;
        for (int i = 0; i < model.rowCount(group); ++i)
            jobs << model.index(i, 0, group).data().toString();
        groups << group.data().toString() + u'(' + jobs.join(u' ') + u')';
    }
    return groups.join(u' ');
}

} // namespace

class TestJobListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<JobListModel>();
        m_proxy = std::make_unique<JobListProxy>();
        m_proxy->setSourceModel(m_model.get());
        m_modelTester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_proxyTester = std::make_unique<QAbstractItemModelTester>(m_proxy.get());
    }
    void cleanup()
    {
        m_proxyTester.reset();
        m_modelTester.reset();
        m_proxy.reset();
        m_model.reset();
    }

    void jobsAreGroupedByCustomer()
    {
        m_model->setPool(poolOf({{"acme", "order_item"}, {"acme", "orders"}, {"zeta", "stock"}}));
        QCOMPARE(shape(*m_model), u"acme(order_item orders) zeta(stock)"_s);
        QCOMPARE(m_model->jobCount(), 3);
        QCOMPARE(m_model->index(0, 0).data(JobListRole::Count).toInt(), 2);
    }

    void aPoolReadAgainIsMerged()
    {
        m_model->setPool(poolOf({{"acme", "b"}, {"acme", "c"}, {"acme", "e"}, {"mid", "m"}, {"zeta", "z"}}));
        const QPersistentModelIndex kept = m_model->indexOf(u"c"_s);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setPool(
            poolOf({{"acme", "a"}, {"acme", "c"}, {"acme", "d"}, {"acme", "f"}, {"new", "n"}, {"zeta", "z"}}));
        QCOMPARE(shape(*m_model), u"acme(a c d f) new(n) zeta(z)"_s);
        QCOMPARE(shape(*m_proxy), shape(*m_model));
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), u"c"_s);
        QVERIFY(resets.isEmpty());
        m_model->setPool(nullptr);
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!kept.isValid());
    }

    void theStateIsTheWorstThatIsKnown()
    {
        m_model->setPool(
            poolOf({{"acme", "bad", {}, 2}, {"acme", "good", "0 2 * * *"}, {"acme", "rest", "15 * * * *", 0, true}}));
        const auto state = [&](const QString& job) {
            return m_model->indexOf(job).data(JobListRole::State).value<JobState>();
        };
        const auto text = [&](const QString& job) {
            return m_model->indexOf(job).data(JobListRole::StateText).toString();
        };
        QVERIFY(state(u"bad"_s) == JobState::Invalid);
        QCOMPARE(text(u"good"_s), u"daily"_s);
        QVERIFY(state(u"rest"_s) == JobState::Paused);
        m_model->setRunning(u"good"_s);
        QCOMPARE(text(u"good"_s), u"running"_s);
        m_model->setFinished(u"good"_s, false);
        QVERIFY(state(u"good"_s) == JobState::Failed);
        QCOMPARE(text(u"good"_s), u"failed"_s);
        m_model->setFinished(u"good"_s, true);
        QVERIFY(state(u"good"_s) == JobState::Applied);
        QCOMPARE(m_model->count(JobState::Invalid), 1);
    }

    void anEditOutlivesAReadOfThePool()
    {
        m_model->setPool(poolOf({{"acme", "orders"}}));
        m_model->setEdited(u"orders"_s, true);
        m_model->setProblems(u"orders"_s, 1);
        m_model->setPool(poolOf({{"acme", "orders"}, {"acme", "stores"}}));
        QCOMPARE(m_model->editedCount(), 1);
        QCOMPARE(m_model->indexOf(u"orders"_s).data(JobListRole::Problems).toInt(), 1);
        QCOMPARE(m_model->indexOf(u"orders"_s).data(JobListRole::StateText).toString(), u"edited"_s);
    }

    void theScheduleIsAWord_data()
    {
        QTest::addColumn<QString>("cron");
        QTest::addColumn<QString>("word");
        QTest::newRow("once a day") << u"0 2 * * *"_s << u"daily"_s;
        QTest::newRow("once an hour") << u"5 * * * *"_s << u"hourly"_s;
        QTest::newRow("every ten minutes") << u"*/10 * * * *"_s << u"10 min"_s;
        QTest::newRow("anything else as it is") << u"0 2 * * 1"_s << u"0 2 * * 1"_s;
    }
    void theScheduleIsAWord()
    {
        QFETCH(QString, cron);
        m_model->setPool(poolOf({{"acme", "orders", cron.toStdString()}}));
        QTEST(m_model->indexOf(u"orders"_s).data(JobListRole::StateText).toString(), "word");
    }

    void searchAndChipsNarrowTheList()
    {
        m_model->setPool(poolOf({{"acme", "order_item"}, {"acme", "stores", {}, 1}, {"zeta", "order_head"}}));
        m_proxy->setSearch(u"ORDER"_s);
        QCOMPARE(shape(*m_proxy), u"acme(order_item) zeta(order_head)"_s);
        m_proxy->setSearch(u"order zeta"_s);
        QCOMPARE(shape(*m_proxy), u"zeta(order_head)"_s);
        m_proxy->setSearch({});
        m_proxy->setShow(JobListProxy::Show::Failing);
        QCOMPARE(shape(*m_proxy), u"acme(stores)"_s);
        m_proxy->setShow(JobListProxy::Show::Edited);
        QCOMPARE(shape(*m_proxy), QString());
        m_model->setEdited(u"order_head"_s, true);
        QCOMPARE(shape(*m_proxy), u"zeta(order_head)"_s);
    }

private:
    std::unique_ptr<JobListModel> m_model;
    std::unique_ptr<JobListProxy> m_proxy;
    std::unique_ptr<QAbstractItemModelTester> m_modelTester;
    std::unique_ptr<QAbstractItemModelTester> m_proxyTester;
};

QTEST_GUILESS_MAIN(TestJobListModel)
#include "tst_joblistmodel.moc"
