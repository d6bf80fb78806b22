// SPDX-License-Identifier: Apache-2.0
#include "cli/suggestion.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace tidegate::cli {

namespace {

std::size_t editDistance(std::string_view left, std::string_view right)
{
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = i;
        row.at(0) = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row.at(j + 1);
            row.at(j + 1) = std::min({replaced, row.at(j) + 1, row.at(j + 1) + 1});
        }
    }
    return row.back();
}

} // namespace

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
