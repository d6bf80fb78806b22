// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tidegate {

/// A size as people write it: "512KiB", "1MiB", "10GB". KiB, MiB, GiB, TiB count in 1024, kB, MB, GB, TB in 1000, B is
/// a byte. Invalid for anything else; a bare number gets a proposal in the hint and in the detail "fix".
Result<std::uint64_t> parseBytes(std::string_view text);

/// Bytes per second: "50MiB/s".
Result<std::uint64_t> parseByteRate(std::string_view text);

/// The shortest exact form that parseBytes() reads back: 1048576 is "1MiB", 1000 is "1kB".
std::string bytesToString(std::uint64_t bytes);

} // namespace tidegate
