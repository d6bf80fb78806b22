// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/timeaxis.h"

#include <algorithm>

namespace tidegate {

void TimeAxis::setRange(qint64 from, qint64 to, bool live)
{
    if (m_from == from && m_to == to && m_live == live)
        return;
    m_from = from;
    m_to = std::max(to, from + 1);
    m_live = live;
    Q_EMIT rangeChanged();
}

void TimeAxis::setCursor(std::optional<qint64> at)
{
    const auto inside = at ? std::optional(std::clamp(*at, m_from, m_to)) : at;
    if (m_cursor == inside)
        return;
    m_cursor = inside;
    Q_EMIT cursorChanged();
}

} // namespace tidegate
