// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/runrecord.h"

#include <map>

namespace tidegate::agent {

/// Turns the counters of runs into rates between two samples of the same run. One thread.
class MetricsSampler
{
public:
    explicit MetricsSampler(EventStream& samples) : m_samples(samples) {}

    /// Puts one sample of the run into the stream; the run's first one has its mean rates since the start.
    void sample(const RunRecord& run);
    /// Forgets a run that has ended.
    void forget(std::int64_t run) { m_before.erase(run); }

private:
    EventStream& m_samples;
    std::map<std::int64_t, RunProgress> m_before;
};

} // namespace tidegate::agent
