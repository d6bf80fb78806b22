// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace tidegate {

struct TimePoint
{
    qint64 at = 0; ///< milliseconds since 1970, UTC
    double value = 0;

    friend bool operator==(const TimePoint&, const TimePoint&) = default;
};

/// The newest measurements, in order of time, in a ring of fixed size.
class TimeSeries
{
public:
    explicit TimeSeries(std::size_t capacity = 24 * 3600);

    /// Points must come in order; one that is not newer than the last is dropped.
    void append(qint64 at, double value);
    void clear();

    [[nodiscard]] std::size_t size() const { return m_points.size(); }
    [[nodiscard]] bool isEmpty() const { return m_points.empty(); }
    [[nodiscard]] const TimePoint& point(std::size_t index) const;
    [[nodiscard]] std::optional<TimePoint> last() const;
    /// The point nearest to a time, if one is within `tolerance` milliseconds.
    [[nodiscard]] std::optional<TimePoint> nearest(qint64 at, qint64 tolerance) const;

    /// What is drawn between two times: all points, or where there are more than two for each of `columns`, the first,
    /// lowest, highest and last of each column, so that no spike is lost. Gaps longer than `gap` are kept.
    [[nodiscard]] std::vector<TimePoint> outline(qint64 from, qint64 to, int columns, qint64 gap) const;

private:
    /// The lowest and highest of neighbours in memory, so that a picture of many points reads few of them.
    struct Extremes
    {
        TimePoint low;
        TimePoint high;
    };
    static constexpr std::size_t blockSize = 32;

    void store(std::size_t place, const TimePoint& point);
    [[nodiscard]] std::size_t placeOf(std::size_t index) const;
    /// Whether a block begins at this place and all its points are in order of time: the one that is being overwritten
    /// holds the newest and the oldest.
    [[nodiscard]] bool isBlock(std::size_t place) const;
    /// Index of the first point not before `at`.
    [[nodiscard]] std::size_t lowerBound(qint64 at) const;

    std::size_t m_capacity;
    std::size_t m_head = 0; ///< where the oldest point lies once the ring is full
    std::vector<TimePoint> m_points;
    std::vector<Extremes> m_blocks;
};

} // namespace tidegate
