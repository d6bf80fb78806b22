// SPDX-License-Identifier: Apache-2.0
#include "models/joblistitem.h"

#include "models/qtconvert.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::JobListItem)
};

QString scheduleWord(const QString& cron)
{
    const auto fields = cron.split(u' ', Qt::SkipEmptyParts);
    if (fields.size() != 5 || fields[2] != u"*" || fields[3] != u"*" || fields[4] != u"*")
        return cron;
    bool minuteIsNumber = false;
    bool hourIsNumber = false;
    static_cast<void>(fields[0].toInt(&minuteIsNumber));
    static_cast<void>(fields[1].toInt(&hourIsNumber));
    if (minuteIsNumber && hourIsNumber)
        return Words::tr("daily");
    if (minuteIsNumber && fields[1] == u"*")
        return Words::tr("hourly");
    if (fields[0].startsWith(u"*/"_s) && fields[1] == u"*")
        return Words::tr("%1 min").arg(fields[0].mid(2));
    return cron;
}

} // namespace

/// customers/<customer>/jobs/<job>.yaml
QString customerOf(const std::filesystem::path& path)
{
    auto part = path.begin();
    return path.empty() || ++part == path.end() ? QString() : toQt(part->string());
}

JobState JobListItem::state() const
{
    if (problems > 0)
        return JobState::Invalid;
    if (lastRun != JobState::Idle)
        return lastRun;
    return paused ? JobState::Paused : JobState::Idle;
}

QString JobListItem::stateText() const
{
    if (lastRun == JobState::Running)
        return Words::tr("running");
    if (edited)
        return Words::tr("edited");
    if (problems > 0)
        return problems == 1 ? Words::tr("1 problem") : Words::tr("%1 problems").arg(problems);
    if (lastRun == JobState::Failed)
        return Words::tr("failed");
    return paused ? Words::tr("paused") : scheduleWord(schedule);
}

JobListItem jobListItem(const PoolFile<JobDefinition>& file)
{
    JobListItem job;
    job.name = toQt(file.name);
    job.path = toQt(file.path.generic_string());
    job.problems = static_cast<int>(
        std::ranges::count_if(file.findings, [](const auto& each) { return each.severity == Severity::Error; }));
    if (file.definition && file.definition->schedule) {
        job.schedule = toQt(file.definition->schedule->cron);
        job.paused = file.definition->schedule->paused;
    }
    return job;
}

} // namespace tidegate
