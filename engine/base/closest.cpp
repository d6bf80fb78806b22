// SPDX-License-Identifier: Apache-2.0
#include "base/closest.h"

#include <algorithm>
#include <cctype>

namespace tidegate {

std::size_t editDistance(std::string_view left, std::string_view right)
{
    std::vector<std::size_t> beforeLast(right.size() + 1);
    std::vector<std::size_t> last(right.size() + 1);
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast.swap(last);
        last.swap(row);
    }
    return last[right.size()];
}

std::string closest(std::string_view word, const std::vector<std::string>& candidates)
{
    constexpr std::size_t longestWord = 64; // nobody mistypes more, and the distance costs its square
    if (word.empty() || word.size() > longestWord)
        return {};
    const auto plain = [](std::string_view text) {
        std::string result;
        for (const char c : text)
            result += c == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return result;
    };
    const std::string wanted = plain(word);
    std::size_t bestDistance = std::max<std::size_t>(1, word.size() / 3) + 1;
    std::string best;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > longestWord)
            continue;
        const std::size_t distance = editDistance(wanted, plain(candidate));
        if (distance < bestDistance && distance < candidate.size()) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace tidegate
