// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/yamlpane.h"

#include "models/language.h"
#include "models/linediff.h"
#include "models/qtconvert.h"
#include "models/yamlcompletion.h"
#include "widgets/components/buttons.h"
#include "widgets/components/focusring.h"
#include "widgets/components/statelabel.h"
#include "widgets/components/textlabel.h"
#include "widgets/editor/yamleditor.h"
#include "widgets/jobs/findingwords.h"
#include "widgets/theme/theme.h"

#include <Qsci/qscicommandset.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF"; // Qt drops it from text

/// What the schema says of a value, short: "duration, 0s or more".
QString meaning(const JobField& field)
{
    return description(field).section(u'\n', 1).section(u'.', 0, 0);
}

QWidget* makeBar(std::initializer_list<QWidget*> left, std::initializer_list<QWidget*> right)
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(12);
    for (auto* widget : left)
        row->addWidget(widget);
    row->addStretch(1);
    for (auto* widget : right)
        row->addWidget(widget);
    bar->setFixedHeight(32);
    return bar;
}

} // namespace

YamlPane::YamlPane(JobDraft* draft, HeadText* head, QWidget* parent)
    : QWidget(parent), m_draft(draft), m_head(head), m_editor(new YamlEditor(u"yamlEditor"_s, this)),
      m_path(new TextLabel(TextLabel::data)), m_changes(new TextLabel({12, QFont::Normal, Token::Changed})),
      m_caret(new TextLabel(TextLabel::note)), m_where(new TextLabel({12, 600, Token::Text})),
      m_meaning(new StateLabel), m_fix(makeButton(ButtonRole::Link, u"yamlFix"_s, {}))
{
    m_editor->setFrameShape(QFrame::NoFrame);
    freeKeys();
    auto* up = makeIconButton(u"previousChange"_s, u"chevron-up"_s, [] { return tr("Previous change"); });
    auto* down = makeIconButton(u"nextChange"_s, u"chevron-down"_s, [] { return tr("Next change"); });
    connect(up, &QPushButton::clicked, this, [this] { goToChange(false); });
    connect(down, &QPushButton::clicked, this, [this] { goToChange(true); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar({m_path}, {m_changes, up, down}));
    column->addWidget(m_editor, 1);
    column->addWidget(makeBar({m_caret, m_where, m_meaning}, {m_fix}));
    connect(m_editor, &CodeEditor::edited, this, &YamlPane::takeEdit);
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this, &YamlPane::onCaretMoved);
    connect(draft, &JobDraft::bufferChanged, this, &YamlPane::takeBuffer);
    connect(draft, &JobDraft::changed, this, &YamlPane::refresh);
    connect(head, &HeadText::changed, this, &YamlPane::refreshChanges);
    connect(m_editor, &CodeEditor::annotationPressed, this, &YamlPane::applyFix);
    connect(m_editor, &YamlEditor::offersWanted, this, &YamlPane::complete);
    connect(m_fix, &QPushButton::clicked, this, [this] {
        int line = 0;
        int place = 0;
        m_editor->getCursorPosition(&line, &place);
        applyFix(line);
    });
    translated(this, [this] {
        m_editor->setAccessibleName(tr("Text of the job"));
        refresh();
        refreshCaret();
    });
}

void YamlPane::freeKeys()
{
    // Undo, redo and run belong to the page: form and text share one stack.
    for (const auto key : {Qt::CTRL | Qt::Key_Z, Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z})
        if (auto* command = m_editor->standardCommands()->boundTo(key.toCombined()))
            command->setKey(0);
}

std::size_t YamlPane::markSize() const
{
    return m_draft->buffer()->text().starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
}

void YamlPane::takeBuffer()
{
    const auto* buffer = m_draft->buffer();
    m_editor->setReadOnly(!buffer);
    m_path->setText(buffer ? toQt(buffer->path().generic_string()) : QString());
    const bool windows = buffer && buffer->text().find("\r\n") != std::string::npos;
    m_editor->setEolMode(windows ? QsciScintilla::EolWindows : QsciScintilla::EolUnix);
}

void YamlPane::takeEdit()
{
    auto* buffer = m_draft->buffer();
    if (!buffer)
        return;
    const auto mark = buffer->text().substr(0, markSize());
    buffer->replaceText(mark + toStd(m_editor->text()));
}

void YamlPane::refresh()
{
    const auto* buffer = m_draft->buffer();
    m_editor->reload(buffer ? toQt(buffer->text()) : QString());
    refreshChanges();
    refreshProblems();
}

void YamlPane::refreshChanges()
{
    const auto* buffer = m_draft->buffer();
    const bool committed = m_head->state() == HeadText::State::Known;
    m_changed.clear();
    if (buffer)
        m_changed = changedLines(committed ? m_head->text() : buffer->diskText(), buffer->text());
    m_editor->setChangedLines(QList<int>(m_changed.begin(), m_changed.end()));
    const auto count = static_cast<int>(m_changed.size());
    m_changes->setText(count == 0 ? QString() : committed ? sinceHead(count) : sinceSave(count));
}

QString YamlPane::sinceHead(int lines)
{
    return lines == 1 ? tr("1 line changed since HEAD") : tr("%1 lines changed since HEAD").arg(lines);
}

QString YamlPane::sinceSave(int lines)
{
    return lines == 1 ? tr("1 line changed since the last save")
                      : tr("%1 lines changed since the last save").arg(lines);
}

void YamlPane::refreshProblems()
{
    QList<EditorProblem> problems;
    std::vector<int> taken;
    for (const auto& finding : m_draft->findings()) {
        if (finding.range.line <= 0 || finding.severity == Severity::Note)
            continue;
        EditorProblem problem;
        problem.state = finding.severity == Severity::Error ? State::Failed : State::Late;
        problem.line = finding.range.line - 1;
        problem.column = std::max(0, finding.range.column - 1);
        problem.endLine = std::max(problem.line, finding.range.endLine - 1);
        problem.endColumn = std::max(problem.column + 1, finding.range.endColumn - 1);
        // One sentence under a line: a second one would push the first away.
        if (std::ranges::find(taken, problem.line) == taken.end())
            problem.text = words(finding);
        if (!problem.text.isEmpty() && !finding.fix.empty())
            problem.fix = tr("Use %1").arg(toQt(finding.fix));
        taken.push_back(problem.line);
        problems << problem;
    }
    m_editor->setProblems(problems);
}

void YamlPane::showPath(const std::string& path)
{
    const auto range = m_draft->rangeOf(path);
    if (range.line <= 0)
        return;
    const QScopedValueRollback showing(m_showing, true);
    m_editor->goTo(range.line - 1, range.column - 1);
}

std::string YamlPane::currentField() const
{
    if (!m_draft->buffer())
        return {};
    return m_draft->fieldAt(caretOffset());
}

std::size_t YamlPane::caretOffset() const
{
    return static_cast<std::size_t>(m_editor->SendScintilla(QsciScintillaBase::SCI_GETCURRENTPOS)) + markSize();
}

const Finding* YamlPane::fixAt(int line) const
{
    const auto& all = m_draft->findings();
    const auto found = std::ranges::find_if(
        all, [line](const Finding& finding) { return finding.range.line == line + 1 && !finding.fix.empty(); });
    return found == all.end() ? nullptr : &*found;
}

void YamlPane::applyFix(int line)
{
    if (const auto* finding = fixAt(line))
        m_draft->applyFix(Finding(*finding));
}

void YamlPane::refreshFix(int line)
{
    const auto* finding = fixAt(line);
    m_fix->setText(finding ? tr("Use %1").arg(toQt(finding->fix)) : QString());
    m_fix->setAccessibleName(m_fix->text());
    m_fix->setVisible(finding != nullptr);
}

void YamlPane::complete(bool asked)
{
    if (!m_draft->buffer())
        return;
    const auto& text = m_draft->buffer()->text();
    const auto place = yamlPlaceAt(text, caretOffset());
    const auto word = toQt(place.word);
    QStringList fitting;
    for (const auto& offer : yamlOffers(text, place, m_offers))
        if (offer.startsWith(word, Qt::CaseInsensitive) && offer != word)
            fitting << offer;
    if (asked || !word.isEmpty())
        m_editor->offer(fitting, static_cast<qsizetype>(place.word.size()));
}

void YamlPane::onCaretMoved()
{
    refreshCaret();
    if (!m_showing && m_editor->hasFocus())
        Q_EMIT fieldReached(toQt(currentField()));
}

void YamlPane::refreshCaret()
{
    int line = 0;
    int column = 0;
    m_editor->getCursorPosition(&line, &column);
    m_caret->setText(tr("Ln %1, Col %2").arg(line + 1).arg(column + 1));
    const auto field = toQt(currentField());
    m_where->setText(QString(field).replace(u'.', u" › "_s));
    const auto* known = jobField(toStd(field));
    m_meaning->setMessage({}, known ? meaning(*known) : QString());
    refreshFix(line);
}

void YamlPane::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto text = m_editor->geometry();
    painter.fillRect(QRect(0, text.bottom() + 1, width(), height() - text.bottom() - 1), themeColor(Token::Chrome));
    paintHairline(painter, 0, text.top() - 1, width());
    paintHairline(painter, 0, text.bottom() + 1, width());
}

void YamlPane::goToChange(bool forward)
{
    if (m_changed.empty())
        return;
    int line = 0;
    int column = 0;
    m_editor->getCursorPosition(&line, &column);
    int target = forward ? m_changed.front() : m_changed.back();
    for (const auto changed : m_changed) {
        if (forward && changed > line) {
            target = changed;
            break;
        }
        if (!forward && changed < line)
            target = changed;
    }
    m_editor->goTo(target, 0);
    m_editor->setFocus(Qt::OtherFocusReason);
}

} // namespace tidegate
