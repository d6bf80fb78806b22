// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace tidegate {

/// The whole file, byte for byte. NotFound, Io, or Invalid where it is larger than `limit` bytes or no regular file.
Result<std::string> readFile(const std::filesystem::path& path, std::uintmax_t limit = 64 * 1024 * 1024);

/// Replaces or makes the file: readers see the old text or the new one, never a part, also after a power cut. Symlinks
/// are followed and the mode is kept. On any failure (a full disk) the old file stays whole and nothing is left beside
/// it.
Result<void> saveFile(const std::filesystem::path& path, std::string_view text);

/// saveFile() that first makes sure that the file still holds `expected`. Conflict if it does not: then the file keeps
/// what the other side wrote, and the caller still has `text`, so neither version is lost.
Result<void> saveIfUnchanged(const std::filesystem::path& path, std::string_view expected, std::string_view text);

/// Makes a file that must not exist yet. Conflict if it does.
Result<void> createFile(const std::filesystem::path& path, std::string_view text);

} // namespace tidegate
