// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/keycap.h"

#include "widgets/theme/theme.h"

#include <QPainter>

namespace tidegate {

int paintKeys(QPainter& painter, const QRect& row, int right, const QString& keys)
{
    const Theme& theme = Theme::instance();
    QString shown = keys;
    shown.replace(u'+', u' ');
    painter.save();
    painter.setFont(theme.sans(11, 500));
    const int wide = painter.fontMetrics().horizontalAdvance(shown) + 10;
    const QRect cap(right - wide, row.center().y() - 8, wide, 18);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::LineStrong));
    painter.setBrush(theme.color(Token::Canvas));
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(cap, Qt::AlignCenter, shown);
    painter.restore();
    return cap.left();
}

} // namespace tidegate
