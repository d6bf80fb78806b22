// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidegate::cli {

/// "did you mean `list`?" for the nearest of the candidates, or empty if none is near.
std::string suggestion(std::string_view typed, const std::vector<std::string>& candidates);

} // namespace tidegate::cli
