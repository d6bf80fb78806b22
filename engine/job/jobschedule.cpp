// SPDX-License-Identifier: Apache-2.0
#include "job/jobschedule.h"

namespace tidegate {

std::optional<JobSchedule> jobSchedule(const JobDefinition& job)
{
    if (!job.schedule)
        return std::nullopt;
    const auto line = CronLine::parse(job.schedule->cron);
    const auto zone = job.schedule->zone.empty() ? Zone::local() : Zone::named(job.schedule->zone);
    if (!line || !zone)
        return std::nullopt;
    return JobSchedule{FireTimes(*line, *zone), job.schedule->missed == "skip" ? MissedRuns::Skip : MissedRuns::RunOnce,
                       job.schedule->paused};
}

} // namespace tidegate
