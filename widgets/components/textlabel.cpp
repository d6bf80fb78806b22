// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/textlabel.h"

#include "models/language.h"
#include "widgets/theme/theme.h"

namespace tidegate {

TextLabel::TextLabel(Role role, const Phrase& text, QWidget* parent) : QLabel(parent), m_role(role)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    restyle();
    connect(&Language::instance(), &Language::changed, this, [this] { QLabel::setText(m_phrase.text()); });
    connect(&Theme::instance(), &Theme::changed, this, &TextLabel::restyle);
}

void TextLabel::setText(const Phrase& text)
{
    m_phrase = text;
    QLabel::setText(text.text());
}

void TextLabel::setRole(Role role)
{
    m_role = role;
    restyle();
}

void TextLabel::restyle()
{
    const Theme& theme = Theme::instance();
    setFont(m_role.mono ? theme.mono(m_role.pixels, m_role.weight) : theme.sans(m_role.pixels, m_role.weight));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme.color(m_role.color));
    setPalette(colors);
}

} // namespace tidegate
