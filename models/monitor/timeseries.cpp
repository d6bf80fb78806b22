// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/timeseries.h"

#include <algorithm>
#include <cmath>

namespace tidegate {

TimeSeries::TimeSeries(std::size_t capacity) : m_capacity(std::max<std::size_t>(capacity, 1)) {}

void TimeSeries::append(qint64 at, double value)
{
    if (const auto newest = last(); newest && newest->at >= at)
        return;
    if (m_points.size() < m_capacity) {
        m_points.emplace_back();
        return store(m_points.size() - 1, {at, value});
    }
    store(m_head, {at, value});
    m_head = (m_head + 1) % m_capacity;
}

void TimeSeries::store(std::size_t place, const TimePoint& point)
{
    m_points[place] = point;
    const std::size_t block = place / blockSize;
    m_blocks.resize(std::max(m_blocks.size(), block + 1));
    Extremes& extremes = m_blocks[block];
    if (place % blockSize == 0 || point.value < extremes.low.value)
        extremes.low = point;
    if (place % blockSize == 0 || point.value > extremes.high.value)
        extremes.high = point;
}

void TimeSeries::clear()
{
    m_points.clear();
    m_blocks.clear();
    m_head = 0;
}

std::size_t TimeSeries::placeOf(std::size_t index) const
{
    const std::size_t place = m_head + index;
    return place < m_points.size() ? place : place - m_points.size();
}

bool TimeSeries::isBlock(std::size_t place) const
{
    const std::size_t end = place + blockSize;
    return place % blockSize == 0 && end <= m_points.size() && (m_head <= place || m_head >= end);
}

const TimePoint& TimeSeries::point(std::size_t index) const
{
    return m_points[placeOf(index)];
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

namespace {

/// Collects the points of one pixel column.
class Column
{
public:
    void add(const TimePoint& p) { add(p, p, p, p); }

    /// Neighbours of which only these are known.
    void add(const TimePoint& first, const TimePoint& low, const TimePoint& high, const TimePoint& last)
    {
        if (m_empty)
            m_first = first;
        if (m_empty || low.value < m_low.value)
            m_low = low;
        if (m_empty || high.value > m_high.value)
            m_high = high;
        m_last = last;
        m_empty = false;
    }

    void flush(std::vector<TimePoint>& out)
    {
        if (m_empty)
            return;
        const auto push = [&out](const TimePoint& p) {
            if (out.empty() || out.back().at < p.at)
                out.push_back(p);
        };
        push(m_first);
        push(m_low.at < m_high.at ? m_low : m_high);
        push(m_low.at < m_high.at ? m_high : m_low);
        push(m_last);
        m_empty = true;
    }

private:
    TimePoint m_first;
    TimePoint m_low;
    TimePoint m_high;
    TimePoint m_last;
    bool m_empty = true;
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
        for (std::size_t index = first; index < last; ++index)
            out.push_back(point(index));
        return out;
    }
    out.reserve(static_cast<std::size_t>(columns) * 4 + 4);
    const double perColumn = static_cast<double>(std::max<qint64>(to - from, 1)) / columns;
    qint64 columnEnd = from;
    Column collected;
    for (std::size_t index = first; index < last;) {
        const std::size_t place = placeOf(index);
        const TimePoint& p = m_points[place];
        if (p.at >= columnEnd) {
            collected.flush(out);
            const auto column = std::floor(static_cast<double>(p.at - from) / perColumn) + 1;
            columnEnd = std::max(from + static_cast<qint64>(column * perColumn), p.at + 1);
        }
        const std::size_t end = place + blockSize - 1;
        if (index + blockSize <= last && isBlock(place) && m_points[end].at < columnEnd) {
            const Extremes& extremes = m_blocks[place / blockSize];
            collected.add(p, extremes.low, extremes.high, m_points[end]);
            index += blockSize;
        } else {
            collected.add(p);
            ++index;
        }
    }
    collected.flush(out);
    return out;
}

} // namespace tidegate
