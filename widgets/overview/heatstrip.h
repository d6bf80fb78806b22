// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overview/overviewdata.h"

class QPainter;
class QRect;

namespace tidegate {

/// What happened in the last hours, a bar for each stretch of time: the height is the amount, the shape the state.
/// Zero, not planned, no data and stale look different. Fills whole pixels from the left.
void paintHeatStrip(QPainter& painter, const QRect& area, const std::vector<OverviewCell>& cells);

} // namespace tidegate
