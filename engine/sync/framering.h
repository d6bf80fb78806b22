// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/frame.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace tidegate {

/// A few frames between a reading and a writing thread. Frames go round: a used one comes back empty, so the memory is
/// that of `capacity` frames. Either side waits for the other, and how long it did is measured.
class FrameRing
{
public:
    explicit FrameRing(std::size_t capacity);

    /// For the reader: an empty frame. Nothing when a stop was requested.
    std::optional<Frame> takeEmpty(const std::stop_token& stop);
    void putFull(Frame frame);
    /// For the reader: no more frames come.
    void close();

    /// For the writer: the next full frame. Nothing after close() when all are taken, or when a stop was requested.
    std::optional<Frame> takeFull(const std::stop_token& stop);
    void putEmpty(Frame frame);

    [[nodiscard]] std::chrono::nanoseconds writerStarved() const { return std::chrono::nanoseconds(m_writerStarved); }
    [[nodiscard]] std::chrono::nanoseconds readerBlocked() const { return std::chrono::nanoseconds(m_readerBlocked); }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<Frame> m_empty;
    std::deque<Frame> m_full;
    bool m_closed = false;
    std::atomic<std::int64_t> m_writerStarved{0};
    std::atomic<std::int64_t> m_readerBlocked{0};
};

} // namespace tidegate
