// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/runcontext.h"

#include <optional>
#include <string>
#include <vector>

namespace tidegate {

/// What an incremental run will read: fixed once, at the beginning.
struct WindowPlan
{
    std::optional<std::string> lo; ///< of the first window; absent: unbounded
    std::string hi;                ///< of the last window
    std::string heldBy;
    std::vector<WindowBounds> windows; ///< in order, each hi the next lo; empty: nothing to do
    bool sweep = true;                 ///< the first window reads the rows without a watermark
};

/// Asks the clock and cuts the stretch by watermark.step. Warnings of the clock go to the teller.
Result<WindowPlan> planWindows(RunContext& context);

/// The job's `start` as a literal of the watermark; absent where it has none.
Result<std::optional<std::string>> startOf(RunContext& context);

/// The reading of one window: its bounds, whether NULL watermarks are read, and the overlap that local time needs.
Result<sql::ReadRange> rangeOf(RunContext& context, const std::optional<std::string>& lo, const std::string& hi,
                               bool sweep);

} // namespace tidegate
