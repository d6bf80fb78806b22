// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace tidegate {

/// One line of text, in the middle of `box` by the metrics of the painter's own font. Han comes from a taller font:
/// QPainter::drawText would put a line that has some lower than its neighbours.
void drawTextLine(QPainter& painter, const QRect& box, const QString& text, Qt::Alignment side = Qt::AlignLeft);
/// The same, ending in dots where the box is too narrow.
void drawElidedLine(QPainter& painter, const QRect& box, const QString& text, Qt::Alignment side = Qt::AlignLeft);

} // namespace tidegate
