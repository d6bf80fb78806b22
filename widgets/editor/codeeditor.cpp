// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/codeeditor.h"

#include "widgets/theme/theme.h"

#include <Qsci/qscilexer.h>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Margin { numbers, changes };
enum Marker { changedBar = 1, changedLine = 2, removedLine = 3, addedLine = 4 };
enum Indicator { errorSquiggle = 8, warningSquiggle = 9 };
enum AnnotationStyle { errorNote = 64, warningNote = 65 };

constexpr double pointsPerPixel = 0.75;
constexpr int fontPixels = 12;
constexpr int lineHeight = 20;

} // namespace

QFont editorFont()
{
    QFont font(u"Hack"_s);
    font.setPointSizeF(fontPixels * pointsPerPixel);
    return font;
}

CodeEditor::CodeEditor(const QString& name, QWidget* parent) : QsciScintilla(parent)
{
    setObjectName(name);
    setUtf8(true);
    setEolMode(EolUnix);
    setFrameShape(QFrame::Box);
    setIndentationsUseTabs(false);
    setTabWidth(2);
    setAutoIndent(true);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setMarginType(numbers, NumberMargin);
    setMarginType(changes, SymbolMargin);
    setMarginWidth(changes, 8);
    setMarginMarkerMask(changes, 1 << changedBar);
    for (int margin = 2; margin < 5; ++margin)
        setMarginWidth(margin, 0);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, 8L);
    setAnnotationDisplay(AnnotationStandard);
    connect(&Theme::instance(), &Theme::changed, this, &CodeEditor::restyle);
    connect(this, &QsciScintilla::textChanged, this, [this] {
        if (!m_reloading)
            Q_EMIT edited();
    });
}

CodeEditor::~CodeEditor()
{
    setLexer(nullptr);
}

void CodeEditor::useLexer(QsciLexer* lexer)
{
    m_lexer = lexer;
    lexer->setParent(this);
    restyle();
    setLexer(lexer);
    restyle();
}

void CodeEditor::restyle()
{
    const Theme& theme = Theme::instance();
    const QFont font = editorFont();
    setFont(font);
    if (m_lexer) {
        m_lexer->setDefaultFont(font);
        m_lexer->setFont(font);
        m_lexer->setPaper(theme.color(Token::Canvas));
        m_lexer->setDefaultPaper(theme.color(Token::Canvas));
        m_lexer->setColor(theme.color(Token::Text));
        m_lexer->setDefaultColor(theme.color(Token::Text));
        colorLexer(*m_lexer);
    }
    setPaper(theme.color(Token::Canvas));
    setColor(theme.color(Token::Text));
    setCaretForegroundColor(theme.color(Token::Text));
    setSelectionBackgroundColor(theme.color(Token::Selection));
    resetSelectionForegroundColor();
    setMarginsFont(font);
    setMarginsBackgroundColor(theme.color(Token::Canvas));
    setMarginsForegroundColor(theme.color(Token::Text3));
    setFoldMarginColors(theme.color(Token::Canvas), theme.color(Token::Canvas));
    setMarginWidth(numbers, u"00000"_s);
    const int missing =
        std::max(0, lineHeight - static_cast<int>(SendScintilla(SCI_TEXTHEIGHT, 0UL)) + extraAscent() + extraDescent());
    setExtraAscent(missing / 2);
    setExtraDescent(missing - missing / 2);
    styleMarkers();
}

void CodeEditor::styleMarkers()
{
    const Theme& theme = Theme::instance();
    markerDefine(QsciScintilla::FullRectangle, changedBar);
    setMarkerBackgroundColor(theme.color(Token::ChangedFill), changedBar);
    markerDefine(QsciScintilla::Background, changedLine);
    setMarkerBackgroundColor(theme.color(Token::ChangedTint), changedLine);
    markerDefine(QsciScintilla::Background, removedLine);
    setMarkerBackgroundColor(theme.color(Token::RemovedTint), removedLine);
    markerDefine(QsciScintilla::Background, addedLine);
    setMarkerBackgroundColor(theme.color(Token::AddedTint), addedLine);
    indicatorDefine(SquiggleIndicator, errorSquiggle);
    indicatorDefine(SquiggleIndicator, warningSquiggle);
    setIndicatorForegroundColor(theme.color(Token::FailFill), errorSquiggle);
    setIndicatorForegroundColor(theme.color(Token::WarnFill), warningSquiggle);
    const auto note = [this, &theme](int style, Token text, Token tint) {
        SendScintilla(SCI_STYLESETFONT, static_cast<unsigned long>(style), "Hack");
        SendScintilla(SCI_STYLESETSIZEFRACTIONAL, static_cast<unsigned long>(style), 825L);
        SendScintilla(SCI_STYLESETFORE, static_cast<unsigned long>(style), theme.color(text));
        SendScintilla(SCI_STYLESETBACK, static_cast<unsigned long>(style), theme.color(tint));
    };
    note(errorNote, Token::Fail, Token::FailTint);
    note(warningNote, Token::Warn, Token::WarnTint);
}

void CodeEditor::reload(const QString& after)
{
    const QString before = text();
    if (before == after)
        return;
    const QScopedValueRollback guard(m_reloading, true);
    const QByteArray from = before.toUtf8();
    const QByteArray to = after.toUtf8();
    const qsizetype shorter = std::min(from.size(), to.size());
    qsizetype head = std::mismatch(from.begin(), from.begin() + shorter, to.begin()).first - from.begin();
    const auto insideCharacter = [](const QByteArray& bytes, qsizetype at) {
        return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U;
    };
    while (head > 0 && (insideCharacter(from, head) || insideCharacter(to, head)))
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head && from[from.size() - 1 - tail] == to[to.size() - 1 - tail])
        ++tail;
    while (tail > 0 && insideCharacter(from, from.size() - tail))
        --tail;
    const bool locked = isReadOnly();
    setReadOnly(false);
    SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(head), static_cast<long>(from.size() - tail));
    const QByteArray piece = to.mid(head, to.size() - head - tail);
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(piece.size()), piece.constData());
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    setReadOnly(locked);
}

void CodeEditor::setProblems(const QList<EditorProblem>& problems)
{
    const int last = std::max(0, lines() - 1);
    for (const int indicator : {errorSquiggle, warningSquiggle})
        clearIndicatorRange(0, 0, last, lineLength(last), indicator);
    clearAnnotations();
    for (const EditorProblem& problem : problems) {
        const bool error = problem.state == State::Failed;
        const int line = std::clamp(problem.line, 0, last);
        fillIndicatorRange(line, problem.column, std::clamp(problem.endLine, line, last), problem.endColumn,
                           error ? errorSquiggle : warningSquiggle);
        const QString fix = problem.fix.isEmpty() ? QString() : u"  "_s + problem.fix;
        if (!problem.text.isEmpty())
            annotate(line, QString(problem.column, QChar(u' ')) + problem.text + fix, error ? errorNote : warningNote);
    }
}

void CodeEditor::setChangedLines(const QList<int>& changedLines)
{
    markerDeleteAll(changedBar);
    markerDeleteAll(changedLine);
    for (const int line : changedLines) {
        markerAdd(line, changedBar);
        markerAdd(line, changedLine);
    }
}

void CodeEditor::setDiff(bool diff)
{
    markerDeleteAll(removedLine);
    markerDeleteAll(addedLine);
    for (int line = 0; diff && line < lines(); ++line) {
        const QString start = text(line);
        if (start.startsWith(u'+'))
            markerAdd(line, addedLine);
        else if (start.startsWith(u'-') && !start.startsWith(u"-- "_s))
            markerAdd(line, removedLine);
    }
}

void CodeEditor::setPreview(bool preview)
{
    m_preview = preview;
    setReadOnly(preview);
    setCaretWidth(preview ? 0 : 1);
}

void CodeEditor::goTo(int line, int column)
{
    setCursorPosition(line, column);
    ensureLineVisible(line);
}

void CodeEditor::keyPressEvent(QKeyEvent* event)
{
    const bool tab = event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab;
    if (m_preview && tab) {
        event->ignore();
        focusNextPrevChild(event->key() == Qt::Key_Tab);
        return;
    }
    QsciScintilla::keyPressEvent(event);
}

void CodeEditor::mousePressEvent(QMouseEvent* event)
{
    const int line = lineAt(event->pos());
    const auto start = SendScintilla(SCI_POSITIONFROMLINE, static_cast<unsigned long>(std::max(0, line)));
    const auto top = SendScintilla(SCI_POINTYFROMPOSITION, 0UL, start);
    const bool below = line >= 0 && event->pos().y() >= top + SendScintilla(SCI_TEXTHEIGHT, 0UL);
    if (event->button() == Qt::LeftButton && below && !annotation(line).isEmpty()) {
        event->accept();
        Q_EMIT annotationPressed(line);
        return;
    }
    QsciScintilla::mousePressEvent(event);
}

bool CodeEditor::focusNextPrevChild(bool next)
{
    return m_preview && QAbstractScrollArea::focusNextPrevChild(next);
}

} // namespace tidegate
