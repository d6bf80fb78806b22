// SPDX-License-Identifier: Apache-2.0
#include "pool/pool.h"

#include "base/closest.h"
#include "job/findingerror.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate {

namespace fs = std::filesystem;

namespace {

template <typename Definition>
const PoolFile<Definition>* byName(const std::vector<PoolFile<Definition>>& files, std::string_view name)
{
    const auto found = std::find_if(files.begin(), files.end(), [name](const auto& file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

template <typename Definition>
void append(Findings& all, const std::vector<PoolFile<Definition>>& files)
{
    for (const auto& file : files)
        all.insert(all.end(), file.findings.begin(), file.findings.end());
}

template <typename Definition>
std::vector<std::string> namesOf(const std::vector<PoolFile<Definition>>& files)
{
    std::vector<std::string> names;
    for (const auto& file : files)
        names.push_back(file.name);
    return names;
}

std::string listed(const std::vector<std::string>& names)
{
    return fmt::format("{}", fmt::join(names, ", "));
}

/// The first error of a file, as an error of whoever needs that file.
template <typename Definition>
Error invalidFile(const PoolFile<Definition>& file)
{
    const auto first = std::find_if(file.findings.begin(), file.findings.end(),
                                    [](const Finding& finding) { return finding.severity == Severity::Error; });
    if (first != file.findings.end())
        return toError(*first);
    Error error{ErrorCode::Invalid, fmt::format("{} is not valid", file.path.generic_string()),
                "`tidegatectl pool check` shows everything"};
    return error.with("file", file.path.generic_string());
}

} // namespace

Findings Pool::findings() const
{
    Findings all = poolFindings;
    append(all, connections);
    append(all, environments);
    append(all, jobs);
    std::stable_sort(all.begin(), all.end(), [](const Finding& left, const Finding& right) {
        return std::tie(left.file, left.range.line, left.range.column) <
               std::tie(right.file, right.range.line, right.range.column);
    });
    return all;
}

const PoolFile<JobDefinition>* Pool::job(std::string_view wanted) const
{
    return byName(jobs, wanted);
}

const PoolFile<ConnectionDefinition>* Pool::connection(std::string_view wanted) const
{
    return byName(connections, wanted);
}

const PoolFile<EnvironmentDefinition>* Pool::environment(std::string_view wanted) const
{
    return byName(environments, wanted);
}

Result<fs::path> findPoolRoot(const fs::path& from)
{
    std::error_code failure;
    const fs::path start = fs::absolute(from, failure).lexically_normal();
    for (fs::path folder = start; !failure;) {
        if (fs::is_regular_file(folder / "pool.yaml", failure))
            return folder;
        failure.clear();
        const fs::path parent = folder.parent_path();
        if (parent == folder)
            break;
        folder = parent;
    }
    return Error{ErrorCode::NotFound, fmt::format("there is no pool at or above {}", start.string()),
                 "a pool has a file pool.yaml; name its folder with --pool"};
}

Result<ConnectionDefinition> resolveConnection(const Pool& pool, const EnvironmentDefinition* environment,
                                               std::string_view name)
{
    std::string meant(name);
    if (environment) {
        if (const auto mapped = environment->connections.find(meant); mapped != environment->connections.end())
            meant = mapped->second;
    }
    const auto* file = pool.connection(meant);
    if (!file) {
        const std::string near = closest(meant, namesOf(pool.connections));
        Error error{ErrorCode::NotFound, fmt::format("there is no connection `{}`", meant),
                    near.empty() ? fmt::format("make connections/{}.yaml, or map the name in the environment", meant)
                                 : fmt::format("did you mean `{}`?", near)};
        if (meant != name)
            error.message += fmt::format(" (`{}` in environment {})", name, environment->name);
        return error.with("file", fmt::format("connections/{}.yaml", meant));
    }
    if (!file->definition)
        return invalidFile(*file);
    return *file->definition;
}

Result<const EnvironmentDefinition*> chooseEnvironment(const Pool& pool, std::string_view wanted)
{
    const PoolFile<EnvironmentDefinition>* file = nullptr;
    if (!wanted.empty()) {
        file = pool.environment(wanted);
        if (!file) {
            const auto names = namesOf(pool.environments);
            const std::string near = closest(wanted, names);
            return Error{ErrorCode::NotFound, fmt::format("there is no environment `{}`", wanted),
                         !near.empty()   ? fmt::format("did you mean `{}`?", near)
                         : names.empty() ? "the pool has no environments"
                                         : fmt::format("the pool has {}", listed(names))};
        }
    } else if (pool.environments.size() > 1) {
        return Error{ErrorCode::Usage, "the pool has several environments",
                     fmt::format("name one with --env: {}", listed(namesOf(pool.environments)))};
    } else if (pool.environments.size() == 1) {
        file = &pool.environments.front();
    }
    if (!file)
        return static_cast<const EnvironmentDefinition*>(nullptr);
    if (!file->definition)
        return invalidFile(*file);
    return &*file->definition;
}

} // namespace tidegate
