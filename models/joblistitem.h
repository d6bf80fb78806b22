// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/joblistroles.h"
#include "pool/pool.h"

#include <QString>

namespace tidegate {

/// A job in the list: what its file says, and what is known of it since the console started.
struct JobListItem
{
    QString name;
    QString path;
    QString schedule; ///< "daily", "hourly", the cron text; empty: none
    bool paused = false;
    bool edited = false;
    int problems = 0;
    JobState lastRun = JobState::Idle;

    [[nodiscard]] JobState state() const;
    [[nodiscard]] QString stateText() const;
    bool operator==(const JobListItem&) const = default;
};

JobListItem jobListItem(const PoolFile<JobDefinition>& file);

/// The folder under customers/ that a job's file lies in.
QString customerOf(const std::filesystem::path& path);

} // namespace tidegate
