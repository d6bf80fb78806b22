// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QString>

namespace tidegate {

/// The little that the palette can't say: buttons, inputs, table headers, scroll bars. Colours of text that is not on
/// a button come from the palette, never from here.
QString styleSheet(Scheme scheme);

} // namespace tidegate
