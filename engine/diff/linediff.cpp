// SPDX-License-Identifier: Apache-2.0
#include "diff/linediff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace tidegate {

namespace {

constexpr std::size_t around = 3;             ///< same lines that a hunk shows before and after a change
constexpr std::size_t mostCells = 16'000'000; ///< 64 MiB; beyond it what differs is shown as one block

using Lines = std::vector<std::string_view>;

Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// How many lines the rests of both texts have in common, for every pair of places.
class CommonLines
{
public:
    CommonLines(const Lines& before, const Lines& after, std::size_t first, std::size_t endBefore, std::size_t endAfter)
        : m_first(first), m_width(endAfter - first + 1)
    {
        const auto height = endBefore - first + 1;
        if (m_width > mostCells / height)
            return;
        m_cells.resize(height * m_width);
        for (auto i = endBefore; i-- > first;) {
            for (auto j = endAfter; j-- > first;)
                cell(i, j) = before[i] == after[j] ? cell(i + 1, j + 1) + 1 : std::max(cell(i + 1, j), cell(i, j + 1));
        }
    }

    [[nodiscard]] bool keepsMoreByRemoving(std::size_t i, std::size_t j)
    {
        return m_cells.empty() || cell(i + 1, j) >= cell(i, j + 1);
    }
    [[nodiscard]] bool known() const { return !m_cells.empty(); }

private:
    std::uint32_t& cell(std::size_t i, std::size_t j) { return m_cells[(i - m_first) * m_width + (j - m_first)]; }

    std::size_t m_first;
    std::size_t m_width;
    std::vector<std::uint32_t> m_cells;
};

std::string rangeText(std::size_t first, std::size_t count)
{
    return count == 1 ? std::to_string(first) : fmt::format("{},{}", count == 0 ? first - 1 : first, count);
}

std::string hunk(const std::vector<DiffLine>& lines, std::size_t from, std::size_t to)
{
    std::size_t before = 0;
    std::size_t after = 0;
    std::string body;
    for (auto at = from; at < to; ++at) {
        const auto kind = lines[at].kind;
        before += kind == DiffLine::Kind::Added ? 0 : 1;
        after += kind == DiffLine::Kind::Removed ? 0 : 1;
        body += fmt::format("{}{}\n",
                            kind == DiffLine::Kind::Same    ? ' '
                            : kind == DiffLine::Kind::Added ? '+'
                                                            : '-',
                            lines[at].text);
    }
    return fmt::format("@@ -{} +{} @@\n{}", rangeText(lines[from].before, before), rangeText(lines[from].after, after),
                       body);
}

} // namespace

std::vector<DiffLine> diffLines(std::string_view beforeText, std::string_view afterText)
{
    const auto before = linesOf(beforeText);
    const auto after = linesOf(afterText);
    auto endBefore = before.size();
    auto endAfter = after.size();
    std::size_t first = 0;
    while (first < endBefore && first < endAfter && before[first] == after[first])
        ++first;
    while (endBefore > first && endAfter > first && before[endBefore - 1] == after[endAfter - 1])
        --endBefore, --endAfter;
    CommonLines common(before, after, first, endBefore, endAfter);
    std::vector<DiffLine> lines;
    std::size_t i = 0;
    std::size_t j = 0;
    const auto add = [&](DiffLine::Kind kind) {
        const bool isAdded = kind == DiffLine::Kind::Added;
        lines.push_back({kind, isAdded ? after[j] : before[i], i + 1, j + 1});
        i += isAdded ? 0 : 1;
        j += kind == DiffLine::Kind::Removed ? 0 : 1;
    };
    while (i < first)
        add(DiffLine::Kind::Same);
    while (i < endBefore || j < endAfter) {
        if (i < endBefore && j < endAfter && common.known() && before[i] == after[j])
            add(DiffLine::Kind::Same);
        else if (i < endBefore && (j >= endAfter || common.keepsMoreByRemoving(i, j)))
            add(DiffLine::Kind::Removed);
        else
            add(DiffLine::Kind::Added);
    }
    while (i < before.size())
        add(DiffLine::Kind::Same);
    return lines;
}

std::string unifiedDiff(std::string_view before, std::string_view after, std::string_view beforeName,
                        std::string_view afterName)
{
    const auto lines = diffLines(before, after);
    std::string text;
    const auto isChange = [&](std::size_t at) { return lines[at].kind != DiffLine::Kind::Same; };
    for (std::size_t at = 0; at < lines.size();) {
        if (!isChange(at)) {
            ++at;
            continue;
        }
        const auto from = at - std::min(at, around);
        auto last = at; // changes with at most twice `around` same lines between them are one hunk
        for (auto next = at; next < lines.size() && next - last <= 2 * around; ++next) {
            if (isChange(next))
                last = next;
        }
        const auto to = std::min(last + 1 + around, lines.size());
        text += hunk(lines, from, to);
        at = to;
    }
    return text.empty() ? text : fmt::format("--- {}\n+++ {}\n{}", beforeName, afterName, text);
}

} // namespace tidegate
