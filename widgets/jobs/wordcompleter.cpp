// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/wordcompleter.h"

#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

bool belongsToWord(QChar character)
{
    return character.isLetterOrNumber() || character == u'_' || character == u'.' || character == u'"' ||
           character == u'$';
}

} // namespace

WordCompleter::WordCompleter(QLineEdit* line) : QObject(line), m_line(line), m_model(new QStringListModel(this))
{
    m_completer.setModel(m_model);
    m_completer.setWidget(line);
    m_completer.setCaseSensitivity(Qt::CaseInsensitive);
    m_completer.setFilterMode(Qt::MatchContains);
    m_completer.setCompletionMode(QCompleter::PopupCompletion);
    m_completer.popup()->setFont(Theme::instance().mono(12));
    line->installEventFilter(this);
    connect(line, &QLineEdit::textEdited, this, &WordCompleter::offer);
    connect(&m_completer, qOverload<const QString&>(&QCompleter::activated), this, &WordCompleter::take);
}

void WordCompleter::setWords(const QStringList& words)
{
    if (m_model->stringList() != words)
        m_model->setStringList(words);
}

int WordCompleter::wordBegin() const
{
    int begin = m_line->cursorPosition();
    while (begin > 0 && belongsToWord(m_line->text().at(begin - 1)))
        --begin;
    return begin;
}

void WordCompleter::offer(const QString& text)
{
    const int begin = wordBegin();
    const auto prefix = text.mid(begin, m_line->cursorPosition() - begin);
    if (prefix.isEmpty() || m_model->rowCount() == 0)
        m_completer.popup()->hide();
    else
        open(prefix);
}

void WordCompleter::open(const QString& prefix)
{
    m_completer.setCompletionPrefix(prefix);
    const bool done =
        m_completer.completionCount() == 1 && m_completer.currentCompletion().compare(prefix, Qt::CaseInsensitive) == 0;
    if (m_completer.completionCount() == 0 || done)
        m_completer.popup()->hide();
    else
        m_completer.complete();
}

void WordCompleter::take(const QString& word)
{
    const int begin = wordBegin();
    auto text = m_line->text();
    text.replace(begin, m_line->cursorPosition() - begin, word);
    m_line->setText(text);
    m_line->setCursorPosition(begin + static_cast<int>(word.size()));
    Q_EMIT completed(text);
}

bool WordCompleter::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool wanted = (key->key() == Qt::Key_Down && key->modifiers() == Qt::AltModifier) ||
                            (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier);
        if (wanted && m_model->rowCount() > 0) {
            open({});
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tidegate
