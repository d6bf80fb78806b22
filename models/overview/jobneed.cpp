// SPDX-License-Identifier: Apache-2.0
#include "models/overview/jobneed.h"

#include "models/monitor/humanize.h"
#include "models/overview/overviewwords.h"
#include "models/qtconvert.h"

#include <QCoreApplication>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Need
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::JobNeed)
};

/// Index of the last cell in which something was to happen; -1: none.
int lastPlanned(const JobOverview& job)
{
    for (int i = static_cast<int>(job.cells.size()) - 1; i >= 0; --i) {
        const CellState state = job.cells[static_cast<std::size_t>(i)].state;
        if (state != CellState::Unplanned && state != CellState::NoData)
            return i;
    }
    return -1;
}

bool isLate(const JobOverview& job)
{
    const int last = lastPlanned(job);
    return last >= 0 && job.cells[static_cast<std::size_t>(last)].state == CellState::Late;
}

QDateTime lateSince(const JobOverview& job, const OverviewSnapshot& snapshot)
{
    int first = lastPlanned(job);
    while (first > 0 && job.cells[static_cast<std::size_t>(first) - 1].state == CellState::Late)
        --first;
    return snapshot.from.addSecs(qint64{first} * snapshot.secondsPerCell);
}

void takeError(JobNeed& need, const JobOverview& job, const QString& otherwise)
{
    need.since = job.lastRun->endedAt;
    const auto& error = job.lastRun->error;
    need.reason = error && !error->message.empty() ? toQt(error->message) : otherwise;
    need.advice = error ? toQt(error->hint) : QString();
}

void takeProof(JobNeed& need, const JobOverview& job)
{
    need.since = job.proof->at;
    need.reason = job.proof->differences > 0
                      ? Need::tr("Rows that differ between source and target: %1, found by verification %2.")
                            .arg(groupedCount(job.proof->differences), job.proof->level)
                      : Need::tr("Source and target differ, found by verification %1.").arg(job.proof->level);
    need.advice =
        Need::tr("See which rows: tidegatectl verify %1 --level L3. Reloading the whole table sets them right.")
            .arg(job.job);
}

void takeLateness(JobNeed& need, const JobOverview& job, const OverviewSnapshot& snapshot)
{
    need.since = lateSince(job, snapshot);
    const QString planned = momentText(need.since, snapshot.asOf);
    if (job.delaySeconds)
        need.reason = Need::tr("It was to run at %1 and has not. The target is %2 behind the source.")
                          .arg(planned, ageText(static_cast<qint64>(*job.delaySeconds)));
    else
        need.reason = Need::tr("It was to run at %1 and has not.").arg(planned);
    need.advice = snapshot.scheduleEnabled
                      ? Need::tr("Run it now, or look at its log for what held it.")
                      : Need::tr("The schedule is off, so this agent starts nothing by itself. Run it now.");
}

} // namespace

Standing standingOf(const JobOverview& job, bool running)
{
    if (job.fileErrors > 0)
        return Standing::Invalid;
    if (job.proof && job.proof->result == OverviewProof::Result::Different)
        return Standing::Different;
    if (running)
        return Standing::Running;
    const QString state = job.lastRun ? job.lastRun->state : QString();
    if (state == u"running")
        return Standing::Running;
    if (state == u"failed")
        return Standing::Failed;
    if (state == u"refused")
        return Standing::Waiting;
    if (isLate(job) && !job.paused)
        return Standing::Late;
    if (job.paused || state == u"cancelled")
        return Standing::Paused;
    return job.lastRun ? Standing::Good : Standing::Unrun;
}

JobNeed needOf(const JobOverview& job, Standing standing, const OverviewSnapshot& snapshot)
{
    JobNeed need;
    need.standing = standing;
    switch (standing) {
    case Standing::Failed:
        takeError(need, job, Need::tr("The last run failed and left no reason."));
        break;
    case Standing::Waiting:
        takeError(need, job, Need::tr("A guard refused the last run."));
        break;
    case Standing::Invalid:
        need.reason = job.fileErrors == 1 ? Need::tr("Its file has an error, so it can't run.")
                                          : Need::tr("Its file has %1 errors, so it can't run.").arg(job.fileErrors);
        need.advice = Need::tr("Open it and mend what is marked.");
        break;
    case Standing::Different:
        takeProof(need, job);
        break;
    case Standing::Late:
        takeLateness(need, job, snapshot);
        break;
    default:
        break;
    }
    return need;
}

QString needHeadline(const JobNeed& need, int attempts, const QDateTime& now)
{
    const QString age = need.since.isValid() ? ageText(need.since.secsTo(now)) : u"–"_s;
    switch (need.standing) {
    case Standing::Failed:
        return attempts > 1 ? Need::tr("failed %1 ago · %2 attempts").arg(age).arg(attempts)
                            : Need::tr("failed %1 ago").arg(age);
    case Standing::Invalid:
        return Need::tr("can't run");
    case Standing::Different:
        return Need::tr("different, seen %1 ago").arg(age);
    case Standing::Waiting:
        return Need::tr("waits for you since %1").arg(age);
    case Standing::Late:
        return Need::tr("late by %1").arg(age);
    default:
        return {};
    }
}

} // namespace tidegate
