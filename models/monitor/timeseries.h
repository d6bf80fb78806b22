// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <optional>
#include <utility>
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
    [[nodiscard]] double maximum(qint64 from, qint64 to) const;

    /// What is drawn between two times: all points, or where there are more than two for each of `columns`, the first,
    /// lowest, highest and last of each column, so that no spike is lost. Gaps longer than `gap` are kept.
    [[nodiscard]] std::vector<TimePoint> outline(qint64 from, qint64 to, int columns, qint64 gap) const;
    /// Stretches between two neighbouring points that are longer than `gap`.
    [[nodiscard]] std::vector<std::pair<qint64, qint64>> gaps(qint64 from, qint64 to, qint64 gap) const;

private:
    /// Index of the first point not before `at`.
    [[nodiscard]] std::size_t lowerBound(qint64 at) const;
    /// The visible points as two straight stretches of memory.
    template <typename Visit>
    void forEach(std::size_t first, std::size_t last, Visit visit) const;

    std::size_t m_capacity;
    std::size_t m_head = 0; ///< where the oldest point lies once the ring is full
    std::vector<TimePoint> m_points;
};

} // namespace tidegate
