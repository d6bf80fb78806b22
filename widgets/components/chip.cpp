// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/chip.h"

#include "widgets/components/focusring.h"
#include "widgets/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace tidegate {

namespace {
constexpr int padding = 7;
constexpr int glyph = 11;
} // namespace

Chip::Chip(const QString& name, QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(name);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setContent(std::optional<State> state, const QString& text)
{
    m_state = state;
    setText(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setFilter(bool filter)
{
    setCheckable(filter);
    setFocusPolicy(filter ? Qt::TabFocus : Qt::NoFocus);
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(Theme::instance().sans(11, 500));
    return {2 * padding + (m_state ? glyph + 5 : 0) + metrics.horizontalAdvance(text()) + 1, 20};
}

void Chip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool pressed = isCheckable() && isChecked();
    painter.setPen(pressed ? QPen(theme.color(m_state ? fillToken(*m_state) : Token::Control), 1) : QPen(Qt::NoPen));
    painter.setBrush(theme.color(m_state ? tintToken(*m_state) : Token::OffTint));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    int left = padding;
    if (m_state) {
        paintState(painter, QRectF(left, (height() - glyph) / 2.0, glyph, glyph), *m_state);
        left += glyph + 5;
    }
    painter.setFont(theme.sans(11, 500));
    painter.setPen(theme.color(m_state ? textToken(*m_state) : Token::Text2));
    painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (hasFocus())
        paintFocusRing(painter, rect(), 4);
}

} // namespace tidegate
