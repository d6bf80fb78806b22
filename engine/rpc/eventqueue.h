// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace tidegate::rpc {

/// Ids that a bounded queue no longer has, both ends included.
struct DroppedIds
{
    std::int64_t from = 0;
    std::int64_t to = 0;
};

/// The newest `capacity` events, numbered from 1. Writers never wait: the oldest event makes room. A reader keeps the
/// last id that it saw and learns which ones it missed. Any number of threads.
template <typename T>
class EventQueue
{
public:
    struct Event
    {
        std::int64_t id = 0;
        T value;
    };
    struct Batch
    {
        std::vector<Event> events;
        std::optional<DroppedIds> dropped; ///< ids after `since` that were gone already
    };

    explicit EventQueue(std::size_t capacity) : m_capacity(capacity) {}

    std::int64_t push(T value)
    {
        const std::lock_guard lock(m_mutex);
        m_events.push_back({++m_lastId, std::move(value)});
        if (m_events.size() > m_capacity)
            m_events.pop_front();
        m_changed.notify_all();
        return m_lastId;
    }

    /// At most `limit` events with id > since, oldest first. Does not wait. A `since` of the future (of another
    /// process, before a restart) counts as 0.
    Batch read(std::int64_t since, std::size_t limit) const
    {
        const std::lock_guard lock(m_mutex);
        Batch batch;
        since = normalized(since);
        const std::int64_t firstId = m_lastId - static_cast<std::int64_t>(m_events.size()) + 1;
        if (since + 1 < firstId)
            batch.dropped = DroppedIds{since + 1, firstId - 1};
        auto index = static_cast<std::size_t>(since < firstId ? 0 : since - firstId + 1);
        for (; index < m_events.size() && batch.events.size() < limit; ++index)
            batch.events.push_back(m_events[index]);
        return batch;
    }

    /// Waits until there is an event with id > since. False: asked to stop.
    bool waitFor(std::int64_t since, std::stop_token stop) const
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait(lock, std::move(stop), [&] { return m_lastId > normalized(since); });
    }

    std::int64_t lastId() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lastId;
    }

private:
    std::int64_t normalized(std::int64_t since) const { return since < 0 || since > m_lastId ? 0 : since; }

    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    std::deque<Event> m_events;
    std::int64_t m_lastId = 0;
};

} // namespace tidegate::rpc
