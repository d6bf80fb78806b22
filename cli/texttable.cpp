// SPDX-License-Identifier: Apache-2.0
#include "cli/texttable.h"

#include "cli/textwidth.h"

#include <algorithm>

namespace tidegate::cli {

namespace {

constexpr std::size_t gap = 2;

} // namespace

std::string TextTable::toString() const
{
    std::vector<std::vector<std::string>> lines(1);
    for (const Column& column : m_columns)
        lines.front().push_back(column.title);
    for (const auto& row : m_rows) {
        auto& line = lines.emplace_back();
        std::transform(row.begin(), row.end(), std::back_inserter(line),
                       [](const std::string& cell) { return printable(cell); });
        line.resize(m_columns.size());
    }
    std::vector<std::size_t> widths(m_columns.size());
    for (const auto& line : lines) {
        for (std::size_t index = 0; index < widths.size(); ++index)
            widths[index] = std::max(widths[index], displayWidth(line[index]));
    }
    std::string text;
    for (const auto& line : lines) {
        std::size_t pending = 0; // spaces that are written only if something follows
        for (std::size_t index = 0; index < widths.size(); ++index) {
            const std::size_t fill = widths[index] - displayWidth(line[index]);
            const bool right = m_columns[index].align == Align::Right;
            pending += right ? fill : 0;
            if (!line[index].empty()) {
                text.append(pending, ' ') += line[index];
                pending = 0;
            }
            pending += gap + (right ? 0 : fill);
        }
        text += '\n';
    }
    return text;
}

} // namespace tidegate::cli
