// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/runhistory.h"

#include <string_view>
#include <vector>

namespace tidegate::agent {

/// A stretch of time, [from, to).
struct Stretch
{
    TimePoint from;
    TimePoint to;
};

/// What is known of one job, from which its strip is made.
struct StripFacts
{
    std::vector<PastRun> runs;
    std::vector<TimePoint> planned; ///< when it was due
    std::vector<Stretch> known;     ///< when somebody watched: outside of them, nothing means no data
};

struct StripCell
{
    std::string_view state; ///< ran, failed, late, running, nodata, unplanned
    std::int64_t rows = 0;  ///< inserted by the runs that ended in it
};

/// `count` cells of `length` from `from` on. The state of a cell, the first that fits: a run is under way; its last run
/// failed; a run was under way; a run was due and none came within a minute; somebody watched, or not.
std::vector<StripCell> heatStrip(const StripFacts& facts, TimePoint now, TimePoint from, std::chrono::seconds length,
                                 int count);

} // namespace tidegate::agent
