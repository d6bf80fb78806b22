// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tidegate {

class Console;
class MainWindow;

/// Writes the window as it is once the pool has been read and painted, then ends the application: 0, or 1 if the file
/// can't be written.
void takePicture(MainWindow& window, Console& console, const QString& file);

} // namespace tidegate
