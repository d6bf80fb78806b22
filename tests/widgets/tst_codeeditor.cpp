// SPDX-License-Identifier: GPL-3.0-or-later
#include "strict.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/yamleditor.h"
#include "widgets/theme/theme.h"

#include <Qsci/qscilexer.h>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

class TestCodeEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }
    void initTestCase() { Theme::instance().install(); }

    void linesAreTwentyPixelsHigh()
    {
        SqlEditor editor(u"sql"_s);
        editor.show();
        QCOMPARE(editor.SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0UL), 20L);
        QCOMPARE(editorFont().pointSizeF(), 9.0);
    }

    void reloadKeepsTheCaretAndIsNotAnEdit()
    {
        YamlEditor editor(u"yaml"_s);
        QSignalSpy edited(&editor, &CodeEditor::edited);
        editor.reload(u"job: 订单\nkey: [a]\nmode: full\n"_s);
        editor.setCursorPosition(2, 3);
        editor.reload(u"job: 订单明细\nkey: [a]\nmode: full\n"_s);
        int line = 0;
        int column = 0;
        editor.getCursorPosition(&line, &column);
        QCOMPARE(line, 2);
        QCOMPARE(column, 3);
        QCOMPARE(editor.text(), u"job: 订单明细\nkey: [a]\nmode: full\n"_s);
        QCOMPARE(edited.count(), 0);
        editor.insert(u"x"_s);
        QCOMPARE(edited.count(), 1);
    }

    void reloadNeverCutsACharacter()
    {
        YamlEditor editor(u"yaml"_s);
        // Both end in the same last byte and begin with the same first two.
        editor.reload(u"中"_s);
        editor.reload(u"丮"_s);
        QCOMPARE(editor.text(), u"丮"_s);
        editor.reload(u"丮丮"_s);
        QCOMPARE(editor.text(), u"丮丮"_s);
        editor.reload({});
        QVERIFY(editor.text().isEmpty());
    }

    void aProblemIsSaidUnderItsLine()
    {
        YamlEditor editor(u"yaml"_s);
        editor.reload(u"watermark:\n  lag: 2\n"_s);
        editor.setProblems({{State::Failed, 1, 7, 1, 8, u"A duration needs a unit"_s}});
        QVERIFY(editor.annotation(1).contains(u"A duration needs a unit"));
        editor.setProblems({});
        QVERIFY(editor.annotation(1).isEmpty());
    }

    void aProblemBeyondTheTextDoesNoHarm()
    {
        YamlEditor editor(u"yaml"_s);
        editor.reload(u"a: 1\n"_s);
        editor.setProblems({{State::Late, 99, 40, 120, 3, u"far away"_s}});
        QVERIFY(editor.annotation(1).contains(u"far away"));
    }

    void tabLeavesAPreview()
    {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* preview = new SqlEditor(u"sql"_s);
        auto* next = new QLineEdit;
        preview->setPreview(true);
        column->addWidget(preview);
        column->addWidget(next);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        preview->setFocus();
        QTest::keyClick(preview, Qt::Key_Tab);
        QVERIFY(next->hasFocus());
        preview->reload(u"select 1"_s);
        QCOMPARE(preview->text(), u"select 1"_s);
        QTest::keyClicks(preview, u"x"_s);
        QCOMPARE(preview->text(), u"select 1"_s);
    }

    void coloursFollowTheTheme()
    {
        SqlEditor editor(u"sql"_s);
        Theme::instance().setChoice(Theme::Choice::Dark);
        QCOMPARE(editor.lexer()->defaultPaper(), tokenColor(Token::Canvas, Scheme::Dark));
        Theme::instance().setChoice(Theme::Choice::Light);
        QCOMPARE(editor.lexer()->defaultPaper(), tokenColor(Token::Canvas, Scheme::Light));
    }
};

QTEST_MAIN(TestCodeEditor)
#include "tst_codeeditor.moc"
