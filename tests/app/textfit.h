// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace tidegate {

/// The text of a label or button that does not get the room it needs; empty: it does.
QString cutOff(const QWidget* widget);

} // namespace tidegate
