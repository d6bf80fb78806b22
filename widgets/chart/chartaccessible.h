// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tidegate {

class ChartWidget;

/// Screen readers find a chart with its summary in one sentence, and its cursor as a value that arrow keys move.
void installChartAccessibility();
/// Says where the cursor is now and what it stands on.
void announceCursor(ChartWidget* chart);

} // namespace tidegate
