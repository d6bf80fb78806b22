// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/textlabel.h"

#include "widgets/theme/theme.h"

namespace tidegate {

TextLabel::TextLabel(Role role, const QString& text, QWidget* parent) : QLabel(text, parent), m_role(role)
{
    setTextFormat(Qt::PlainText);
    restyle();
    connect(&Theme::instance(), &Theme::changed, this, &TextLabel::restyle);
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
