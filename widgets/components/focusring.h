// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

class QPainter;
class QRectF;
class QWidget;

namespace tidegate {

/// 2 px inside `border`, the sign of keyboard focus on everything that paints itself.
void paintFocusRing(QPainter& painter, const QRectF& border, double radius);

/// Focus that came by a key wears the ring; focus that a page or the mouse gave does not.
constexpr bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

/// One hairline by whole pixels: never blurred at any scale.
void paintHairline(QPainter& painter, int x, int y, int width);

} // namespace tidegate
