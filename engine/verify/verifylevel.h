// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/jobdefinition.h"

#include <optional>
#include <string_view>

namespace tidegate {

/// "L0" … "L3"; nothing for any other word.
std::optional<VerifyLevel> verifyLevelFrom(std::string_view name);
/// "none", "L0" … "L3"
std::string_view toString(VerifyLevel level);

} // namespace tidegate
