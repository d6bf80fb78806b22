// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/monitor/knownrun.h"
#include "models/monitor/timeseries.h"

#include <QList>

#include <optional>

namespace tidegate {

/// When a run will be done, as a range, and what the range is made of.
struct Eta
{
    double lowSeconds = 0;
    double highSeconds = 0;
    int measuredSeconds = 0; ///< of this run's rate
    int runs = 0;            ///< of the same job, whose whole pace was looked at
};

/// From how much this run's rate varied in its last minute, and from the whole pace of earlier runs, apply included.
/// Nothing where nothing is known: under 5 % of the way, without an estimate of the rows, after the read, or with more
/// windows to come whose rows nobody has counted.
std::optional<Eta> estimateEnd(const RunStatus& status, const TimeSeries& rowsRead, const QList<KnownRun>& lastRuns);

} // namespace tidegate
