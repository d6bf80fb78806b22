// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/focusring.h"

#include "widgets/theme/theme.h"

#include <QPainter>

namespace tidegate {

void paintFocusRing(QPainter& painter, const QRectF& border, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColor(Token::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(border.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

void paintHairline(QPainter& painter, int x, int y, int width)
{
    painter.fillRect(x, y, width, 1, themeColor(Token::Line));
}

} // namespace tidegate
