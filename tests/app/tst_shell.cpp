// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does around its pages: palette, menus, settings, regions, the session.
#include "../widgets/strict.h"
#include "consolefixture.h"
#include "models/language.h"
#include "widgets/actionregistry.h"
#include "widgets/components/banner.h"
#include "widgets/navigation/menubar.h"
#include "widgets/navigation/navigationrail.h"
#include "widgets/navigation/palettebutton.h"
#include "widgets/page.h"
#include "widgets/palette/commandpalette.h"
#include "widgets/palette/fuzzymatch.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTest>
#include <QTreeView>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Language::instance().install(Language::Choice::English);
        Theme::instance().install();
        Theme::instance().setChoice(Theme::Choice::Light);
    }
    void init()
    {
        failOnWarnings();
        m_console = std::make_unique<ConsoleFixture>();
        QVERIFY(m_console->open());
    }
    void cleanup()
    {
        Language::instance().setChoice(Language::Choice::English);
        m_console.reset();
    }

    void lettersOfANameFindIt()
    {
        QVERIFY(fuzzyMatch(u"oi"_s, u"order_item"_s));
        QCOMPARE(fuzzyMatch(u"oi"_s, u"order_item"_s)->marks, (QList<int>{0, 6}));
        QVERIFY(!fuzzyMatch(u"io"_s, u"item"_s));
        QVERIFY(fuzzyMatch(u"明细"_s, u"订单明细"_s));
        QVERIFY(fuzzyMatch(u"order"_s, u"order"_s)->score > fuzzyMatch(u"order"_s, u"old_reader"_s)->score);
    }

    void thePaletteFindsAndOpensAJob()
    {
        key(Qt::Key_P, Qt::ControlModifier); // the Jobs page has Ctrl+P of its own; Monitor has not
        window()->showPage(u"monitor"_s);
        key(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(palette()->isVisible());
        type(u"ordit"_s);
        QCOMPARE(list()->model()->rowCount(), 1);
        key(Qt::Key_Return);
        QVERIFY(!palette()->isVisible());
        QCOMPARE(window()->currentPage()->id(), u"monitor"_s);
    }

    void thePaletteFindsTablesAndOpensTheirJob()
    {
        window()->showPage(u"monitor"_s);
        key(Qt::Key_K, Qt::ControlModifier);
        const QAbstractItemModelTester tester(list()->model());
        type(u"ods.order_item"_s);
        key(Qt::Key_Return);
        QCOMPARE(window()->currentPage()->id(), u"jobs"_s);
    }

    void thePaletteDoesWhatItSays()
    {
        window()->showPage(u"monitor"_s);
        key(Qt::Key_K, Qt::ControlModifier);
        type(u"settings"_s);
        QVERIFY(!focused()->accessibleDescription().isEmpty());
        key(Qt::Key_Return);
        QCOMPARE(window()->currentPage()->id(), u"settings"_s);
    }

    void escClosesThePaletteAndTheKeyboardIsWhereItWas()
    {
        window()->showPage(u"monitor"_s);
        QWidget* before = focused();
        QTest::mouseClick(window()->findChild<PaletteButton*>(), Qt::LeftButton);
        QVERIFY(palette()->isVisible());
        type(u"no such thing"_s);
        QCOMPARE(list()->model()->rowCount(), 0);
        key(Qt::Key_Escape);
        QVERIFY(!palette()->isVisible());
        QCOMPARE(focused(), before);
    }

    void altShowsTheMenusAndEscHidesThem()
    {
        auto* menus = window()->findChild<MenuBar*>();
        QVERIFY(!menus->isVisible());
        QWidget* before = focused();
        QTest::keyClick(before, Qt::Key_Alt);
        QVERIFY(menus->isVisible());
        QVERIFY(menus->actions().size() >= 4);
        QTest::keyClick(menus, Qt::Key_Escape);
        QVERIFY(!menus->isVisible());
        QCOMPARE(focused(), before);
    }

    void everyActionIsInAMenu()
    {
        QSet<QAction*> inMenus;
        for (const QAction* top : window()->findChild<MenuBar*>()->actions()) {
            QVERIFY(!top->text().isEmpty());
            for (QAction* action : top->menu()->actions())
                inMenus << action;
        }
        for (QAction* action : window()->actions()->actions())
            QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
    }

    void f6GoesRoundTheWindow()
    {
        window()->showPage(u"settings"_s);
        auto* rail = window()->findChild<NavigationRail*>();
        rail->setFocus();
        QSet<QWidget*> seen;
        for (int step = 0; step < 4; ++step) {
            key(Qt::Key_F6);
            seen << focused();
        }
        QCOMPARE(seen.size(), 4);
        QVERIFY(seen.contains(rail));
        key(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(focused() != rail);
    }

    void coloursAndDensityAreChosenAndRemembered()
    {
        window()->showPage(u"settings"_s);
        auto* colours = window()->findChild<QComboBox*>(u"settings.colours"_s);
        colours->setFocus();
        QTest::keyClick(colours, Qt::Key_End);
        QCOMPARE(Theme::instance().scheme(), Scheme::ContrastDark);
        QCOMPARE(m_console->settings().theme(), Theme::Choice::ContrastDark);
        QTest::mouseClick(window()->findChild<QAbstractButton*>(u"compact"_s), Qt::LeftButton);
        QCOMPARE(m_console->settings().density(), Theme::Density::Compact);
        Theme::instance().setDensity(Theme::Density::Comfortable);
        Theme::instance().setChoice(Theme::Choice::Light);
    }

    void theLanguageChangesWhileTheConsoleRuns()
    {
        window()->showPage(u"settings"_s);
        auto* language = window()->findChild<QComboBox*>(u"settings.language"_s);
        QTest::keyClick(language, Qt::Key_End);
        QVERIFY(Language::instance().isChinese());
        QCOMPARE(m_console->settings().language(), Language::Choice::Chinese);
        QTest::keyClick(language, Qt::Key_Up);
        QVERIFY(!Language::instance().isChinese());
    }

    void keysAreChangedAndSurviveTheStart()
    {
        editKeys(u"Read the pool again"_s, Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(window()->actions()->shortcut(u"pool.reload"_s), QKeySequence(u"Ctrl+J"_s));
        m_console->reopen();
        QCOMPARE(window()->actions()->shortcut(u"pool.reload"_s), QKeySequence(u"Ctrl+J"_s));
    }

    void keysThatAreTakenAreRefusedAndCanBeTaken()
    {
        editKeys(u"Read the pool again"_s, Qt::Key_Q, Qt::ControlModifier);
        auto* banner = window()->findChild<Banner*>(u"settings.shortcuts.banner"_s);
        QVERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(u"Quit"));
        QCOMPARE(window()->actions()->shortcut(u"pool.reload"_s), QKeySequence(u"F5"_s));
        QTest::mouseClick(window()->findChild<QPushButton*>(u"settings.shortcuts.take"_s), Qt::LeftButton);
        QCOMPARE(window()->actions()->shortcut(u"pool.reload"_s), QKeySequence(u"Ctrl+Q"_s));
        QVERIFY(window()->actions()->shortcut(u"window.quit"_s).isEmpty());
        QTest::mouseClick(window()->findChild<QPushButton*>(u"settings.shortcuts.all"_s), Qt::LeftButton);
        QCOMPARE(window()->actions()->shortcut(u"window.quit"_s), QKeySequence(u"Ctrl+Q"_s));
    }

    void settingsStandAtTheLowerEndOfTheRail()
    {
        auto* rail = window()->findChild<NavigationRail*>();
        const QModelIndex last = rail->model()->index(rail->model()->rowCount() - 1, 0);
        const QRect row = NavigationRail::itemRect(rail->visualRect(last));
        QVERIFY(row.bottom() > rail->viewport()->height() - 40);
        const QPoint between(20, row.top() - 60);
        QVERIFY(!rail->indexAt(between).isValid());
        QTest::mouseClick(rail->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(window()->currentPage()->id(), u"settings"_s);
    }

    void everyPageFitsAScreenAtTwiceTheSize()
    {
        // A full-HD screen at 200 %.
        window()->resize(960, 540);
        for (const Page* page : window()->findChildren<Page*>()) {
            window()->showPage(page->id(), u"order_item"_s);
            QCoreApplication::processEvents();
            QVERIFY2(window()->width() <= 960 && window()->height() <= 540, qPrintable(page->id()));
            QVERIFY2(window()->minimumSizeHint().width() <= 960, qPrintable(page->id()));
            QVERIFY2(window()->minimumSizeHint().height() <= 540, qPrintable(page->id()));
        }
    }

    void splittersAndPageComeBack()
    {
        window()->showPage(u"monitor"_s);
        auto* splitter = window()->findChild<QSplitter*>(u"monitor.splitter"_s);
        splitter->setSizes({300, 400});
        const QList<int> sizes = splitter->sizes();
        window()->close();
        m_console->reopen();
        QCOMPARE(window()->currentPage()->id(), u"monitor"_s);
        QCOMPARE(window()->findChild<QSplitter*>(u"monitor.splitter"_s)->sizes(), sizes);
    }

    void aSpoiltSettingsFileDoesNoHarm()
    {
        window()->close();
        m_console->spoilSettings();
        m_console->reopen();
        QVERIFY(window()->isVisible());
        QCOMPARE(window()->actions()->shortcut(u"pool.reload"_s), QKeySequence(u"F5"_s));
    }

    void onlyWhatCanBePressedLooksLikeIt()
    {
        QVERIFY(!window()->findChild<QAbstractButton*>(u"status.zone"_s)->isEnabled());
        window()->showPage(u"jobs"_s);
        QTest::mouseClick(window()->findChild<QAbstractButton*>(u"status.agent"_s), Qt::LeftButton);
        QCOMPARE(window()->currentPage()->id(), u"monitor"_s);
    }

private:
    [[nodiscard]] MainWindow* window() const { return &m_console->window(); }
    [[nodiscard]] CommandPalette* palette() const { return window()->findChild<CommandPalette*>(); }
    [[nodiscard]] QListView* list() const { return window()->findChild<QListView*>(u"palette.list"_s); }
    [[nodiscard]] static QWidget* focused() { return QApplication::focusWidget(); }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(focused(), key, modifiers); }
    static void type(const QString& text) { QTest::keyClicks(focused(), text); }

    void editKeys(const QString& command, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        window()->showPage(u"settings"_s);
        auto* table = window()->findChild<QTreeView*>(u"settings.shortcuts"_s);
        QTest::keyClicks(window()->findChild<QLineEdit*>(u"settings.shortcuts.search"_s), command);
        QCOMPARE(table->model()->rowCount(), 1);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::mouseClick(window()->findChild<QPushButton*>(u"settings.shortcuts.change"_s), Qt::LeftButton);
        auto* field = window()->findChild<QWidget*>(u"shortcut.keys"_s);
        QVERIFY(field);
        QTest::keyClick(field, key, modifiers);
    }

    std::unique_ptr<ConsoleFixture> m_console;
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
