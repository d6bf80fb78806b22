// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/historystore.h"

#include <vector>

namespace tidegate::agent {

/// What happened in a stretch of time while a run was under way.
struct Sample
{
    double seconds = 0; ///< how long a run was under way in it
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    double sourceWait = 0; ///< seconds
    double targetWait = 0;
    std::optional<std::int64_t> staged = 0; ///< rows that the target took; absent: kept by an older agent
};

/// One cell of a series: [at, at + secondsPerPoint).
struct SamplePoint
{
    TimePoint at;
    std::optional<Sample> sample; ///< absent: no run was under way
};

/// Metrics of jobs in three rings: seconds for an hour, ten seconds for a day, five minutes for thirty days. Each cell
/// holds sums, so that a coarser one says exactly what the finer ones said. Any thread.
class SampleRings
{
public:
    explicit SampleRings(HistoryStore& store) : m_store(store) {}

    Result<void> add(std::int64_t series, TimePoint at, const Sample& sample);
    /// At most `points` cells of equal length over [from, to), from the finest ring that reaches back that far.
    Result<std::vector<SamplePoint>> read(std::int64_t series, TimePoint from, TimePoint to, int points);

private:
    Result<void> dropOld(TimePoint now);

    HistoryStore& m_store;
    std::mutex m_mutex; ///< guards the next
    TimePoint m_droppedAt{};
};

} // namespace tidegate::agent
