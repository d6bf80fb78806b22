// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace tidegate {

/// All components side by side, in their states.
std::unique_ptr<QWidget> makeComponentSheet();

} // namespace tidegate
