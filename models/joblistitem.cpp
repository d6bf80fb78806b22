// SPDX-License-Identifier: Apache-2.0
#include "models/joblistitem.h"

#include "models/qtconvert.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("JobListModel", text);
}

QString scheduleWord(const Schedule& schedule)
{
    const auto cron = toQt(schedule.cron);
    const auto fields = cron.split(u' ', Qt::SkipEmptyParts);
    if (fields.size() != 5 || fields[2] != u"*" || fields[3] != u"*" || fields[4] != u"*")
        return cron;
    bool minuteIsNumber = false;
    bool hourIsNumber = false;
    static_cast<void>(fields[0].toInt(&minuteIsNumber));
    static_cast<void>(fields[1].toInt(&hourIsNumber));
    if (minuteIsNumber && hourIsNumber)
        return tr("daily");
    if (minuteIsNumber && fields[1] == u"*")
        return tr("hourly");
    if (fields[0].startsWith(u"*/"_s) && fields[1] == u"*")
        return tr("%1 min").arg(fields[0].mid(2));
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
        return tr("running");
    if (edited)
        return tr("edited");
    if (problems > 0)
        return problems == 1 ? tr("1 problem") : tr("%1 problems").arg(problems);
    if (lastRun == JobState::Failed)
        return tr("failed");
    return paused ? tr("paused") : schedule;
}

JobListItem jobListItem(const PoolFile<JobDefinition>& file)
{
    JobListItem job;
    job.name = toQt(file.name);
    job.path = toQt(file.path.generic_string());
    job.problems = static_cast<int>(
        std::ranges::count_if(file.findings, [](const auto& each) { return each.severity == Severity::Error; }));
    if (file.definition && file.definition->schedule) {
        job.schedule = scheduleWord(*file.definition->schedule);
        job.paused = file.definition->schedule->paused;
    }
    return job;
}

} // namespace tidegate
