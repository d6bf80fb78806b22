// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/jobdefinition.h"
#include "schedule/firetimes.h"

#include <optional>

namespace tidegate {

enum class MissedRuns { RunOnce, Skip };

/// The schedule of a job, ready to be asked.
struct JobSchedule
{
    FireTimes times;
    MissedRuns missed = MissedRuns::RunOnce;
    bool paused = false; ///< by the job's file
};

/// None where the job has no schedule, or where this machine doesn't know its zone.
std::optional<JobSchedule> jobSchedule(const JobDefinition& job);

} // namespace tidegate
