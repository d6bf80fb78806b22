// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "job/finding.h"

namespace tidegate {

/// What is wrong with a file, as the error of whoever needs it: Invalid, with its place and message, what to do, and
/// the details `file`, `line` and `column`.
Error toError(const Finding& finding);

} // namespace tidegate
