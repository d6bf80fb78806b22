// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sync/frame.h"

#include <cstdint>
#include <stop_token>

namespace tidegate {

/// Takes the frames of one part into staging (or the table beside). begin(), take() any number of times, then finish()
/// or abandon(). What was taken is visible to the apply transaction after finish() and never before; a loader that is
/// destroyed without finish() has loaded nothing. Used by one thread; observes the stop token as SourceReader does.
///
/// What fits behind it: a COPY through the coordinator (copyloader.h); frames published to a topic; a gpfdist server
/// from which segments pull inside apply, where take() hands the frame to whichever segment asks and finish() returns
/// when the insert-select that pulls has counted its rows.
class TargetLoader
{
public:
    virtual ~TargetLoader() = default;
    virtual Result<void> begin(std::stop_token stop) = 0;
    virtual Result<void> take(const Frame& frame, std::stop_token stop) = 0;
    /// Rows that the target says it took.
    virtual Result<std::int64_t> finish(std::stop_token stop) = 0;
    virtual void abandon() = 0;
};

} // namespace tidegate
