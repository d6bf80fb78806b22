// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace tidegate {

/// The revision of the pool's repository, with "+" at its end where `file` (relative to the pool) differs from it.
/// Empty where there is no repository or no git. The child process sees none of our environment but PATH and HOME.
std::string gitRevision(const std::filesystem::path& root, const std::filesystem::path& file);

/// A file of the pool as a revision holds it.
struct CommittedFile
{
    std::filesystem::path path; ///< relative to the pool
    std::string text;
};

/// The file of the job `name` in `revision` (HEAD, a branch, a commit), wherever it lay then. NotFound or Usage where
/// there is no repository, no such revision or no such job in it.
Result<CommittedFile> committedJob(const std::filesystem::path& root, std::string_view revision, std::string_view name);

} // namespace tidegate
