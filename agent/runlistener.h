// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/runrecord.h"

namespace tidegate::agent {

/// Hears of every run of a hub. May take its time: no lock of the hub is held.
class RunListener
{
public:
    RunListener() = default;
    virtual ~RunListener() = default;
    RunListener(const RunListener&) = delete;
    RunListener& operator=(const RunListener&) = delete;

    /// On the run's thread, before its first and after its last step.
    virtual void onStart(std::int64_t run, const RunRequest& request) = 0;
    virtual void onEnd(std::int64_t run, const RunRequest& request, const RunSummary& summary,
                       const RunTrace& trace) = 0;
    /// About once a second while the run is under way, from another thread.
    virtual void onSample(std::int64_t run, const RunProgress& progress) = 0;
};

} // namespace tidegate::agent
