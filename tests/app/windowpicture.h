// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>

class QWidget;

namespace tidegate {

/// The window as one sees it: with the sheet that is open over it.
QPixmap windowPicture(QWidget& window);

} // namespace tidegate
