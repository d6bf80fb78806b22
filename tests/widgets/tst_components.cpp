// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/language.h"
#include "strict.h"
#include "widgets/actionregistry.h"
#include "widgets/components/banner.h"
#include "widgets/components/buttons.h"
#include "widgets/components/chip.h"
#include "widgets/components/emptystate.h"
#include "widgets/components/promptbar.h"
#include "widgets/components/searchfield.h"
#include "widgets/components/sectionheader.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/components/tabstrip.h"
#include "widgets/components/toast.h"
#include "widgets/page.h"
#include "widgets/theme/theme.h"

#include <nlohmann/json.hpp>

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

class TestComponents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }
    void initTestCase() { Theme::instance().install(); }

    void aSwitchIsWorkedByMouseAndKeys()
    {
        SegmentSwitch strip;
        strip.addChoice(u"form"_s, u"Form"_s);
        strip.addChoice(u"yaml"_s, u"YAML"_s);
        strip.addChoice(u"both"_s, u"Both"_s);
        QCOMPARE(strip.current(), u"form"_s);
        QSignalSpy changed(&strip, &ChoiceStrip::currentChanged);
        strip.show();
        QTest::mouseClick(strip.choice(u"yaml"_s), Qt::LeftButton);
        QCOMPARE(strip.current(), u"yaml"_s);
        QVERIFY(QTest::qWaitForWindowActive(&strip));
        strip.choice(u"yaml"_s)->setFocus();
        QTest::keyClick(strip.choice(u"yaml"_s), Qt::Key_Right);
        QCOMPARE(strip.current(), u"both"_s);
        QCOMPARE(changed.count(), 2);
        strip.setCurrent(u"nothing of the kind"_s);
        QCOMPARE(strip.current(), u"both"_s);
    }

    void aChoiceDoesNotMoveItsNeighbours()
    {
        SegmentSwitch strip;
        strip.addChoice(u"a"_s, u"First"_s);
        strip.addChoice(u"b"_s, u"Second"_s);
        strip.show();
        const QRect before = strip.choice(u"b"_s)->geometry();
        strip.setCurrent(u"b"_s);
        QCoreApplication::processEvents();
        QCOMPARE(strip.choice(u"b"_s)->geometry(), before);
    }

    void aTabTellsItsNumber()
    {
        TabStrip tabs;
        tabs.addChoice(u"diff"_s, u"Diff"_s);
        const int before = tabs.choice(u"diff"_s)->sizeHint().width();
        tabs.setNote(u"diff"_s, u"3"_s);
        QVERIFY(tabs.choice(u"diff"_s)->sizeHint().width() > before);
        QCOMPARE(tabs.choice(u"diff"_s)->accessibleDescription(), u"3"_s);
    }

    void textOfAnInputStandsStillWhenItTakesFocus()
    {
        QWidget window;
        auto* row = new QVBoxLayout(&window);
        auto* first = new QLineEdit(u"a"_s);
        auto* second = new QLineEdit(u"b"_s);
        row->addWidget(first);
        row->addWidget(second);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        second->setFocus();
        const QRect before = first->inputMethodQuery(Qt::ImCursorRectangle).toRect();
        const QSize size = first->size();
        first->setFocus();
        QCoreApplication::processEvents();
        QCOMPARE(first->size(), size);
        QCOMPARE(first->inputMethodQuery(Qt::ImCursorRectangle).toRect().topLeft(), before.topLeft());
    }

    void aBannerIsThereOnlyWithSomethingToSay()
    {
        QWidget window;
        Banner banner(u"banner"_s, &window);
        window.show();
        QVERIFY(!banner.isVisible());
        banner.showMessage(State::Failed, u"order_item stopped"_s, u"after 3 attempts"_s);
        QVERIFY(banner.isVisible());
        QVERIFY(banner.accessibleName().contains(u"order_item stopped"));
        QPushButton* action = banner.addAction(u"repair"_s, u"Repair"_s);
        QVERIFY(banner.isAncestorOf(action));
        banner.clear();
        QVERIFY(!banner.isVisible());
    }

    void aSectionFolds()
    {
        QWidget window;
        SectionHeader header(u"tuning"_s, u"Tuning"_s, &window);
        QWidget content(&window);
        window.show();
        header.setFoldable(&content, true);
        QVERIFY(header.isFolded());
        QVERIFY(!content.isVisible());
        header.setFocus();
        QTest::keyClick(&header, Qt::Key_Space);
        QVERIFY(!header.isFolded());
        QVERIFY(content.isVisible());
    }

    void searchIsEmptiedByEscapeAndLeftByDown()
    {
        SearchField field(u"search"_s, u"Search"_s);
        QSignalSpy list(&field, &SearchField::listWanted);
        QTest::keyClicks(&field, u"ord"_s);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(list.count(), 1);
    }

    void chipsAreSignsUnlessTheyFilter()
    {
        Chip chip(u"failing"_s);
        chip.setContent(State::Failed, u"1 failing"_s);
        QCOMPARE(chip.focusPolicy(), Qt::NoFocus);
        chip.setFilter(true);
        chip.show();
        QTest::mouseClick(&chip, Qt::LeftButton);
        QVERIFY(chip.isChecked());
        QCOMPARE(chip.accessibleName(), u"1 failing"_s);
    }

    void questionsWaitInTurn()
    {
        QWidget window;
        PromptBar prompt(&window);
        window.show();
        QSignalSpy answered(&prompt, &PromptBar::answered);
        QSignalSpy declined(&prompt, &PromptBar::declined);
        prompt.ask(4, {{"title", "Password of bastion"}, {"text", ""}, {"kind", "secret"}});
        prompt.ask(5, {{"title", "Trust the key?"}, {"text", ""}, {"kind", "confirm"}});
        auto* line = prompt.findChild<QLineEdit*>(u"prompt.answer"_s);
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QTest::keyClicks(line, u"hunter2"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(answered.count(), 1);
        QCOMPARE(answered.at(0).at(0).toLongLong(), 4);
        QCOMPARE(answered.at(0).at(1).toString(), u"hunter2"_s);
        QVERIFY(line->text().isEmpty());
        QVERIFY(prompt.isVisible());
        QTest::mouseClick(prompt.findChild<QPushButton*>(u"prompt.cancel"_s), Qt::LeftButton);
        QCOMPARE(declined.at(0).at(0).toLongLong(), 5);
        QVERIFY(!prompt.isVisible());
    }

    void actionsAreCheckedAsAWhole()
    {
        QWidget window;
        ActionRegistry registry;
        registry.add(&window,
                     {.id = u"a.one"_s, .text = u"One"_s, .tip = u"does one"_s, .shortcut = QKeySequence(u"Ctrl+1"_s)});
        QVERIFY(registry.findings().isEmpty());
        registry.add(&window,
                     {.id = u"a.two"_s, .text = u"Two"_s, .tip = u"does two"_s, .shortcut = QKeySequence(u"Ctrl+1"_s)});
        registry.add(&window, {.id = u"a.three"_s, .text = u"Three"_s, .tip = {}});
        QCOMPARE(registry.findings().size(), 2);
    }

    void keysAreTakenOnlyWhereBothActionsCanAct()
    {
        QWidget window;
        auto* jobs = new Page(u"jobs"_s, u"Jobs"_s, u"jobs"_s, &window);
        auto* monitor = new Page(u"monitor"_s, u"Monitor"_s, u"monitor"_s, &window);
        auto* list = new QWidget(jobs);
        ActionRegistry registry;
        const auto add = [&](QWidget* owner, const QString& id, const QKeySequence& keys,
                             Qt::ShortcutContext context = Qt::WindowShortcut) {
            return registry.add(owner, {id, id, id, keys, {}, context});
        };
        add(&window, u"go.palette"_s, QKeySequence(u"Ctrl+K"_s));
        QAction* run = add(jobs, u"jobs.run"_s, QKeySequence(u"Ctrl+R"_s));
        add(monitor, u"monitor.run"_s, QKeySequence(u"Ctrl+R"_s));
        QAction* letter = add(list, u"jobs.letter"_s, QKeySequence(u"E"_s), Qt::WidgetShortcut);
        QVERIFY2(registry.findings().isEmpty(), qPrintable(registry.findings().join(u'\n')));
        QCOMPARE(registry.scope(u"jobs.letter"_s), u"jobs"_s);
        QCOMPARE(registry.conflict(u"monitor.run"_s, QKeySequence(u"Ctrl+K"_s)), nullptr);
        QCOMPARE(registry.conflict(u"jobs.letter"_s, QKeySequence(u"Ctrl+R"_s)), run);
        QCOMPARE(registry.conflict(u"jobs.run"_s, QKeySequence(u"E"_s)), letter);
        QCOMPARE(registry.conflict(u"monitor.run"_s, QKeySequence(u"E"_s)), nullptr);
    }

    void keysOfThePageComeBeforeThoseOfTheWindow()
    {
        QWidget window;
        auto* jobs = new Page(u"jobs"_s, u"Jobs"_s, u"jobs"_s, &window);
        const QKeySequence keys(u"F6"_s);
        ActionRegistry registry;
        QAction* everywhere = registry.add(&window, {u"go.next"_s, u"Next"_s, u"Next part"_s, keys, {}});
        QAction* here = registry.add(jobs, {u"jobs.text"_s, u"Text"_s, u"Form or text"_s, keys, {}});
        QCOMPARE(everywhere->shortcut(), keys);
        registry.setPage(u"jobs"_s);
        QVERIFY(everywhere->shortcut().isEmpty());
        QCOMPARE(here->shortcut(), keys);
        QCOMPARE(registry.shortcut(u"go.next"_s), keys);
        registry.setPage(u"monitor"_s);
        QCOMPARE(everywhere->shortcut(), keys);
    }

    void chosenKeysReplaceTheDefaultsNowAndLater()
    {
        QWidget window;
        ActionRegistry registry;
        registry.setChosenShortcuts({{u"a.one"_s, u"Ctrl+J"_s}});
        QAction* one = registry.add(&window, {u"a.one"_s, u"One"_s, u"Does one"_s, QKeySequence(u"Ctrl+1"_s), {}});
        QCOMPARE(one->shortcut(), QKeySequence(u"Ctrl+J"_s));
        QCOMPARE(one->toolTip(), u"Does one (Ctrl+J)"_s);
        registry.setShortcut(u"a.one"_s, registry.defaultShortcut(u"a.one"_s));
        QVERIFY(registry.chosenShortcuts().isEmpty());
        QCOMPARE(one->toolTip(), u"Does one (Ctrl+1)"_s);
    }

    void wordsFollowTheLanguage()
    {
        QString tongue = u"Save"_s;
        QWidget window;
        ActionRegistry registry;
        const auto words = [&tongue] { return tongue; };
        QAction* save = registry.add(&window, {.id = u"a.save"_s, .text = words, .tip = words});
        QPushButton* shown = makeActionButton(ButtonRole::Primary, save, &window);
        QPushButton* own = makeButton(ButtonRole::Plain, u"own"_s, words, &window);
        EmptyState empty(u"empty"_s);
        empty.setContent(words, u"fixed"_s, words);
        tongue = u"保存"_s;
        Q_EMIT Language::instance().changed();
        QCOMPARE(shown->text(), tongue);
        QCOMPARE(own->text(), tongue);
        QCOMPARE(empty.button()->text(), tongue);
        QCOMPARE(empty.accessibleName(), tongue);
        QCOMPARE(empty.accessibleDescription(), u"fixed"_s);
    }

    void aButtonFollowsItsAction()
    {
        QWidget window;
        ActionRegistry registry;
        QAction* save =
            registry.add(&window, {.id = u"save"_s, .text = u"Save"_s, .tip = u"Write the file"_s, .icon = u"check"_s});
        QPushButton* button = makeActionButton(ButtonRole::Primary, save, &window);
        QSignalSpy triggered(save, &QAction::triggered);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
        save->setEnabled(false);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->accessibleName(), u"Save"_s);
    }
};

QTEST_MAIN(TestComponents)
#include "tst_components.moc"
