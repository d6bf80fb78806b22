// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>

namespace tidegate::agent {

/// Changes when a file of the pool comes, goes or is written: names, sizes and times of what readPool() reads. Much
/// cheaper than reading it.
std::uint64_t poolFingerprint(const std::filesystem::path& root);

} // namespace tidegate::agent
