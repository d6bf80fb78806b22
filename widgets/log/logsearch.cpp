// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/log/logsearch.h"

#include "models/monitor/logroles.h"

namespace tidegate {

LogSearch::LogSearch(const QString& words) : m_words(words)
{
    const bool isPattern = words.size() > 2 && words.startsWith(u'/') && words.endsWith(u'/');
    m_pattern.setPattern(isPattern ? words.mid(1, words.size() - 2) : QRegularExpression::escape(words));
    m_pattern.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
}

bool LogSearch::matches(const QString& text) const
{
    return !isEmpty() && !isBroken() && m_pattern.match(text).hasMatch();
}

std::vector<std::pair<qsizetype, qsizetype>> LogSearch::hits(const QString& text) const
{
    std::vector<std::pair<qsizetype, qsizetype>> found;
    if (isEmpty() || isBroken())
        return found;
    for (auto it = m_pattern.globalMatch(text); it.hasNext();) {
        const auto hit = it.next();
        if (hit.capturedLength() > 0)
            found.emplace_back(hit.capturedStart(), hit.capturedLength());
    }
    return found;
}

int LogSearch::count(const QAbstractItemModel& model, int first, int last) const
{
    if (isEmpty() || isBroken())
        return 0;
    int found = 0;
    for (int row = first; row <= last; ++row)
        found += matches(model.index(row, 0).data(LogRole::Text).toString()) ? 1 : 0;
    return found;
}

int LogSearch::find(const QAbstractItemModel& model, int from, bool backwards) const
{
    const int rows = model.rowCount();
    if (isEmpty() || isBroken() || rows == 0)
        return -1;
    for (int step = 1; step <= rows; ++step) {
        const int row = ((backwards ? from - step : from + step) % rows + rows) % rows;
        if (matches(model.index(row, 0).data(LogRole::Text).toString()))
            return row;
    }
    return -1;
}

} // namespace tidegate
