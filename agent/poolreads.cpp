// SPDX-License-Identifier: Apache-2.0
#include "agent/poolreads.h"

namespace tidegate::agent {

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
        auto pool = m_reader(root);
        lock.lock();
        *mine = pool ? Shared(std::make_shared<const Pool>(*std::move(pool))) : Shared(pool.error());
        place.isReading = false;
        m_done.notify_all();
    }
    return **mine;
}

} // namespace tidegate::agent
