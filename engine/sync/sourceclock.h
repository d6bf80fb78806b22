// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "pool/pool.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace tidegate {

/// The clock of a job's source beside ours, and how far behind it the target is.
struct SourceClock
{
    std::string connection;   ///< of the source
    std::string now;          ///< of the source, ISO 8601 UTC; of a standby: what it has replayed
    double offsetSeconds = 0; ///< the source's clock less ours, in the middle of the round trip
    double roundTripSeconds = 0;
    bool standby = false;
    std::optional<std::string> hi;      ///< the last applied one, in the watermark's own literal
    std::optional<std::string> hiAt;    ///< the same as an instant, ISO 8601 UTC
    std::optional<double> delaySeconds; ///< now less hiAt; absent: no window is applied, or the job has no watermark
};

nlohmann::json toJson(const SourceClock& clock);

/// Asks the source for its time and the target's ledger for the last hi. Both sessions are read only and short.
Result<SourceClock> readSourceClock(const Pool& pool, const EnvironmentDefinition* environment,
                                    std::string_view jobName, std::stop_token stop);

} // namespace tidegate
