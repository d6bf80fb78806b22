// SPDX-License-Identifier: Apache-2.0
#include "agent/poolreads.h"

#include <exception>

namespace tidegate::agent {

/// Whatever happens is an answer: those who wait for it would wait for ever.
PoolReads::Shared PoolReads::readNow(const std::filesystem::path& root) const
{
    try {
        auto pool = m_reader(root);
        return pool ? Shared(std::make_shared<const Pool>(*std::move(pool))) : Shared(pool.error());
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal, "the pool " + root.string() + " can't be read: " + exception.what()};
    }
}

PoolReads::Shared PoolReads::read(const std::filesystem::path& root)
{
    std::unique_lock lock(m_mutex);
    Place& place = m_places[root];
    if (!place.next)
        place.next = std::make_shared<Read>();
    const auto mine = place.next;
    while (!*mine) {
        if (place.isReading) {
            m_done.wait(lock);
            continue;
        }
        place.next.reset(); // it begins now: who comes from here on needs another
        place.isReading = true;
        lock.unlock();
        auto pool = readNow(root);
        lock.lock();
        *mine = std::move(pool);
        place.isReading = false;
        m_done.notify_all();
    }
    return **mine;
}

} // namespace tidegate::agent
