// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPainter;
class QRect;

namespace tidegate {

/// Draws "Ctrl K" in a small frame that ends at `right`, in the middle of `row`. Gives where it begins.
int paintKeys(QPainter& painter, const QRect& row, int right, const QString& keys);

} // namespace tidegate
