// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace tidegate {

/// Moves the keyboard `steps` parts on, round and round, leaving out what is hidden or takes no keys. A part that is
/// entered again gives the keyboard to who had it last.
void stepRegion(const QList<QWidget*>& regions, int steps);

} // namespace tidegate
