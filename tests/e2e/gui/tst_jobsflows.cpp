// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "guiservers.h"
#include "pooltext.h"
#include "widgets/components/banner.h"
#include "widgets/components/choicestrip.h"
#include "widgets/components/formfield.h"
#include "widgets/components/sheet.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/yamleditor.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000; // a loaded machine, and questions that go to two servers

QString linesTable()
{
    return u"create table shop.order_line(order_id bigint not null, line_no int not null, sku text, qty int, "
           "\"备注\" text, changed_at timestamptz not null, primary key (order_id, line_no)); "
           "insert into shop.order_line select i, 1, 'sku ' || i % 7, i % 5, null, now() - interval '2 h' "
           "from generate_series(1, 500) i; analyze shop.order_line"_s;
}

} // namespace

/// The Jobs page as an operator uses it: keys and clicks, the real agent, real servers, a real repository.
class TestJobsFlows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_source.isThere() || !m_target.isThere())
            QSKIP("needs servers: tests/support/pgcluster.py run -- PROGRAM");
        Theme::instance().setChoice(Theme::Choice::Light);
        Theme::instance().install();
        QCOMPARE(m_source.ask(ordersTable()), QString());
        QCOMPARE(m_source.ask(linesTable()), QString());
        QCOMPARE(m_target.ask(u"create schema ods"_s), QString());
    }

    void init()
    {
        m_folder = std::make_unique<PoolFolder>(ordersPool(m_source, m_target));
        commit();
        m_home = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_home->filePath(u"settings.ini"_s));
        m_console =
            std::make_unique<Console>(QString::fromStdString(m_folder->root().string()),
                                      AgentClient::local(qEnvironmentVariable("TIDEGATE_BIN") + u"/tidegated"_s));
        m_window = std::make_unique<MainWindow>(m_console.get(), m_settings.get());
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_console->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_console->pool()->pool() && m_console->agent()->isReady(), patience);
        m_window->showPage(u"jobs"_s, u"orders"_s);
        QTRY_COMPARE(line("source.table"), u"shop.orders"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sql().contains(u"shop.orders"_s), patience);
    }
    void cleanup()
    {
        if (m_console)
            m_console->agent()->close();
        m_window.reset();
        m_console.reset();
    }

    void aJobIsMadeFromATable()
    {
        press(m_window->focusWidget(), Qt::Key_N, Qt::ControlModifier);
        auto* table = await<QComboBox>(u"newJob.table"_s);
        QTRY_VERIFY_WITH_TIMEOUT(table->findText(u"shop.order_line"_s) >= 0, patience);
        table->lineEdit()->setFocus();
        QTest::keyClicks(table->lineEdit(), u"shop.order_line"_s);
        QTRY_COMPARE(find<QLineEdit>(u"newJob.name"_s)->text(), u"order_line"_s);
        QTest::mouseClick(find<QPushButton>(u"newJob.go"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(line("source.table"), u"shop.order_line"_s, patience);
        QCOMPARE(line("key"), u"order_id, line_no"_s);
        QCOMPARE(line("watermark.column"), u"t.changed_at"_s);
        const auto text = m_folder->read("customers/acme/jobs/order_line.yaml");
        QVERIFY(text.find("# the primary key") != std::string::npos);
        QTRY_VERIFY_WITH_TIMEOUT(sql().contains(u"shop.order_line"_s), patience);
    }

    void columnsAreListedMovedAndTakenBackByKeys()
    {
        click<QAbstractButton>(u"section.columns"_s);
        const auto before = yaml();
        auto* view = find<QTableView>(u"list.columns.table"_s);
        QTRY_VERIFY(visible<QPushButton>(u"list.addMissing"_s));
        QTest::mouseClick(visible<QPushButton>(u"list.addMissing"_s), Qt::LeftButton);
        QTRY_COMPARE(view->model()->rowCount(), 5);
        view->setFocus();
        view->setCurrentIndex(view->model()->index(4, 0));
        press(view, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(view->model()->index(3, 0).data().toString(), u"updated_at"_s);
        view->setCurrentIndex(view->model()->index(2, 0));
        press(view, Qt::Key_Delete);
        QCOMPARE(view->model()->rowCount(), 4);
        QTRY_VERIFY(!sql().contains(u"t.remark"_s));
        for (int step = 0; step < 3; ++step)
            press(view, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(yaml(), before);
    }

    void aColumnGetsAnExpressionInItsCell()
    {
        click<QAbstractButton>(u"section.columns"_s);
        QTRY_VERIFY(visible<QPushButton>(u"list.addMissing"_s));
        QTest::mouseClick(visible<QPushButton>(u"list.addMissing"_s), Qt::LeftButton);
        auto* view = find<QTableView>(u"list.columns.table"_s);
        QTRY_COMPARE(view->model()->rowCount(), 5);
        view->setFocus();
        view->setCurrentIndex(view->model()->index(3, 1));
        press(view, Qt::Key_F2);
        auto* cell = await<QLineEdit>(u"listCell"_s);
        QTest::keyClicks(cell, u"round(t.amount, 2)"_s);
        press(cell, Qt::Key_Return);
        QTRY_VERIFY(yaml().contains(u"from: \"round(t.amount, 2)\""_s) ||
                    yaml().contains(u"from: round(t.amount, 2)"_s));
        view->setCurrentIndex(view->model()->index(3, 2));
        QTest::keyClicks(view, u"numeric(18,2)"_s); // typing opens the cell
        press(await<QLineEdit>(u"listCell"_s), Qt::Key_Return);
        QTRY_VERIFY(sql().contains(u"round(t.amount, 2)"_s));
    }

    void aConditionCompletesItsColumns()
    {
        auto* where = edit("source.where");
        where->setFocus();
        QTest::keyClicks(where, u"t.chan"_s);
        auto* popup = find<QAbstractItemView>(u"field.source.where.words"_s);
        QTRY_VERIFY(popup->isVisible());
        press(popup, Qt::Key_Down);
        press(popup, Qt::Key_Return);
        QTRY_COMPARE(where->text(), u"t.channel"_s);
        QTest::keyClicks(where, u" = 'web'"_s);
        QTRY_VERIFY(sql().contains(u"t.channel = 'web'"_s));
    }

    void aKeyIsProposedWithItsReason()
    {
        auto* key = edit("key");
        key->setFocus();
        key->selectAll();
        press(key, Qt::Key_Delete);
        press(key, Qt::Key_Tab);
        auto* use = find<QPushButton>(u"field.key.fix"_s);
        QTRY_COMPARE(use->text(), u"Use order_id"_s);
        QTest::mouseClick(use, Qt::LeftButton);
        QTRY_COMPARE(line("key"), u"order_id"_s);
        QVERIFY(yaml().contains(u"key: [order_id]"_s));
    }

    void theWatermarkIsShownWithItsRows()
    {
        retype("watermark.join.table", u"shop.order_line"_s);
        retype("watermark.join.alias", u"o"_s);
        retype("watermark.join.on", u"o.order_id = t.order_id"_s);
        retype("watermark.column", u"t.updated_at, o.changed_at"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sql().contains(u"shop.order_line"_s), patience);
        QTest::mouseClick(find<QPushButton>(u"previewWatermark"_s), Qt::LeftButton);
        auto* rows = find<QTableView>(u"watermarkRows"_s);
        QTRY_COMPARE_WITH_TIMEOUT(rows->model()->rowCount(), 10, patience);
        QCOMPARE(rows->model()->headerData(0, Qt::Horizontal).toString(), u"order_id"_s);
        QCOMPARE(rows->model()->headerData(3, Qt::Horizontal).toString(), u"watermark"_s);
        QVERIFY(rows->model()->index(0, 3).data().toString().startsWith(u"20"_s));
    }

    void bothServersExplainTheSql()
    {
        press(edit("source.where"), Qt::Key_E, Qt::ControlModifier);
        auto* plan = find<QTableView>(u"planTable"_s);
        QTRY_VERIFY_WITH_TIMEOUT(plan->model() && plan->model()->rowCount() > 0, patience);
        QVERIFY(plan->isVisible());
        QStringList steps;
        for (int row = 0; row < plan->model()->rowCount(); ++row)
            steps << plan->model()->index(row, 0).data().toString();
        QVERIFY2(steps.join(u' ').contains(u"orders"_s), qPrintable(steps.join(u'\n')));
        QCOMPARE(m_source.ask(u"select count(*) from shop.orders"_s), u"20000"_s);
    }

    void whatDiffersFromTheLastCommitIsShown()
    {
        retype("source.where", u"t.channel <> 'test'"_s);
        auto* tabs = find<ChoiceStrip>(u"sqlTabs"_s);
        QTRY_COMPARE_WITH_TIMEOUT(tabs->choice(u"diff"_s)->property("note").toString(), u"1"_s, patience);
        QTest::mouseClick(tabs->choice(u"diff"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(sql().contains(u"-- source.where: – → "_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(sql().contains(u"\n+"_s) && sql().contains(u"channel <> 'test'"_s), patience);
        QTest::mouseClick(tabs->choice(u"grants"_s), Qt::LeftButton);
        QTRY_VERIFY(sql().contains(u"grant select"_s, Qt::CaseInsensitive));
        QTest::mouseClick(tabs->choice(u"count"_s), Qt::LeftButton);
        QTRY_VERIFY(sql().contains(u"select count(*)"_s));
    }

    void theTextCompletesKeysAndValues()
    {
        find<ChoiceStrip>(u"modeSwitch"_s)->setCurrent(u"both"_s);
        auto* text = find<YamlEditor>(u"yamlEditor"_s);
        m_window->move(-900, 0); // lists open on a screen only, and this one is small
        text->setFocus();
        const int last = text->lines() - 1;
        text->setCursorPosition(last, 0);
        QTest::keyClicks(text, u"on_dup"_s);
        QTRY_VERIFY(text->SendScintilla(QsciScintillaBase::SCI_AUTOCACTIVE) != 0);
        press(text, Qt::Key_Return);
        QTRY_VERIFY(yaml().endsWith(u"on_duplicate_key: "_s));
        press(text, Qt::Key_Space, Qt::ControlModifier);
        QTRY_VERIFY(text->SendScintilla(QsciScintillaBase::SCI_AUTOCACTIVE) != 0);
        QTest::keyClicks(text, u"ne"_s);
        press(text, Qt::Key_Return);
        QTRY_VERIFY(yaml().endsWith(u"on_duplicate_key: newest"_s));
        QTRY_VERIFY(find<QWidget>(u"row.on_duplicate_key"_s)->isVisibleTo(m_window.get()));
    }

    void aWrongValueIsHealedByItsAnnotation()
    {
        retype("watermark.lag", u"2"_s);
        find<ChoiceStrip>(u"modeSwitch"_s)->setCurrent(u"both"_s);
        press(edit("watermark.overlap"), Qt::Key_F8);
        QTRY_VERIFY(edit("watermark.lag")->hasFocus());
        press(edit("watermark.lag"), Qt::Key_F6);
        auto* text = find<YamlEditor>(u"yamlEditor"_s);
        QTRY_VERIFY(text->hasFocus());
        press(text, Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(yaml().contains(u"lag: 2m"_s));
        press(text, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!yaml().contains(u"lag: 2m"_s));
    }

    void aJobIsDuplicatedRenamedAndDeleted()
    {
        auto* list = find<QTreeView>(u"jobList"_s);
        list->setFocus();
        press(list, Qt::Key_D, Qt::ControlModifier);
        auto* name = await<QLineEdit>(u"duplicateSheet.name"_s);
        name->selectAll();
        QTest::keyClicks(name, u"orders_copy"_s);
        press(name, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(line("target.table"), u"ods.orders_copy"_s, patience);
        QTRY_VERIFY2(list->hasFocus(), "the list has the keyboard again after the sheet");
        press(list, Qt::Key_F2);
        name = await<QLineEdit>(u"renameSheet.name"_s);
        name->selectAll();
        QTest::keyClicks(name, u"orders_again"_s);
        press(name, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(yaml().contains(u"job: orders_again"_s), patience);
        QVERIFY(yaml().contains(u"id: orders_copy"_s));
        QVERIFY(m_folder->read("customers/acme/jobs/orders_copy.yaml").empty());
        trigger(u"jobs.delete"_s);
        auto* cancel = await<QPushButton>(u"deleteSheet.cancel"_s);
        QTRY_VERIFY(cancel->hasFocus());
        press(cancel, Qt::Key_Return);
        QVERIFY(!m_folder->read("customers/acme/jobs/orders_again.yaml").empty());
        QTRY_VERIFY(!m_window->findChild<Sheet*>(u"deleteSheet"_s));
        trigger(u"jobs.delete"_s);
        QTest::mouseClick(await<QPushButton>(u"deleteSheet.go"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_folder->read("customers/acme/jobs/orders_again.yaml").empty(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_console->pool()->pool()->jobs.size(), 1U, patience);
    }

    void aFileThatChangedUnderneathIsCompared()
    {
        retype("watermark.overlap", u"45m"_s);
        const auto mine = yaml();
        auto theirs = m_folder->read(ordersPath);
        theirs.replace(theirs.find("# late writers"), 14, "# from elsewhere");
        m_folder->write(ordersPath, theirs);
        QTRY_VERIFY_WITH_TIMEOUT(find<Banner>(u"jobsBanner"_s)->isVisible(), patience);
        QTest::mouseClick(find<QPushButton>(u"showConflict"_s), Qt::LeftButton);
        auto* shown = await<SqlEditor>(u"conflictDiff"_s);
        QVERIFY(shown->text().contains(u"-  overlap: 10m   # from elsewhere"_s));
        QVERIFY(shown->text().contains(u"+  overlap: 45m   # late writers"_s));
        QTest::mouseClick(find<QPushButton>(u"conflict.keepMine"_s), Qt::LeftButton);
        QTRY_VERIFY(!find<Banner>(u"jobsBanner"_s)->isVisible());
        QCOMPARE(yaml(), mine);
    }

private:
    void commit() const
    {
        for (const auto& words : {u"init -q -b main"_s, u"add ."_s, u"commit -q -m pool"_s}) {
            QProcess git;
            git.setWorkingDirectory(QString::fromStdString(m_folder->root().string()));
            git.start(u"git"_s, QStringList{u"-c"_s, u"user.name=test"_s, u"-c"_s, u"user.email=test@test"_s} +
                                    words.split(u' '));
            QVERIFY(git.waitForFinished());
            QCOMPARE(git.exitCode(), 0);
        }
    }
    template <typename Widget>
    Widget* find(const QString& name) const
    {
        auto* widget = m_window->findChild<Widget*>(name);
        if (!widget) // popups are windows of their own
            for (auto* top : QApplication::topLevelWidgets())
                if (top->objectName() == name || (widget = top->findChild<Widget*>(name)))
                    return widget ? widget : qobject_cast<Widget*>(top);
        if (!widget)
            qFatal("no widget named %s", qPrintable(name));
        return widget;
    }
    /// Several lists have buttons of one name: the one that is seen.
    template <typename Widget>
    Widget* visible(const QString& name) const
    {
        for (auto* widget : m_window->findChildren<Widget*>(name))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    /// A widget that is about to be made.
    template <typename Widget>
    Widget* await(const QString& name) const
    {
        const bool there = QTest::qWaitFor([&] { return m_window->findChild<Widget*>(name) != nullptr; }, patience);
        if (!there)
            qFatal("no widget named %s came", qPrintable(name));
        return m_window->findChild<Widget*>(name);
    }
    template <typename Widget>
    void click(const QString& name) const
    {
        QTest::mouseClick(find<Widget>(name), Qt::LeftButton);
    }
    static void press(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(widget, key, modifiers);
    }
    void trigger(const QString& action) const { m_window->findChild<QAction*>(action)->trigger(); }
    /// The line that edits a value, also inside of a combo.
    [[nodiscard]] QLineEdit* edit(const char* path) const
    {
        auto* widget = find<QWidget>(u"field."_s + QLatin1StringView(path));
        auto* line = qobject_cast<QLineEdit*>(widget);
        return line ? line : widget->findChild<QLineEdit*>();
    }
    [[nodiscard]] QString line(const char* path) const { return edit(path)->text(); }
    [[nodiscard]] QString yaml() const { return find<YamlEditor>(u"yamlEditor"_s)->text(); }
    [[nodiscard]] QString sql() const { return find<SqlEditor>(u"sqlPreview"_s)->text(); }
    void retype(const char* path, const QString& text) const
    {
        auto* field = edit(path);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTRY_COMPARE(field->text(), text);
        press(field, Qt::Key_Escape); // closes what is offered
        field->setFocus();
    }

    GuiServer m_source{"TIDEGATE_TEST_SOURCE"};
    GuiServer m_target{"TIDEGATE_TEST_TARGET"};
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<PoolFolder> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestJobsFlows)
#include "tst_jobsflows.moc"
