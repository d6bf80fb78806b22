// SPDX-License-Identifier: Apache-2.0
#include "cli/commandcontext.h"

#include "cli/suggestion.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::cli {

std::filesystem::path absoluteRoot(const Pool& pool)
{
    std::error_code ignored; // what can't be made absolute is refused by the agent
    return std::filesystem::absolute(pool.root, ignored).lexically_normal();
}

Result<Pool> CommandContext::readPool() const
{
    if (!m_options.pool.empty())
        return tidegate::readPool(m_options.pool);
    std::error_code code;
    const auto here = std::filesystem::current_path(code);
    if (code)
        return Error{ErrorCode::Io, fmt::format("the working directory can't be read: {}", code.message()),
                     "name the pool with --pool"};
    const auto root = findPoolRoot(here);
    return root ? tidegate::readPool(*root) : Result<Pool>(root.error());
}

Result<const Workplace*> CommandContext::workplace()
{
    auto pool = readPool();
    if (!pool)
        return pool.error();
    m_workplace.pool = *std::move(pool);
    const auto environment = chooseEnvironment(m_workplace.pool, m_options.environment);
    if (!environment)
        return environment.error();
    m_workplace.environment = *environment;
    return &m_workplace;
}

Result<const PoolFile<JobDefinition>*> findJob(const Pool& pool, std::string_view name)
{
    if (const auto* file = pool.job(name))
        return file;
    std::vector<std::string> names;
    std::transform(pool.jobs.begin(), pool.jobs.end(), std::back_inserter(names),
                   [](const auto& job) { return job.name; });
    std::string hint = suggestion(name, names);
    if (hint.empty())
        hint = "`tidegatectl job list` shows the jobs of the pool";
    return Error{ErrorCode::NotFound, fmt::format("no job `{}` in the pool {}", name, pool.root.string()),
                 std::move(hint)};
}

Result<const JobDefinition*> validJob(const Pool& pool, std::string_view name, Output& output)
{
    const auto file = findJob(pool, name);
    if (!file)
        return file.error();
    const PoolFile<JobDefinition>& job = **file;
    if (job.definition && !hasErrors(job.findings))
        return &*job.definition;
    std::vector<const Finding*> errors;
    for (const Finding& finding : job.findings) {
        if (finding.severity == Severity::Error) {
            output.diagnostic(finding);
            errors.push_back(&finding);
        }
    }
    Error error{ErrorCode::Invalid, fmt::format("{} is not valid", job.path.string()),
                "correct the file; `tidegatectl pool check` shows every finding"};
    if (!errors.empty())
        error.message += fmt::format(": {}", errors.front()->message);
    if (errors.size() > 1)
        error.message += fmt::format(", and {} more", errors.size() - 1);
    return error.with("file", job.path.string());
}

} // namespace tidegate::cli
