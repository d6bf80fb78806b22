// SPDX-License-Identifier: Apache-2.0
#include "models/jobworkspace.h"

#include "models/qtconvert.h"

#include <algorithm>

namespace tidegate {

JobWorkspace::JobWorkspace(AgentClient* agent, PoolModel* pool, QObject* parent) : QObject(parent), m_pool(pool)
{
    connect(pool, &PoolModel::poolChanged, this, &JobWorkspace::onPoolChanged);
    connect(agent, &AgentClient::runEvent, this, &JobWorkspace::onRunEvent);
    agent->subscribe(AgentClient::Stream::Runs);
    if (pool->pool())
        onPoolChanged();
}

JobWorkspace::~JobWorkspace() = default;

JobBuffer* JobWorkspace::open(const QString& job)
{
    if (const auto found = m_buffers.find(job); found != m_buffers.end())
        return found->second.get();
    const auto* file = m_pool->pool() ? m_pool->pool()->job(toStd(job)) : nullptr;
    if (!file)
        return nullptr;
    auto* buffer = m_buffers.emplace(job, std::make_unique<JobBuffer>(m_pool->pool(), *file)).first->second.get();
    connect(buffer, &JobBuffer::textChanged, this, [this, buffer] { publish(buffer); });
    connect(buffer, &JobBuffer::dirtyChanged, this, [this, buffer] {
        publish(buffer);
        Q_EMIT unsavedChanged();
    });
    // A read that began before the save would bring the old text back: start another, and the old one drops out.
    connect(buffer, &JobBuffer::saved, m_pool, &PoolModel::reload);
    return buffer;
}

void JobWorkspace::publish(JobBuffer* buffer)
{
    const auto& findings = buffer->parsed().findings;
    m_list.setEdited(buffer->name(), buffer->isDirty());
    m_list.setProblems(buffer->name(),
                       static_cast<int>(std::ranges::count(findings, Severity::Error, &Finding::severity)));
}

void JobWorkspace::onPoolChanged()
{
    const auto pool = m_pool->pool();
    m_list.setPool(pool);
    for (auto it = m_buffers.begin(); it != m_buffers.end();) {
        auto& [job, buffer] = *it;
        if (!pool->job(toStd(job)) && !buffer->isDirty()) {
            Q_EMIT jobGone(job);
            it = m_buffers.erase(it);
            continue;
        }
        buffer->setPool(pool);
        publish(buffer.get());
        ++it;
    }
}

void JobWorkspace::onRunEvent(const nlohmann::json& event)
{
    const auto text = [&event](const char* key) {
        return event.contains(key) && event.at(key).is_string() ? event.at(key).get<std::string>() : std::string();
    };
    const auto job = toQt(text("job"));
    if (text("event") == "run.started") {
        m_list.setRunning(job);
    } else if (text("event") == "run.finished") {
        const auto state = text("state");
        m_list.setFinished(job, state == "applied" || state == "nothing_to_do");
    }
}

} // namespace tidegate

#include "moc_jobworkspace.cpp"
