// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/overviewdata.h"

#include <QSet>

namespace tidegate {

/// How a job stands, the worst first. Up to Late a person is needed.
enum class Standing {
    Failed,    ///< its last run failed
    Invalid,   ///< its file has errors, it can't run
    Different, ///< its last verification found differences
    Waiting,   ///< a guard refused; a person decides
    Late,      ///< against its schedule
    Running,
    Good,   ///< ran as planned
    Paused, ///< on purpose
    Unrun,  ///< nothing known of a run
};

constexpr bool needsPerson(Standing standing)
{
    return standing <= Standing::Late;
}

Standing standingOf(const JobOverview& job, bool running);

/// Why a person is needed, and what to do: sentences to read.
struct JobNeed
{
    Standing standing = Standing::Failed;
    QDateTime since; ///< invalid: not known
    QString reason;
    QString advice; ///< may be empty
};

JobNeed needOf(const JobOverview& job, Standing standing, const OverviewSnapshot& snapshot);
/// "failed 5 h 29 min ago · 3 attempts": what stands after the job's name.
QString needHeadline(const JobNeed& need, int attempts, const QDateTime& now);

} // namespace tidegate
