// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

/// Number of letters that were added, left out, replaced or swapped with their neighbour.
std::size_t editDistance(std::string_view left, std::string_view right);

/// The candidate that somebody who wrote `word` most likely meant; empty if none is near.
std::string closest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace tidegate
