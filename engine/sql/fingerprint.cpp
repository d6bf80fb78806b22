// SPDX-License-Identifier: Apache-2.0
#include "sql/fingerprint.h"

#include <fmt/format.h>

namespace tidegate::sql {

std::uint64_t fnv1a(std::string_view bytes, std::uint64_t seed)
{
    constexpr std::uint64_t prime = 1099511628211ULL;
    for (const char c : bytes)
        seed = (seed ^ static_cast<unsigned char>(c)) * prime;
    return seed;
}

std::string hex16(std::uint64_t value)
{
    return fmt::format("{:016x}", value);
}

std::string hex8(std::uint64_t value)
{
    return fmt::format("{:08x}", static_cast<std::uint32_t>(value ^ (value >> 32U)));
}

} // namespace tidegate::sql
