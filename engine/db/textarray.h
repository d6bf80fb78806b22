// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// The array literal of these texts, for binding.
std::string arrayLiteral(const std::vector<std::string>& elements);

} // namespace tidegate
