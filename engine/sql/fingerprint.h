// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate::sql {

/// FNV-1a, 64 bits: the same on every machine and in every version, which a ledger needs. `seed` chains calls.
std::uint64_t fnv1a(std::string_view bytes, std::uint64_t seed = 14695981039346656037ULL);

std::string hex16(std::uint64_t value);
/// Eight hex digits, made from both halves.
std::string hex8(std::uint64_t value);

/// Which parts of a job differ between two fingerprints (JobPlan::configHash): "source", "where", "columns", "key",
/// "watermark", "target". Empty where one was not made by this version.
std::vector<std::string> changedParts(std::string_view before, std::string_view now);

} // namespace tidegate::sql
