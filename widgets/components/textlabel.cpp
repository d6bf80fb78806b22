// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/textlabel.h"

#include "models/language.h"
#include "widgets/theme/textline.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace tidegate {

namespace {
constexpr int leastElided = 40;
} // namespace

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

void TextLabel::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
    update();
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    return m_elided ? QSize(std::min(whole.width(), leastElided), whole.height()) : whole;
}

void TextLabel::paintEvent(QPaintEvent* event)
{
    if (!m_elided)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect area = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, area.width());
    setToolTip(shown == text() ? QString() : text());
    drawTextLine(painter, area, shown);
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
