// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/formfield.h"

#include "models/language.h"
#include "widgets/components/buttons.h"
#include "widgets/components/statelabel.h"
#include "widgets/components/textlabel.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

FormField::FormField(const Phrase& label, QWidget* editor, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_label(new TextLabel(TextLabel::field, label, this)),
      m_fact(new StateLabel(this)), m_row(new QHBoxLayout), m_line(new QWidget(this)),
      m_message(new StateLabel(m_line)),
      m_fix(makeButton(ButtonRole::Link, editor->objectName() + u".fix"_s, {}, m_line))
{
    m_label->setFixedWidth(labelWidth);
    m_label->setWordWrap(true); // other languages have longer words
    m_label->setBuddy(editor);
    if (editor->accessibleName().isEmpty())
        translated(editor, label, [editor](const QString& words) { editor->setAccessibleName(words); });
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_label);
    m_row->addWidget(editor);
    m_row->addWidget(m_fact, 1);

    auto* line = new QHBoxLayout(m_line);
    line->setContentsMargins(labelWidth + 8, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_message);
    line->addWidget(m_fix);
    line->addStretch(1);
    m_line->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(4);
    column->addLayout(m_row);
    column->addWidget(m_line);
    connect(m_fix, &QPushButton::clicked, this, &FormField::fixRequested);
}

void FormField::addToRow(QWidget* widget)
{
    m_row->insertWidget(m_row->indexOf(m_fact), widget);
    m_fact->setMinimumWidth(1); // the row has to fit beside the text
}

void FormField::setFact(std::optional<State> state, const QString& text)
{
    m_fact->setMessage(state, text, state == State::Ok);
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
