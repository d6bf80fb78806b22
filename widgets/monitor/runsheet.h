// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/runway.h"

class QPushButton;

namespace tidegate {

class Sheet;

/// What the button of a way to run says: "Take over…".
QString wayText(RunWay way);
/// Asks before a run that does more than read the next window: says what will happen, to what, and the way back.
/// `confirmed` button of the sheet is found by the name "monitor.sheet.go".
Sheet* makeRunSheet(RunWay way, const RunStatus& status, QWidget* page);

} // namespace tidegate
