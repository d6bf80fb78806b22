// SPDX-License-Identifier: Apache-2.0
#include "agent/poolparams.h"

#include "agent/poolreads.h"
#include "job/findingerror.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tidegate::agent {

namespace {

Result<JobDefinition> definitionOf(const PoolFile<JobDefinition>& file)
{
    if (file.definition && !hasErrors(file.findings))
        return *file.definition;
    const auto first = std::find_if(file.findings.begin(), file.findings.end(),
                                    [](const Finding& finding) { return finding.severity == Severity::Error; });
    if (first == file.findings.end())
        return Error{ErrorCode::Invalid, fmt::format("{} can't be read as a job", file.path.string()),
                     "correct the file"};
    return toError(*first);
}

} // namespace

Result<RequestPoolPtr> RequestPool::read(const nlohmann::json& params)
{
    const std::filesystem::path root = params.at("pool").get<std::string>();
    if (!root.is_absolute())
        return Error{ErrorCode::Usage, fmt::format("the pool `{}` is no absolute folder", root.string()),
                     "send the whole path"};
    static PoolReads reads;
    auto pool = reads.read(root);
    if (!pool)
        return pool.error();
    RequestPoolPtr result(new RequestPool(*std::move(pool)));
    const auto environment = chooseEnvironment(*result->m_pool, params.value("environment", ""));
    if (!environment)
        return environment.error();
    result->m_environment = *environment;
    return result;
}

Place RequestPool::place() const
{
    std::string folder = m_pool->root.lexically_normal().string();
    if (folder.size() > 1 && folder.back() == '/')
        folder.pop_back();
    return {std::move(folder), m_environment != nullptr ? m_environment->name : std::string()};
}

Error noSuchJob(const Pool& pool, std::string_view name)
{
    return {ErrorCode::NotFound, fmt::format("no job `{}` in the pool {}", name, pool.root.string()),
            "look at the list of jobs"};
}

Result<JobDefinition> requestedJob(const Pool& pool, const nlohmann::json& params)
{
    const auto name = params.at("job").get<std::string>();
    const auto* file = pool.job(name);
    if (const auto text = params.value("text", nlohmann::json()); !text.is_null()) {
        const auto path = file != nullptr ? file->path : std::filesystem::path(name + ".yaml");
        return definitionOf(parseJob(text.get<std::string>(), name, path, &pool));
    }
    if (file == nullptr)
        return noSuchJob(pool, name);
    return definitionOf(*file);
}

} // namespace tidegate::agent
