// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QWidget;

namespace tidegate {

/// Every component in its states, on one sheet: `tidegate --components`, a picture, and a test. Not translated. The
/// object name of a section begins with "section.".
std::unique_ptr<QWidget> makeComponentSheet();

} // namespace tidegate
