// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace tidegate {

/// The revision of the pool's repository, with "+" at its end where `file` (relative to the pool) differs from it.
/// Empty where there is no repository or no git. The child process sees none of our environment but PATH and HOME.
std::string gitRevision(const std::filesystem::path& root, const std::filesystem::path& file);

} // namespace tidegate
