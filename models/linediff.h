// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace tidegate {

/// Lines of `after`, from 0, that are new or different against `before`; where lines are gone, the one that follows
/// them. Exact up to 500 lines between the first and the last difference, coarse beyond.
std::vector<int> changedLines(std::string_view before, std::string_view after);

} // namespace tidegate
