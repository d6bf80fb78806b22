// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tidegate {

class Settings;

/// Sizes of splitters and chosen tabs of a window, by their object names. What no longer fits is left as it is.
void saveSession(const QWidget& window, Settings& settings);
void restoreSession(QWidget& window, const Settings& settings);

} // namespace tidegate
