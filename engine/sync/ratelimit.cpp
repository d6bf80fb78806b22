// SPDX-License-Identifier: Apache-2.0
#include "sync/ratelimit.h"

#include "base/pause.h"

#include <algorithm>

namespace tidegate {

namespace {

constexpr double burstSeconds = 0.25;

} // namespace

RateLimit::RateLimit(std::uint64_t bytesPerSecond)
    : m_perSecond(static_cast<double>(bytesPerSecond)), m_tokens(m_perSecond * burstSeconds)
{
}

void RateLimit::pass(std::uint64_t bytes, const std::stop_token& stop)
{
    if (m_perSecond <= 0)
        return;
    const auto now = Clock::now();
    m_tokens = std::min(m_perSecond * burstSeconds,
                        m_tokens + m_perSecond * std::chrono::duration<double>(now - m_filledAt).count());
    m_filledAt = now;
    m_tokens -= static_cast<double>(bytes); // a debt is paid by waiting, so a large frame passes whole
    if (m_tokens >= 0)
        return;
    pauseFor(std::chrono::nanoseconds(static_cast<std::int64_t>(-m_tokens / m_perSecond * 1e9)), stop);
}

} // namespace tidegate
