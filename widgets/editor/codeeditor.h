// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/statepainter.h"

#include <Qsci/qsciscintilla.h>

#include <QList>
#include <QString>

class QsciLexer;

namespace tidegate {

/// Something to say about a piece of the text. Lines and columns count from 0; columns count characters.
struct EditorProblem
{
    State state = State::Failed;
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = 0;
    QString text;     ///< shown under the line
    QString fix = {}; ///< what pressing the annotation would put there, as words; empty: nothing
};

/// What the SQL and the YAML editor share: fonts and colours of the theme, margins, problems, changed lines, and one
/// way to replace the text that keeps caret and scroll position.
class CodeEditor : public QsciScintilla
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeEditor)

public:
    explicit CodeEditor(const QString& name, QWidget* parent = nullptr);
    ~CodeEditor() override;

    /// Replaces what differs; the view stays where it is. Not a step of the editor's own undo.
    void reload(const QString& text);
    void setProblems(const QList<EditorProblem>& problems);
    /// Violet bar in the margin and tinted line.
    void setChangedLines(const QList<int>& lines);
    /// Lines of a unified diff in the colours of what went and what came.
    void setDiff(bool diff);
    /// A preview: no caret, and Tab leaves the editor.
    void setPreview(bool preview);
    void goTo(int line, int column);

Q_SIGNALS:
    /// The text was changed by a person, not by reload().
    void edited();
    /// A person pressed the sentence under this line.
    void annotationPressed(int line);

protected:
    /// Takes ownership. The lexer's colours come from colorLexer().
    void useLexer(QsciLexer* lexer);
    /// Sets the colours of the lexer's styles; called at start and when the theme changes.
    virtual void colorLexer(QsciLexer& lexer) const = 0;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void restyle();

private:
    void styleMarkers();

    QsciLexer* m_lexer = nullptr;
    bool m_reloading = false;
    bool m_preview = false;
};

/// The font of editors. QScintilla ignores pixel sizes, so it is given in points.
QFont editorFont();

} // namespace tidegate
