// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace tidegate {

class AgentClient;
class RunListModel;

/// Asks the agent for what is known of a job's runs: its own history, and the ledger in the target.
class RunListFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunListFeed)

public:
    /// Both outlive the feed.
    RunListFeed(AgentClient* agent, RunListModel* runs, QObject* parent = nullptr);

    void setJob(const QString& pool, const QString& environment, const QString& job);
    void ask();

private:
    AgentClient* m_agent;
    RunListModel* m_runs;
    QString m_pool;
    QString m_environment;
    QString m_job;
};

} // namespace tidegate
