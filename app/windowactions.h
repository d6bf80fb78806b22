// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tidegate {

class Console;
class MainWindow;
class RailModel;

/// What one can do anywhere in the window: go to a page, search, change the look, read the pool again, quit.
void registerWindowActions(MainWindow& window, const RailModel& pages, Console& console);

} // namespace tidegate
