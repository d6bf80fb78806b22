// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/formfield.h"

#include "models/language.h"
#include "widgets/components/buttons.h"
#include "widgets/components/statelabel.h"
#include "widgets/components/textlabel.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int indent = FormField::labelWidth + 8;
constexpr int mostBeside = 390; ///< editor and fact; a longer fact stands under the editor
constexpr int spacing = 8;
} // namespace

FormField::FormField(const Phrase& label, QWidget* editor, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_label(new TextLabel(TextLabel::field, label, this)),
      m_fact(new StateLabel(this)), m_longFact(new StateLabel(this)), m_row(new QHBoxLayout), m_line(new QWidget(this)),
      m_message(new StateLabel(m_line)),
      m_fix(makeButton(ButtonRole::Link, editor->objectName() + u".fix"_s, {}, m_line))
{
    m_label->setFixedWidth(labelWidth);
    m_label->setWordWrap(true); // other languages have longer words
    m_label->setBuddy(editor);
    if (editor->accessibleName().isEmpty())
        translated(editor, label, [editor](const QString& words) { editor->setAccessibleName(words); });
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(spacing);
    m_row->addWidget(m_label);
    m_row->addWidget(editor);
    m_row->addWidget(m_fact, 1);
    if (editor->maximumWidth() < QWIDGETSIZE_MAX)
        m_row->setStretchFactor(editor, 100); // up to its maximum, before the fact

    auto* line = new QHBoxLayout(m_line);
    line->setContentsMargins(indent, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_message);
    line->addWidget(m_fix);
    line->addStretch(1);
    m_line->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(4);
    column->addLayout(m_row);
    auto* under = new QHBoxLayout;
    under->setContentsMargins(indent, 0, 0, 0);
    under->addWidget(m_longFact);
    m_longFact->hide();
    column->addLayout(under);
    column->addWidget(m_line);
    connect(m_fix, &QPushButton::clicked, this, &FormField::fixRequested);
}

void FormField::addToRow(QWidget* widget)
{
    m_row->insertWidget(m_row->indexOf(m_fact), widget);
}

void FormField::setFact(std::optional<State> state, const QString& text)
{
    m_factState = state;
    m_factText = text;
    placeFact();
}

void FormField::placeFact()
{
    const bool quiet = m_factState == State::Ok || m_factState == State::Info;
    m_longFact->setMessage(m_factState, m_factText, quiet);
    const int wanted = m_longFact->sizeHint().width();
    const bool isLong = std::min(m_editor->maximumWidth(), m_editor->sizeHint().width()) + wanted > mostBeside;
    const bool below = !m_factText.isEmpty() && (isLong || leastWidth() + spacing + wanted > width());
    m_longFact->setVisible(below);
    if (below)
        m_fact->setMessage({}, {});
    else
        m_fact->setMessage(m_factState, m_factText, quiet);
    m_fact->setMinimumWidth(below || m_factText.isEmpty() ? 1 : wanted);
}

int FormField::leastWidth() const
{
    int least = labelWidth;
    for (int i = 1; i < m_row->count(); ++i) {
        const QWidget* widget = m_row->itemAt(i)->widget();
        if (widget == m_fact || widget->isHidden())
            continue;
        least += spacing + (widget->minimumWidth() > 0 ? widget->minimumWidth() : widget->minimumSizeHint().width());
    }
    return least;
}

QSize FormField::minimumSizeHint() const
{
    return {leastWidth(), QWidget::minimumSizeHint().height()};
}

void FormField::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeFact();
}

void FormField::setError(const QString& text, const QString& fix)
{
    showLine(State::Failed, text, fix);
}

void FormField::setWarning(const QString& text, const QString& fix)
{
    showLine(State::Late, text, fix);
}

void FormField::setProposal(const QString& text, const QString& value)
{
    showLine(State::Info, text, value);
}

QString FormField::message() const
{
    return m_message->text();
}

void FormField::showLine(State state, const QString& text, const QString& fix)
{
    const bool wrong = !text.isEmpty();
    m_message->setMessage(state, text);
    m_fix->setText(fix.isEmpty() ? QString() : tr("Use %1").arg(fix));
    m_fix->setAccessibleName(m_fix->text());
    m_fix->setVisible(!fix.isEmpty());
    m_line->setVisible(wrong);
    const bool invalid = wrong && state == State::Failed;
    m_editor->setAccessibleDescription(text);
    if (m_editor->property("invalid").toBool() == invalid)
        return;
    m_editor->setProperty("invalid", invalid);
    m_editor->style()->unpolish(m_editor);
    m_editor->style()->polish(m_editor);
}

} // namespace tidegate
