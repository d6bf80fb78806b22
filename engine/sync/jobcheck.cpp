// SPDX-License-Identifier: Apache-2.0
#include "sync/jobcheck.h"

#include "job/findingerror.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate {

namespace {

Error usage(std::string message, std::string hint)
{
    return Error{ErrorCode::Usage, std::move(message), std::move(hint)};
}

Error unsupported(std::string message, std::string hint)
{
    return Error{ErrorCode::Unsupported, std::move(message), std::move(hint)};
}

/// Under the name in pool.yaml the ledger keeps who owns its rows, so a run must not guess it.
Result<void> checkPoolFile(const Pool& pool)
{
    const auto broken = std::find_if(pool.poolFindings.begin(), pool.poolFindings.end(), [](const Finding& finding) {
        return finding.severity == Severity::Error && finding.file == "pool.yaml";
    });
    if (broken == pool.poolFindings.end())
        return {};
    return toError(*broken);
}

} // namespace

Result<JobDefinition> validJob(const Pool& pool, std::string_view jobName)
{
    const auto* file = pool.job(jobName);
    if (!file)
        return Error{ErrorCode::NotFound, fmt::format("the pool {} has no job {}", pool.name, jobName),
                     "`tidegatectl job list` shows the jobs"};
    if (auto checked = checkPoolFile(pool); !checked)
        return checked.error();
    const auto broken = std::find_if(file->findings.begin(), file->findings.end(),
                                     [](const Finding& finding) { return finding.severity == Severity::Error; });
    if (file->definition && broken == file->findings.end())
        return *file->definition;
    if (broken != file->findings.end())
        return toError(*broken);
    return Error{ErrorCode::Invalid, fmt::format("job {} is not valid", jobName),
                 "`tidegatectl pool check` shows everything"};
}

Result<void> checkRunnable(const JobDefinition& job, const RunOptions& options)
{
    if (options.window)
        return unsupported("`--window` (a backfill) is not in this version", "`run --reload` reads everything again");
    if (!job.unsupported.empty())
        return unsupported(fmt::format("job {}: {}", job.name, job.unsupported.front()),
                           "`tidegatectl pool check` notes what this version can't run");
    if (job.transport == Transport::Kafka)
        return unsupported(fmt::format("job {}: transport kafka is not in this version", job.name),
                           "use transport: direct");
    if (job.apply == Apply::ReplacePartition && job.mode == Mode::Incremental)
        return unsupported(fmt::format("job {}: apply replace_partition is not in this version", job.name),
                           "use apply: merge");
    if (job.onBadRow == OnBadRow::Quarantine)
        return unsupported(fmt::format("job {}: on_bad_row quarantine is not in this version", job.name),
                           "use on_bad_row: stop");
    if (options.again && options.reload)
        return usage("`--again` and `--reload` exclude each other", "choose one");
    if (options.again && job.mode == Mode::Full)
        return usage(fmt::format("job {} is loaded in full, so there is no window to read again", job.name),
                     "use `run`");
    if (options.again && job.apply == Apply::Append)
        return usage(fmt::format("job {} appends: reading a window again would double its rows", job.name),
                     "use `run --reload`");
    if (job.mode == Mode::Incremental && !job.watermark)
        return Error{ErrorCode::Invalid, fmt::format("job {} is incremental and has no watermark", job.name),
                     "add `watermark:`, or set mode: full"};
    return {};
}

} // namespace tidegate
