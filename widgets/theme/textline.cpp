// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/textline.h"

#include <QFontMetrics>
#include <QPainter>

namespace tidegate {

void drawTextLine(QPainter& painter, const QRect& box, const QString& text, Qt::Alignment side)
{
    const QFontMetrics metrics(painter.font());
    const int left = side.testFlag(Qt::AlignRight) ? box.right() + 1 - metrics.horizontalAdvance(text) : box.left();
    painter.drawText(left, box.top() + (box.height() - metrics.height()) / 2 + metrics.ascent(), text);
}

void drawElidedLine(QPainter& painter, const QRect& box, const QString& text, Qt::Alignment side)
{
    drawTextLine(painter, box, painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()), side);
}

} // namespace tidegate
