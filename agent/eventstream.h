// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/eventqueue.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <thread>
#include <utility>

namespace tidegate::agent {

/// Events are read from a queue in batches of at most this many: 40 log lines of control characters, six bytes each in
/// JSON, still fit a line of the protocol.
inline constexpr std::size_t streamBatch = 40;

/// A thread that hands the events of a queue to `send`, oldest first, from `since` on. A slow `send` makes the queue
/// drop, never wait. Ends when `send` says false, or with the thread's owner.
template <typename T, typename Send>
std::jthread streamEvents(const rpc::EventQueue<T>& queue, std::int64_t since, Send send)
{
    return std::jthread([&queue, since, send = std::move(send)](const std::stop_token& stop) {
        std::int64_t seen = since;
        while (queue.waitFor(seen, stop)) {
            const auto batch = queue.read(seen, streamBatch);
            if (stop.stop_requested() || !send(batch))
                return;
            seen = batch.events.back().id;
        }
    });
}

} // namespace tidegate::agent
