// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "guiservers.h"
#include "pooltext.h"
#include "widgets/chart/statrow.h"
#include "widgets/components/banner.h"
#include "widgets/components/formfield.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/yamleditor.h"
#include "widgets/page.h"
#include "widgets/theme/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000; // a loaded machine, and a run that connects to two servers

std::string with(std::string text, std::string_view from, std::string_view to)
{
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

/// One job from the form to the warehouse, as a person does it: with keys, and clicks where a link is shown.
class TestJobEverywhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_source.isThere() || !m_target.isThere())
            QSKIP("needs servers: tests/support/pgcluster.py run -- PROGRAM");
        QVERIFY(m_home.isValid());
        Theme::instance().setChoice(Theme::Choice::Light);
        Theme::instance().install();
        QCOMPARE(m_source.ask(ordersTable()), QString());
        QCOMPARE(m_target.ask(u"create schema ods"_s), QString());
        m_folder = std::make_unique<PoolFolder>(ordersPool(m_source, m_target));
        m_original = m_folder->read(ordersPath);
        m_settings = std::make_unique<Settings>(m_home.filePath(u"settings.ini"_s));
        const auto agent = qEnvironmentVariable("TIDEGATE_BIN") + u"/tidegated"_s;
        m_console =
            std::make_unique<Console>(QString::fromStdString(m_folder->root().string()), AgentClient::local(agent));
        m_window = std::make_unique<MainWindow>(m_console.get(), m_settings.get());
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_console->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_console->pool()->pool(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_console->agent()->isReady(), patience);
    }

    void cleanupTestCase()
    {
        if (m_console)
            m_console->agent()->close();
        m_window.reset();
        m_console.reset();
    }

    void aJobIsFoundByTypingItsName()
    {
        m_window->showPage(u"jobs"_s);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_P, Qt::ControlModifier);
        auto* search = find<QLineEdit>(u"jobSearch"_s);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"ord"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(line("source.table"), u"shop.orders"_s);
        QCOMPARE(yaml(), QString::fromStdString(m_original));
        QTRY_VERIFY_WITH_TIMEOUT(sql().contains(u"shop.orders"_s), patience);
        QVERIFY(!sql().contains(u"<> 'test'"_s));
    }

    void aFieldChangesItsValueAndNothingElse()
    {
        retype("watermark.overlap", u"30m"_s);
        QCOMPARE(yaml(), QString::fromStdString(with(m_original, "overlap: 10m ", "overlap: 30m ")));
    }

    void theSqlFollowsTheKeys()
    {
        retype("source.where", u"t.channel <> 'test'"_s);
        QVERIFY(sql().contains(u"t.channel <> 'test'"_s));
        QVERIFY(yaml().contains(u"t.channel <> 'test'"_s));
    }

    void undoAndRedoSpanFormAndText()
    {
        const auto edited = yaml();
        auto* field = edit("source.where");
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!yaml().contains(u"<> 'test'"_s));
        QVERIFY(!sql().contains(u"<> 'test'"_s));
        QCOMPARE(line("source.where"), QString());
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(yaml(), QString::fromStdString(m_original));
        QTest::keyClick(field, Qt::Key_Y, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE(yaml(), edited);
        QCOMPARE(line("source.where"), u"t.channel <> 'test'"_s);
    }

    void aWrongDurationIsToldAndHealedByItsLink()
    {
        auto* row = find<FormField>(u"row.watermark.lag"_s);
        auto* fix = find<QPushButton>(u"field.watermark.lag.fix"_s);
        auto* field = edit("watermark.lag");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, u"2"_s);
        QVERIFY2(row->message().isEmpty(), "an error must not shout while one types");
        QTest::keyClick(field, Qt::Key_Tab);
        QTRY_VERIFY(row->message().contains(u"unit"_s));
        QVERIFY(fix->isVisible());
        QCOMPARE(fix->text(), u"Use 2m"_s);
        QTest::mouseClick(fix, Qt::LeftButton);
        QTRY_COMPARE(line("watermark.lag"), u"2m"_s);
        QVERIFY(row->message().isEmpty());
        QVERIFY(yaml().contains(u"lag: 2m\n"_s));
        retype("watermark.lag", u"0s"_s);
    }

    void savingWritesExactlyTheseBytes()
    {
        const auto wanted = yaml().toStdString();
        QCOMPARE(m_folder->read(ordersPath), m_original);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_folder->read(ordersPath), wanted);
        QTRY_COMPARE(page()->unsavedCount(), 0);
    }

    void theRunIsStartedByKeysAndWatched()
    {
        QTest::keyClick(m_window->focusWidget(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(m_window->currentPage()->id(), u"monitor"_s);
        auto* stats = find<StatRow>(u"monitor.stats"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stats->value(u"inserted"_s), u"18.0 k"_s, patience);
        QCOMPARE(stats->value(u"read"_s), u"18.0 k"_s);
        QCOMPARE(stats->value(u"quarantined"_s), u"0"_s);
    }

    void theTargetEqualsTheSource()
    {
        const auto rows = u"select order_id, channel, remark, amount, updated_at from %1 %2 order by 1"_s;
        const auto there = m_source.ask(rows.arg(u"shop.orders"_s, u"where channel <> 'test'"_s));
        const auto here = m_target.ask(rows.arg(u"ods.orders"_s, QString()));
        QVERIFY(!there.startsWith(u"error"_s) && there.size() > 18'000);
        QVERIFY2(here == there, qPrintable(here.left(200)));
        QCOMPARE(m_target.ask(u"select count(*) || ' ' || sum(rows_inserted) from tidegate.ledger"_s), u"1 18000"_s);
    }

    void aFileChangedUnderneathLosesNothing()
    {
        m_window->showPage(u"jobs"_s);
        const auto saved = m_folder->read(ordersPath);
        const auto theirs = with(saved, "# late writers", "# from elsewhere");
        retype("watermark.overlap", u"45m"_s);
        const auto mine = yaml();
        m_folder->write(ordersPath, theirs);
        auto* banner = find<Banner>(u"jobsBanner"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
        QCOMPARE(yaml(), mine);
        QTest::mouseClick(find<QPushButton>(u"takeTheirs"_s), Qt::LeftButton);
        QTRY_COMPARE(yaml(), QString::fromStdString(theirs));
        QVERIFY(!banner->isVisible());
        QTest::keyClick(edit("watermark.overlap"), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(yaml(), mine);
        QCOMPARE(m_folder->read(ordersPath), theirs);
    }

private:
    template <typename Widget>
    Widget* find(const QString& name) const
    {
        auto* widget = m_window->findChild<Widget*>(name);
        if (!widget)
            qFatal("no widget named %s", qPrintable(name));
        return widget;
    }
    [[nodiscard]] Page* page() const { return find<Page>(u"jobs"_s); }
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
        QCOMPARE(field->text(), text);
    }

    QTemporaryDir m_home;
    GuiServer m_source{"TIDEGATE_TEST_SOURCE"};
    GuiServer m_target{"TIDEGATE_TEST_TARGET"};
    std::unique_ptr<PoolFolder> m_folder;
    std::string m_original;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestJobEverywhere)
#include "tst_jobeverywhere.moc"
