// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <stop_token>

namespace tidegate {

/// A token bucket of bytes with room for a quarter of a second. 0 bytes per second: no limit.
class RateLimit
{
public:
    explicit RateLimit(std::uint64_t bytesPerSecond);
    /// Waits until `bytes` may pass; a stop request ends the wait.
    void pass(std::uint64_t bytes, const std::stop_token& stop);

private:
    using Clock = std::chrono::steady_clock;

    double m_perSecond;
    double m_tokens;
    Clock::time_point m_filledAt = Clock::now();
};

} // namespace tidegate
