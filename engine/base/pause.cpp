// SPDX-License-Identifier: Apache-2.0
#include "base/pause.h"

#include <condition_variable>
#include <mutex>

namespace tidegate {

bool pauseFor(std::chrono::nanoseconds time, const std::stop_token& stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any stopped;
    stopped.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

} // namespace tidegate
