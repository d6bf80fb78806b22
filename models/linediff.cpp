// SPDX-License-Identifier: Apache-2.0
#include "models/linediff.h"

#include <algorithm>
#include <span>

namespace tidegate {

namespace {

using Lines = std::vector<std::string_view>;

Lines split(std::string_view text)
{
    Lines lines;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

/// Longest common subsequence by the textbook table; both sides are short here.
std::vector<int> changedInside(std::span<const std::string_view> before, std::span<const std::string_view> after)
{
    const auto columns = after.size() + 1;
    std::vector<int> common((before.size() + 1) * columns, 0);
    for (auto i = before.size(); i-- > 0;)
        for (auto j = after.size(); j-- > 0;)
            common[i * columns + j] = before[i] == after[j]
                                          ? common[(i + 1) * columns + j + 1] + 1
                                          : std::max(common[(i + 1) * columns + j], common[i * columns + j + 1]);
    std::vector<int> changed;
    std::size_t i = 0;
    std::size_t j = 0;
    while (j < after.size()) {
        if (i < before.size() && before[i] == after[j]) {
            ++i;
            ++j;
        } else if (i < before.size() && common[(i + 1) * columns + j] >= common[i * columns + j + 1]) {
            ++i;
        } else {
            changed.push_back(static_cast<int>(j++));
        }
    }
    return changed;
}

} // namespace

std::vector<int> changedLines(std::string_view beforeText, std::string_view afterText)
{
    constexpr std::size_t longest = 500;
    if (beforeText == afterText)
        return {};
    const auto before = split(beforeText);
    const auto after = split(afterText);
    const auto shorter = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const std::span oldLines(before.begin() + static_cast<std::ptrdiff_t>(head), before.size() - head - tail);
    const std::span newLines(after.begin() + static_cast<std::ptrdiff_t>(head), after.size() - head - tail);
    std::vector<int> changed;
    if (oldLines.size() <= longest && newLines.size() <= longest)
        changed = changedInside(oldLines, newLines);
    else
        for (std::size_t i = 0; i < newLines.size(); ++i)
            changed.push_back(static_cast<int>(i));
    for (auto& line : changed)
        line += static_cast<int>(head);
    if (changed.empty())
        changed.push_back(static_cast<int>(std::min(head, after.size() - 1)));
    return changed;
}

} // namespace tidegate
