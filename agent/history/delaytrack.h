// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/historystore.h"

#include <vector>

namespace tidegate::agent {

/// How far one job was behind the clock at any time: time − the `hi` that was applied last before it. Between two runs
/// it grows by a second a second.
class DelayTrack
{
public:
    /// From the runs and the ledger's copy, over [from, to). `zone` is the watermark's, for a `hi` without offset.
    static Result<DelayTrack> load(HistoryStore& store, std::int64_t series, TimePoint from, TimePoint to,
                                   const std::string& zone);

    /// Seconds; none before the first known window.
    [[nodiscard]] std::optional<double> at(TimePoint time) const;

private:
    struct Step
    {
        TimePoint appliedAt;
        TimePoint hi;
    };

    std::vector<Step> m_steps; ///< in the order of time
};

} // namespace tidegate::agent
