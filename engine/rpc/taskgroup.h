// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace tidegate::rpc {

/// Numbered tasks, each on a thread of its own. The destructor asks all to stop and waits for them.
class TaskGroup
{
public:
    using Task = std::function<void(std::stop_token)>;

    explicit TaskGroup(std::size_t limit) : m_limit(limit) {}
    ~TaskGroup();

    TaskGroup(const TaskGroup&) = delete;
    TaskGroup& operator=(const TaskGroup&) = delete;

    /// False, and nothing happens, if the limit is reached or a task of this number runs.
    bool start(std::int64_t number, Task task);
    /// Asks one task to stop; does nothing if none of this number runs.
    void stop(std::int64_t number);
    void stopAll();

private:
    void retire(std::int64_t number);

    const std::size_t m_limit;
    std::mutex m_mutex;
    std::map<std::int64_t, std::jthread> m_running;
    std::vector<std::jthread> m_finished; ///< ended or about to: joining them is quick
};

} // namespace tidegate::rpc
