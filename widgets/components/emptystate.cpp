// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/emptystate.h"

#include "models/language.h"
#include "widgets/components/buttons.h"
#include "widgets/components/textlabel.h"

#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

EmptyState::EmptyState(const QString& name, QWidget* parent)
    : QWidget(parent), m_title(new TextLabel({16, 650, Token::Text}, this)),
      m_text(new TextLabel(TextLabel::field, this)),
      m_button(makeButton(ButtonRole::Primary, name + u".button"_s, {}, this))
{
    setObjectName(name);
    m_text->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(6);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(&Language::instance(), &Language::changed, this, &EmptyState::showContent);
}

void EmptyState::setContent(const Phrase& title, const Phrase& text, const Phrase& action)
{
    m_content = {title, text, action};
    showContent();
}

void EmptyState::showContent()
{
    const QString action = m_content.action.text();
    const QString title = m_content.title.text();
    const QString text = m_content.text.text();
    m_title->setText(title);
    m_text->setText(text);
    m_button->setText(action);
    m_button->setAccessibleName(action);
    m_button->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
}

} // namespace tidegate
