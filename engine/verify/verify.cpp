// SPDX-License-Identifier: Apache-2.0
#include "verify/verify.h"

#include "db/cataloguereader.h"
#include "db/openconnection.h"
#include "verify/verifier.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

Result<const JobDefinition*> findJob(const Pool& pool, std::string_view jobName)
{
    const auto* file = pool.job(jobName);
    if (!file)
        return Error{ErrorCode::NotFound, fmt::format("pool {} has no job {}", pool.name, jobName),
                     "`tidegatectl job list` shows them"};
    if (!file->definition)
        return Error{ErrorCode::Invalid, fmt::format("job {} is not valid", jobName),
                     "`tidegatectl pool check` says why"};
    const auto& job = *file->definition;
    if (!job.unsupported.empty())
        return Error{ErrorCode::Unsupported, fmt::format("job {}: {}", jobName, job.unsupported.front()),
                     "`tidegatectl pool check` notes what this version can't run"};
    return &job;
}

Result<std::unique_ptr<Session>> openEnd(const Pool& pool, const EnvironmentDefinition* environment,
                                         const JobDefinition& job, Side side, VerifyObserver& observer,
                                         const std::stop_token& stop)
{
    const auto& name = side == Side::Source ? job.source.connection : job.target.connection;
    // The target's session makes a temporary table, and nothing else.
    auto session = openConnection(pool, environment, name,
                                  {.side = side, .job = job.name, .readOnly = side == Side::Source}, stop);
    if (session) {
        (*session)->setListener({[&observer, side](std::string_view title, std::string_view sql) {
                                     observer.onStatement(side, title, sql);
                                 },
                                 {}});
    }
    return session;
}

} // namespace

Result<VerifyReport> verifyJob(const Pool& pool, const EnvironmentDefinition* environment, std::string_view jobName,
                               const VerifyOptions& options, VerifyObserver& observer, std::stop_token stop)
{
    const auto begun = std::chrono::steady_clock::now();
    if (options.level != VerifyLevel::L1 && options.level != VerifyLevel::L3)
        return Error{ErrorCode::Unsupported, "verification at this level is not in this version",
                     "use --level L1 or --level L3"};
    const auto job = findJob(pool, jobName);
    if (!job)
        return job.error();
    const auto source = openEnd(pool, environment, **job, Side::Source, observer, stop);
    if (!source)
        return source.error();
    const auto target = openEnd(pool, environment, **job, Side::Target, observer, stop);
    if (!target)
        return target.error();
    auto inputs = readInputs(**source, **target, **job, stop);
    if (!inputs)
        return inputs.error();
    const auto plan = sql::planJob(*std::move(inputs));
    if (!plan)
        return plan.error();
    auto report = Verifier(*plan, **source, **target, options, observer, stop).run();
    if (report)
        report->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return report;
}

} // namespace tidegate
