// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overview/jobneed.h"
#include "models/overview/overviewroles.h"
#include "widgets/theme/statepainter.h"

namespace tidegate {

State stateOf(Standing standing);
State stateOf(ProofLook look);

} // namespace tidegate
