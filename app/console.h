// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/agentclient.h"
#include "models/jobworkspace.h"
#include "models/monitor/logmodel.h"
#include "models/monitor/metricsfeed.h"
#include "models/monitor/runcontroller.h"
#include "models/monitor/sourceclocks.h"
#include "models/overview/overviewfeed.h"
#include "models/poolmodel.h"

#include <memory>

namespace tidegate {

/// Everything that the window shows, without the window: a pool, an agent, and the models between them.
class Console final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Console)

public:
    Console(const QString& pool, std::unique_ptr<AgentClient> agent, QObject* parent = nullptr);
    ~Console() override;

    [[nodiscard]] AgentClient* agent() { return m_agent.get(); }
    [[nodiscard]] PoolModel* pool() { return &m_pool; }
    [[nodiscard]] JobWorkspace* workspace() { return &m_workspace; }
    [[nodiscard]] RunController* runs() { return &m_runs; }
    [[nodiscard]] MetricsFeed* metrics() { return &m_metrics; }
    [[nodiscard]] SourceClocks* clocks() { return &m_clocks; }
    [[nodiscard]] LogModel* log() { return &m_log; }
    [[nodiscard]] OverviewFeed* overview() { return &m_overview; }

    [[nodiscard]] QString poolFolder() const;
    [[nodiscard]] QStringList jobNames() const;
    /// Customer and stage of the environment one works in; null where the pool has none.
    [[nodiscard]] const EnvironmentDefinition* environment() const;

    /// Reads the pool and starts the agent.
    void start();

private:
    std::unique_ptr<AgentClient> m_agent;
    PoolModel m_pool;
    JobWorkspace m_workspace;
    RunController m_runs;
    MetricsFeed m_metrics;
    SourceClocks m_clocks;
    LogModel m_log;
    OverviewFeed m_overview;
};

} // namespace tidegate
