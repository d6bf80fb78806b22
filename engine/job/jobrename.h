// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate {

struct Pool;

/// What happens to one file of a pool. The path is relative to the pool's root.
struct FileChange
{
    std::filesystem::path path;
    std::optional<std::string> before; ///< absent: the file must not exist
    std::optional<std::string> after;  ///< absent: the file goes
};

/// Gives a job another name: a new file with `job:` changed and `id:` set to what the ledger calls the job, so that it
/// continues where it was; then the old file goes. Every other byte stays. NotFound, Usage for a bad name, Conflict for
/// a name that is taken.
Result<std::vector<FileChange>> renameJob(const Pool& pool, std::string_view name, std::string_view newName);

/// Does the changes one after another, each atomically. If one can't be done, because a file changed underneath for
/// example, the ones before it are taken back.
Result<void> applyFileChanges(const std::filesystem::path& root, const std::vector<FileChange>& changes);

} // namespace tidegate
