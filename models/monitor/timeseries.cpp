// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/timeseries.h"

#include <algorithm>

namespace tidegate {

TimeSeries::TimeSeries(std::size_t capacity) : m_capacity(std::max<std::size_t>(capacity, 1)) {}

void TimeSeries::append(qint64 at, double value)
{
    if (const auto newest = last(); newest && newest->at >= at)
        return;
    if (m_points.size() < m_capacity) {
        m_points.push_back({at, value});
        return;
    }
    m_points[m_head] = {at, value};
    m_head = (m_head + 1) % m_capacity;
}

void TimeSeries::clear()
{
    m_points.clear();
    m_head = 0;
}

const TimePoint& TimeSeries::point(std::size_t index) const
{
    const std::size_t place = m_head + index;
    return m_points[place < m_points.size() ? place : place - m_points.size()];
}

std::optional<TimePoint> TimeSeries::last() const
{
    if (m_points.empty())
        return {};
    return point(m_points.size() - 1);
}

std::size_t TimeSeries::lowerBound(qint64 at) const
{
    std::size_t low = 0;
    std::size_t high = size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (point(middle).at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

template <typename Visit>
void TimeSeries::forEach(std::size_t first, std::size_t last, Visit visit) const
{
    const std::size_t straight = m_points.size() - m_head; // points from the head to the end of memory
    for (std::size_t index = first; index < std::min(last, straight); ++index)
        visit(m_points[m_head + index]);
    for (std::size_t index = std::max(first, straight); index < last; ++index)
        visit(m_points[index - straight]);
}

std::optional<TimePoint> TimeSeries::nearest(qint64 at, qint64 tolerance) const
{
    const std::size_t after = lowerBound(at);
    std::optional<TimePoint> best;
    const auto consider = [&](std::size_t index) {
        const TimePoint& candidate = point(index);
        const qint64 distance = std::abs(candidate.at - at);
        if (distance <= tolerance && (!best || distance < std::abs(best->at - at)))
            best = candidate;
    };
    if (after > 0)
        consider(after - 1);
    if (after < size())
        consider(after);
    return best;
}

double TimeSeries::maximum(qint64 from, qint64 to) const
{
    double highest = 0;
    forEach(lowerBound(from), lowerBound(to + 1), [&](const TimePoint& p) { highest = std::max(highest, p.value); });
    return highest;
}

namespace {

/// Collects the points of one pixel column.
class Column
{
public:
    void add(const TimePoint& p)
    {
        if (m_count++ == 0) {
            m_first = m_low = m_high = p;
        } else {
            if (p.value < m_low.value)
                m_low = p;
            if (p.value > m_high.value)
                m_high = p;
        }
        m_last = p;
    }

    void flush(std::vector<TimePoint>& out)
    {
        if (m_count == 0)
            return;
        const auto push = [&out](const TimePoint& p) {
            if (out.empty() || out.back().at < p.at)
                out.push_back(p);
        };
        push(m_first);
        push(m_low.at < m_high.at ? m_low : m_high);
        push(m_low.at < m_high.at ? m_high : m_low);
        push(m_last);
        m_count = 0;
    }

private:
    TimePoint m_first;
    TimePoint m_low;
    TimePoint m_high;
    TimePoint m_last;
    std::size_t m_count = 0;
};

} // namespace

std::vector<TimePoint> TimeSeries::outline(qint64 from, qint64 to, int columns, qint64 gap) const
{
    // One point more at each side, so that lines run out of the picture instead of ending inside it.
    const std::size_t lower = lowerBound(from);
    const std::size_t first =
        lower > 0 && lower < size() && point(lower).at - point(lower - 1).at <= gap ? lower - 1 : lower;
    const std::size_t last = std::min(size(), lowerBound(to + 1) + 1);
    std::vector<TimePoint> out;
    if (first >= last || columns <= 0)
        return out;
    if (last - first <= static_cast<std::size_t>(columns) * 2) {
        out.reserve(last - first);
        forEach(first, last, [&out](const TimePoint& p) { out.push_back(p); });
        return out;
    }
    out.reserve(static_cast<std::size_t>(columns) * 4 + 4);
    const double perColumn = static_cast<double>(std::max<qint64>(to - from, 1)) / columns;
    qint64 columnEnd = from;
    int column = 0;
    Column collected;
    forEach(first, last, [&](const TimePoint& p) {
        if (p.at >= columnEnd) {
            collected.flush(out);
            column = static_cast<int>(static_cast<double>(p.at - from) / perColumn) + 1;
            columnEnd = from + static_cast<qint64>(column * perColumn);
        }
        collected.add(p);
    });
    collected.flush(out);
    return out;
}

std::vector<std::pair<qint64, qint64>> TimeSeries::gaps(qint64 from, qint64 to, qint64 gap) const
{
    std::vector<std::pair<qint64, qint64>> found;
    const std::size_t lower = lowerBound(from);
    std::optional<qint64> previous;
    forEach(lower > 0 ? lower - 1 : 0, std::min(size(), lowerBound(to) + 1), [&](const TimePoint& p) {
        if (previous && p.at - *previous > gap)
            found.emplace_back(*previous, p.at);
        previous = p.at;
    });
    return found;
}

} // namespace tidegate
