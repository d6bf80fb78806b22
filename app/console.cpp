// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "models/qtconvert.h"

#include <nlohmann/json.hpp>

namespace tidegate {

Console::Console(const QString& pool, std::unique_ptr<AgentClient> agent, QObject* parent)
    : QObject(parent), m_agent(std::move(agent)), m_pool(toStd(pool)), m_workspace(m_agent.get(), &m_pool),
      m_runs(m_agent.get()), m_clocks(m_agent.get()), m_overview(m_agent.get(), &m_pool, &m_runs)
{
    connect(m_agent.get(), &AgentClient::metricsSample, &m_metrics, &MetricsFeed::take);
    connect(m_agent.get(), &AgentClient::logLines, &m_log, &LogModel::take);
    m_agent->subscribe(AgentClient::Stream::Metrics);
    m_agent->subscribe(AgentClient::Stream::Log);
    const auto settle = [this] {
        m_runs.setPlace(poolFolder(), m_pool.environment());
        m_clocks.setPlace(poolFolder(), m_pool.environment());
    };
    connect(&m_pool, &PoolModel::poolChanged, this, settle);
    connect(&m_pool, &PoolModel::environmentChanged, this, settle);
    settle();
}

Console::~Console() = default;

void Console::start()
{
    m_agent->start();
    m_pool.reload();
}

QString Console::poolFolder() const
{
    return toQt(m_pool.root().string());
}

QStringList Console::jobNames() const
{
    QStringList names;
    if (const auto pool = m_pool.pool()) {
        for (const auto& job : pool->jobs)
            names << toQt(job.name);
    }
    return names;
}

const EnvironmentDefinition* Console::environment() const
{
    const auto pool = m_pool.pool();
    if (!pool)
        return nullptr;
    const auto chosen = chooseEnvironment(*pool, toStd(m_pool.environment()));
    return chosen ? *chosen : nullptr;
}

} // namespace tidegate
