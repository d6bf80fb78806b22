// SPDX-License-Identifier: Apache-2.0
#include "rpc/taskgroup.h"

#include <utility>

namespace tidegate::rpc {

TaskGroup::~TaskGroup()
{
    stopAll();
    std::map<std::int64_t, std::jthread> running;
    std::vector<std::jthread> finished;
    const std::lock_guard lock(m_mutex);
    running.swap(m_running);
    finished.swap(m_finished);
}

bool TaskGroup::start(std::int64_t number, Task task)
{
    std::vector<std::jthread> finished;
    const std::lock_guard lock(m_mutex);
    finished.swap(m_finished);
    if (m_running.size() >= m_limit || m_running.contains(number))
        return false;
    m_running.emplace(number, [this, number, task = std::move(task)](std::stop_token stop) {
        task(std::move(stop));
        retire(number);
    });
    return true;
}

void TaskGroup::stop(std::int64_t number)
{
    std::stop_source source(std::nostopstate);
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_running.find(number); found != m_running.end())
            source = found->second.get_stop_source();
    }
    source.request_stop(); // runs callbacks of others: not under our lock
}

void TaskGroup::stopAll()
{
    std::vector<std::stop_source> sources;
    {
        const std::lock_guard lock(m_mutex);
        for (auto& [number, thread] : m_running)
            sources.push_back(thread.get_stop_source());
    }
    for (auto& source : sources)
        source.request_stop();
}

void TaskGroup::retire(std::int64_t number)
{
    const std::lock_guard lock(m_mutex);
    if (const auto node = m_running.extract(number))
        m_finished.push_back(std::move(node.mapped()));
}

} // namespace tidegate::rpc
