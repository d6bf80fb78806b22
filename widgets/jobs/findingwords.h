// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "job/finding.h"

#include <QString>

namespace tidegate {

/// What a finding says, as a sentence without the path in front: it stands at its field already.
QString words(const Finding& finding);
/// With what to do about it.
QString whole(const Finding& finding);
/// "watermark.lag, line 17: The duration `2` has no unit"
QString sentence(const Finding& finding);

} // namespace tidegate
