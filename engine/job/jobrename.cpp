// SPDX-License-Identifier: Apache-2.0
#include "job/jobrename.h"

#include "base/atomicfile.h"
#include "job/jobedit.h"
#include "job/valuekinds.h"
#include "pool/pool.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate {

namespace fs = std::filesystem;

namespace {

/// Takes the file away if it still holds what was read.
Result<void> removeIfUnchanged(const fs::path& path, std::string_view expected)
{
    const auto current = readFile(path);
    if (!current)
        return current.error();
    if (*current != expected) {
        Error error{ErrorCode::Conflict, fmt::format("{} changed on disk since it was read", path.string()),
                    "look at it, then try again; nothing was removed"};
        return error.with("file", path.string());
    }
    std::error_code failure;
    if (!fs::remove(path, failure))
        return Error{ErrorCode::Io, fmt::format("can't remove {}: {}", path.string(), failure.message())};
    return {};
}

Result<void> apply(const fs::path& root, const FileChange& change)
{
    const fs::path path = root / change.path;
    if (!change.before)
        return change.after ? createFile(path, *change.after) : Result<void>();
    return change.after ? saveIfUnchanged(path, *change.before, *change.after)
                        : removeIfUnchanged(path, *change.before);
}

Result<std::string> renamedText(const JobDefinition& job, const std::string& text, std::string_view newName)
{
    const auto name = setJobValue(text, "job", newName);
    if (!name)
        return name.error();
    std::string result = applied(text, *name);
    const bool backToFirstName = job.id == newName;
    const bool hasId = job.id != job.name;
    if (backToFirstName && !hasId)
        return result;
    const auto id = backToFirstName ? unsetJobValue(result, "id") : setJobValue(result, "id", job.id);
    if (!id)
        return id.error();
    return applied(result, *id);
}

} // namespace

Result<std::vector<FileChange>> renameJob(const Pool& pool, std::string_view name, std::string_view newName)
{
    const auto* file = pool.job(name);
    if (!file)
        return Error{ErrorCode::NotFound, fmt::format("there is no job `{}`", name), "`job list` shows them"};
    if (!file->definition)
        return Error{ErrorCode::Invalid, fmt::format("{} is not valid", file->path.generic_string()),
                     "repair it first: `pool check` says what is wrong"};
    if (const auto problem = kindProblem("identifier", newName))
        return Error{ErrorCode::Usage, problem->message, problem->hint};
    const auto owner = std::find_if(pool.jobs.begin(), pool.jobs.end(), [&](const auto& job) {
        return job.name != name && (job.name == newName || (job.definition && job.definition->id == newName));
    });
    if (owner != pool.jobs.end() || name == newName)
        return Error{ErrorCode::Conflict, fmt::format("the name `{}` is taken", newName),
                     owner == pool.jobs.end() ? "it is this job's own"
                                              : fmt::format("by {}", owner->path.generic_string())};
    auto text = renamedText(*file->definition, file->text, newName);
    if (!text)
        return std::move(text).error();
    const fs::path newPath = file->path.parent_path() / fmt::format("{}.yaml", newName);
    return std::vector<FileChange>{{newPath, std::nullopt, *std::move(text)}, {file->path, file->text, std::nullopt}};
}

Result<void> applyFileChanges(const fs::path& root, const std::vector<FileChange>& changes)
{
    for (std::size_t done = 0; done < changes.size(); ++done) {
        auto result = apply(root, changes[done]);
        if (result)
            continue;
        Error error = std::move(result).error();
        for (std::size_t i = done; i > 0; --i) {
            const FileChange& change = changes[i - 1];
            if (const auto back = apply(root, {change.path, change.after, change.before}); !back)
                error.with("not_taken_back", change.path.generic_string());
        }
        return error;
    }
    return {};
}

} // namespace tidegate
