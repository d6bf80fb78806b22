// SPDX-License-Identifier: Apache-2.0
#include "cli/suggestion.h"

#include "base/closest.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::cli {

std::string suggestion(std::string_view typed, const std::vector<std::string>& candidates)
{
    const std::string* nearest = nullptr;
    std::size_t least = std::max<std::size_t>(typed.size() / 3, 1) + 1;
    for (const std::string& candidate : candidates) {
        const bool isPrefix = typed.size() >= 2 && candidate.starts_with(typed);
        const std::size_t distance = isPrefix ? 1 : editDistance(typed, candidate);
        if (distance < least) {
            least = distance;
            nearest = &candidate;
        }
    }
    return nearest != nullptr ? fmt::format("did you mean `{}`?", *nearest) : std::string();
}

} // namespace tidegate::cli
