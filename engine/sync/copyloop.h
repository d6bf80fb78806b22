// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sync/sourcereader.h"
#include "sync/targetloader.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace tidegate {

struct CopyOptions
{
    std::uint64_t rateLimit = 0; ///< bytes per second; 0: none
    std::size_t frames = 4;      ///< in flight between the two ends
};

/// What has flowed so far. Row counts are of whole frames.
struct CopyCounts
{
    std::int64_t rowsRead = 0;
    std::int64_t rowsTaken = 0;
    std::int64_t bytes = 0;
    double sourceWaitSeconds = 0; ///< the writing end had nothing to write
    double targetWaitSeconds = 0; ///< the reading end had no room
};

/// Moves one part from the reader to the loader: one thread reads, one writes, this one tells `progress` 20 times a
/// second. Ends with the loader finished and three equal counts (told by the source, counted, told by the target), or
/// with an error and the loader abandoned; the error of the end that failed first is the one that is returned.
Result<CopyCounts> copyRows(SourceReader& reader, TargetLoader& loader, const CopyOptions& options,
                            const std::function<void(const CopyCounts&)>& progress, std::stop_token stop);

} // namespace tidegate
