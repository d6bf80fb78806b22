// SPDX-License-Identifier: Apache-2.0
#include "models/overview/overviewdata.h"

#include "models/jsonread.h"
#include "pool/pool.h"

#include <QHash>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

constexpr std::size_t mostCells = 500;

CellState cellState(const QString& word)
{
    if (word == u"ran")
        return CellState::Ran;
    if (word == u"failed")
        return CellState::Failed;
    if (word == u"late")
        return CellState::Late;
    if (word == u"running")
        return CellState::Running;
    return word == u"unplanned" ? CellState::Unplanned : CellState::NoData;
}

std::vector<OverviewCell> cellsFrom(const json& list)
{
    std::vector<OverviewCell> cells;
    for (const json& cell : list) {
        if (cells.size() == mostCells)
            break;
        cells.push_back({cellState(jsonText(cell, "state")), jsonNumber<qint64>(cell, "rows").value_or(0)});
    }
    return cells;
}

std::optional<OverviewRun> runFrom(const json& run)
{
    if (!run.is_object())
        return {};
    OverviewRun last;
    last.state = jsonText(run, "state");
    last.startedAt = jsonTime(run, "startedAt");
    last.endedAt = jsonTime(run, "endedAt");
    last.rowsRead = jsonNumber<qint64>(jsonMember(run, "rows"), "read").value_or(0);
    if (const json& error = jsonMember(run, "error"); error.is_object())
        last.error = errorFromJson(error);
    return last;
}

std::optional<OverviewProof> proofFrom(const json& verification)
{
    if (!verification.is_object())
        return {};
    OverviewProof proof;
    proof.level = jsonText(verification, "level");
    const QString word = jsonText(verification, "state");
    proof.result = word == u"equal"       ? OverviewProof::Result::Equal
                   : word == u"different" ? OverviewProof::Result::Different
                                          : OverviewProof::Result::NotComparable;
    proof.at = jsonTime(verification, "at");
    proof.differences = jsonNumber<qint64>(verification, "differences").value_or(0);
    return proof;
}

JobOverview jobFrom(const json& entry)
{
    JobOverview job;
    job.job = jsonText(entry, "job");
    job.cells = cellsFrom(jsonList(entry, "cells"));
    job.rows24h = jsonNumber<qint64>(entry, "rows24h").value_or(0);
    job.usualLow = jsonNumber<qint64>(entry, "usualLow");
    job.usualHigh = jsonNumber<qint64>(entry, "usualHigh");
    job.quarantined = jsonNumber<qint64>(entry, "quarantined").value_or(0);
    job.lastRun = runFrom(jsonMember(entry, "lastRun"));
    job.attempts = jsonNumber<int>(entry, "attempts").value_or(0);
    job.proof = proofFrom(jsonMember(entry, "verification"));
    job.delaySeconds = jsonNumber<double>(entry, "delaySeconds");
    if (const QDateTime next = jsonTime(entry, "next"); next.isValid())
        job.next = {next};
    return job;
}

void takeFile(JobOverview& job, const PoolFile<JobDefinition>& file)
{
    job.fileErrors = static_cast<int>(std::ranges::count(file.findings, Severity::Error, &Finding::severity));
    if (!file.definition)
        return;
    job.label = toQt(file.definition->description).section(u'\n', 0, 0).trimmed();
    if (const auto& schedule = file.definition->schedule) {
        job.cron = toQt(schedule->cron);
        job.paused = job.paused || schedule->paused;
    } else {
        job.cron.clear();
        job.next.clear();
    }
}

} // namespace

const JobOverview* OverviewSnapshot::job(const QString& name) const
{
    const auto found = std::ranges::find(jobs, name, &JobOverview::job);
    return found == jobs.end() ? nullptr : &*found;
}

OverviewSnapshot overviewFrom(const json& history)
{
    OverviewSnapshot snapshot;
    snapshot.asOf = jsonTime(history, "asOf");
    snapshot.from = jsonTime(history, "from");
    snapshot.secondsPerCell = std::max(1, jsonNumber<int>(history, "secondsPerCell").value_or(1800));
    for (const json& entry : jsonList(history, "jobs")) {
        JobOverview job = jobFrom(entry);
        if (!job.job.isEmpty())
            snapshot.jobs.push_back(std::move(job));
    }
    return snapshot;
}

void takeSchedule(OverviewSnapshot& snapshot, const json& schedule)
{
    snapshot.scheduleEnabled = jsonFlag(schedule, "enabled");
    QHash<QString, JobOverview*> known;
    for (JobOverview& job : snapshot.jobs)
        known.insert(job.job, &job);
    for (const json& entry : jsonList(schedule, "jobs")) {
        JobOverview* job = known.value(jsonText(entry, "job"));
        if (!job)
            continue;
        job->cron = jsonText(entry, "cron");
        job->paused = jsonFlag(entry, "paused");
        job->next.clear();
        for (const json& at : jsonList(entry, "next")) {
            if (at.is_string())
                job->next.push_back(QDateTime::fromString(toQt(at.get<std::string>()), Qt::ISODateWithMs).toUTC());
        }
    }
}

void takePool(OverviewSnapshot& snapshot, const Pool& pool)
{
    QHash<QString, JobOverview*> known;
    for (JobOverview& job : snapshot.jobs)
        known.insert(job.job, &job);
    std::vector<JobOverview> jobs;
    jobs.reserve(pool.jobs.size());
    for (const auto& file : pool.jobs) {
        const QString name = toQt(file.name);
        JobOverview* history = known.value(name);
        JobOverview& job = jobs.emplace_back(history ? std::move(*history) : JobOverview{});
        job.job = name;
        takeFile(job, file);
    }
    snapshot.jobs = std::move(jobs);
}

std::optional<qint64> cadence(const JobOverview& job)
{
    if (job.next.size() < 3)
        return {};
    const qint64 step = job.next[0].secsTo(job.next[1]);
    for (std::size_t i = 1; i + 1 < job.next.size(); ++i) {
        if (job.next[i].secsTo(job.next[i + 1]) != step)
            return {};
    }
    return step > 0 ? std::optional(step) : std::nullopt;
}

} // namespace tidegate
