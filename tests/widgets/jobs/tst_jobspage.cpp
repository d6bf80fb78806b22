// SPDX-License-Identifier: GPL-3.0-or-later
#include "cataloguetext.h"
#include "fakeagent.h"
#include "pooltext.h"
#include "widgets/actionregistry.h"
#include "widgets/components/banner.h"
#include "widgets/components/chip.h"
#include "widgets/components/formfield.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/yamleditor.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/jobs/problemsbar.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

class TestJobsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void init()
    {
        m_folder = std::make_unique<PoolFolder>(smallPool());
        m_agent = std::make_unique<FakeAgent>();
        m_agent->on("catalogue.inputs", [](const auto&) { return orderItemInputs(); });
        m_agent->on("ledger.read", [](const auto&) { return nlohmann::json{{"rows", nlohmann::json::array()}}; });
        m_agent->on("catalogue.tables", [](const auto&) {
            return nlohmann::json{
                {"tables", {{{"schema", "sales"}, {"name", "Order Item"}, {"kind", "r"}, {"rows", 1}}}}, {"next", ""}};
        });
        m_client = std::make_unique<AgentClient>(m_agent->makeTransport());
        m_pool = std::make_unique<PoolModel>(m_folder->root());
        m_workspace = std::make_unique<JobWorkspace>(m_client.get(), m_pool.get());
        m_page = std::make_unique<JobsPage>(m_client.get(), m_workspace.get());
        m_actions = std::make_unique<ActionRegistry>();
        m_page->registerActions(*m_actions);
        m_page->resize(1252, 840);
        m_page->show();
        m_client->start();
        m_pool->reload();
        QTRY_VERIFY(m_pool->pool());
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->open(u"order_item"_s);
        QTRY_VERIFY(find<SqlEditor>(u"sqlPreview"_s)->text().contains(u"sales.order_item"_s));
    }
    void cleanup()
    {
        m_page.reset();
        m_workspace.reset();
        m_pool.reset();
        m_client.reset();
        m_agent.reset();
    }

    void actionsAreWhole() { QCOMPARE(m_actions->findings(), QStringList()); }

    void factsAndTablesComeFromTheCatalogue()
    {
        QTRY_VERIFY(find<QComboBox>(u"field.source.table"_s)->findText(u"sales.\"Order Item\""_s) >= 0);
        QVERIFY(find<QComboBox>(u"field.source.connection"_s)->findText(u"warehouse"_s) >= 0);
    }

    void formAndTextFollowEachOther()
    {
        mode()->setCurrent(u"both"_s);
        auto* overlap = find<QLineEdit>(u"field.watermark.overlap"_s);
        overlap->setFocus();
        QTest::keyClick(overlap, Qt::Key_F6);
        auto* text = find<YamlEditor>(u"yamlEditor"_s);
        QTRY_VERIFY(text->hasFocus());
        int caretLine = 0;
        int column = 0;
        text->getCursorPosition(&caretLine, &column);
        QVERIFY(text->text(caretLine).contains(u"overlap"_s));
        text->setCursorPosition(caretLine - 1, 9);
        QTest::keyClick(text, Qt::Key_F6);
        QTRY_VERIFY(find<QLineEdit>(u"field.watermark.lag"_s)->hasFocus());
    }

    void typingInTheTextChangesTheForm()
    {
        mode()->setCurrent(u"both"_s);
        auto* text = find<YamlEditor>(u"yamlEditor"_s);
        text->setFocus();
        int caretLine = 0;
        while (!text->text(caretLine).contains(u"lag: 2m"_s))
            ++caretLine;
        text->setCursorPosition(caretLine, static_cast<int>(text->text(caretLine).indexOf(u"2m"_s)));
        QTest::keyClicks(text, u"1"_s);
        QCOMPARE(find<QLineEdit>(u"field.watermark.lag"_s)->text(), u"12m"_s);
        QVERIFY(find<Chip>(u"editedChip"_s)->isVisible());
        QCOMPARE(m_page->unsavedCount(), 1);
        QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(find<QLineEdit>(u"field.watermark.lag"_s)->text(), u"2m"_s);
        QCOMPARE(m_page->unsavedCount(), 0);
    }

    void f8GoesToTheProblem()
    {
        auto* lag = find<QLineEdit>(u"field.watermark.lag"_s);
        lag->setFocus();
        lag->selectAll();
        QTest::keyClicks(lag, u"2"_s);
        auto* overlap = find<QLineEdit>(u"field.watermark.overlap"_s);
        overlap->setFocus();
        QVERIFY(find<ProblemsBar>(u"problemsBar"_s)->isVisible());
        QTest::keyClick(overlap, Qt::Key_F8);
        QTRY_VERIFY(lag->hasFocus());
    }

    void aTextThatCannotBeReadLocksTheForm()
    {
        auto* buffer = m_workspace->open(u"order_item"_s);
        const auto good = buffer->text();
        buffer->replaceText(good + "broken: [\n");
        QVERIFY(find<Banner>(u"unreadableBanner"_s)->isVisible());
        QVERIFY(!find<QLineEdit>(u"field.watermark.lag"_s)->isEnabled());
        buffer->undoStack()->undo();
        QVERIFY(!find<Banner>(u"unreadableBanner"_s)->isVisible());
        QVERIFY(find<QLineEdit>(u"field.watermark.lag"_s)->isEnabled());
    }

    void aNarrowWindowHasSqlAsAThirdMode()
    {
        mode()->setCurrent(u"both"_s);
        m_page->resize(976, 630);
        QTRY_COMPARE(mode()->current(), u"form"_s);
        auto* sql = find<SqlEditor>(u"sqlPreview"_s);
        QVERIFY(!sql->isVisible());
        QVERIFY(!mode()->choice(u"both"_s)->isVisible());
        QTest::mouseClick(mode()->choice(u"sql"_s), Qt::LeftButton);
        QTRY_VERIFY(sql->isVisible());
        QVERIFY(!find<QWidget>(u"jobForm"_s)->isVisible());
    }

    void anUnsavedJobIsNotRun()
    {
        QSignalSpy wanted(m_page.get(), &Page::pageWanted);
        m_agent->on("run.start", [](const auto&) { return nlohmann::json{{"run", 1}}; });
        auto* lag = find<QLineEdit>(u"field.watermark.lag"_s);
        lag->setFocus();
        lag->selectAll();
        QTest::keyClicks(lag, u"3m"_s);
        QTest::keyClick(lag, Qt::Key_R, Qt::ControlModifier);
        QVERIFY(find<Banner>(u"jobsBanner"_s)->isVisible());
        QCOMPARE(wanted.size(), 0);
        QTest::mouseClick(find<QPushButton>(u"saveAndRun"_s), Qt::LeftButton);
        QTRY_COMPARE(wanted.size(), 1);
        QTRY_COMPARE(m_agent->received("run.start").size(), 1U);
        QVERIFY(m_folder->read(orderItemPath).find("lag: 3m") != std::string::npos);
    }

    void anUnreachableCatalogueIsToldInThePage()
    {
        const Error error{ErrorCode::ConnectFailed, "no session to erp", "start the server", Side::Source};
        m_agent->on("catalogue.inputs", [&](const auto&) { return nlohmann::json{{"!error", toJson(error)}}; });
        auto* buffer = m_workspace->open(u"order_item"_s);
        QVERIFY(buffer->setValue("source.table", "sales.elsewhere"));
        QTRY_VERIFY(find<Banner>(u"sqlBanner"_s)->isVisible());
        QVERIFY(find<Banner>(u"sqlBanner"_s)->text().contains(u"no session to erp"_s));
    }

    void aPoolWithoutJobsSaysWhatToDo()
    {
        m_folder->remove(orderItemPath);
        m_pool->reload();
        QTRY_VERIFY(find<QWidget>(u"jobsEmpty"_s)->isVisible());
        QCOMPARE(find<QTreeView>(u"jobList"_s)->model()->rowCount(), 0);
    }

private:
    template <typename Widget>
    Widget* find(const QString& name) const
    {
        auto* widget = m_page->findChild<Widget*>(name);
        if (!widget)
            qFatal("no widget named %s", qPrintable(name));
        return widget;
    }
    [[nodiscard]] SegmentSwitch* mode() const { return find<SegmentSwitch>(u"modeSwitch"_s); }

    std::unique_ptr<PoolFolder> m_folder;
    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<AgentClient> m_client;
    std::unique_ptr<PoolModel> m_pool;
    std::unique_ptr<JobWorkspace> m_workspace;
    std::unique_ptr<JobsPage> m_page;
    std::unique_ptr<ActionRegistry> m_actions;
};

QTEST_MAIN(TestJobsPage)
#include "tst_jobspage.moc"
