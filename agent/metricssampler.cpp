// SPDX-License-Identifier: Apache-2.0
#include "agent/metricssampler.h"

#include "agent/isotime.h"

#include <algorithm>

namespace tidegate::agent {

namespace {

double rate(double now, double before, double seconds)
{
    return seconds > 0 ? std::max(0.0, now - before) / seconds : 0.0;
}

double share(double now, double before, double seconds)
{
    return std::min(1.0, rate(now, before, seconds));
}

} // namespace

void MetricsSampler::sample(const RunRecord& run)
{
    const RunProgress now = run.progress();
    RunProgress& before = m_before[run.number()];
    const double seconds = now.secondsElapsed - before.secondsElapsed;
    const auto rowsRead = static_cast<double>(now.rows.read);
    m_samples.push(
        {{"run", run.number()},
         {"job", run.job()},
         {"at", isoNow()},
         {"rowsRead", now.rows.read},
         {"rowsStaged", now.rowsStaged},
         {"bytes", now.bytesRead},
         {"rowsPerSecond", rate(rowsRead, static_cast<double>(before.rows.read), seconds)},
         {"stagedPerSecond",
          rate(static_cast<double>(now.rowsStaged), static_cast<double>(before.rowsStaged), seconds)},
         {"bytesPerSecond", rate(static_cast<double>(now.bytesRead), static_cast<double>(before.bytesRead), seconds)},
         {"sourceWait", share(now.sourceWaitSeconds, before.sourceWaitSeconds, seconds)},
         {"targetWait", share(now.targetWaitSeconds, before.targetWaitSeconds, seconds)}});
    before = now;
}

} // namespace tidegate::agent
