// SPDX-License-Identifier: Apache-2.0
#include "sync/framering.h"

namespace tidegate {

namespace {

using Clock = std::chrono::steady_clock;

class Stopwatch
{
public:
    explicit Stopwatch(std::atomic<std::int64_t>& total) : m_total(total) {}
    ~Stopwatch() { m_total += std::chrono::nanoseconds(Clock::now() - m_start).count(); }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    std::atomic<std::int64_t>& m_total;
    Clock::time_point m_start = Clock::now();
};

} // namespace

FrameRing::FrameRing(std::size_t capacity) : m_empty(capacity) {}

std::optional<Frame> FrameRing::takeEmpty(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    if (m_empty.empty()) {
        const Stopwatch watch(m_readerBlocked);
        m_changed.wait(lock, stop, [this] { return !m_empty.empty(); });
    }
    if (stop.stop_requested() || m_empty.empty())
        return std::nullopt;
    Frame frame = std::move(m_empty.back());
    m_empty.pop_back();
    return frame;
}

void FrameRing::putFull(Frame frame)
{
    const std::scoped_lock lock(m_mutex);
    m_full.push_back(std::move(frame));
    m_changed.notify_all();
}

void FrameRing::close()
{
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

std::optional<Frame> FrameRing::takeFull(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    if (m_full.empty() && !m_closed) {
        const Stopwatch watch(m_writerStarved);
        m_changed.wait(lock, stop, [this] { return !m_full.empty() || m_closed; });
    }
    if (stop.stop_requested() || m_full.empty())
        return std::nullopt;
    Frame frame = std::move(m_full.front());
    m_full.pop_front();
    return frame;
}

void FrameRing::putEmpty(Frame frame)
{
    const std::scoped_lock lock(m_mutex);
    m_empty.push_back(std::move(frame));
    m_changed.notify_all();
}

} // namespace tidegate
