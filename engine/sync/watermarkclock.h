// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tidegate {

/// How far a window may reach at this moment, by the source's own clock.
struct ClockReading
{
    std::string now; ///< of the source, ISO 8601 UTC
    std::string
        hi; ///< in the watermark's own type and precision; may lie at or below the frontier: then nothing is to do
    std::string heldBy; ///< what holds hi back, or why writers are unknown, as a sentence; empty: nothing
    std::vector<std::string> warnings; ///< what the run should say although it goes on
};

/// Fixes hi. The contract: every row whose watermark is below `hi` and whose transaction may still commit was either
/// committed before read() returned, or is what lag and overlap are for. So the snapshot that reads the rows must be
/// taken after read() has returned.
///
/// What fits behind it: the open writers of a PostgreSQL source (windowclock.h); v$transaction, innodb_trx or
/// dm_tran_active_transactions; a topic's END record, whose hi the producer fixed.
class WatermarkClock
{
public:
    virtual ~WatermarkClock() = default;
    /// `frontier` is the job's last hi. Refused where a guard says that no window may be read now.
    virtual Result<ClockReading> read(const std::optional<std::string>& frontier, std::stop_token stop) = 0;
};

} // namespace tidegate
