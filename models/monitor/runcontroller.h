// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/agentclient.h"
#include "models/monitor/runstatus.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

namespace tidegate {

/// Starts and stops runs through the agent, and knows the newest run of every job.
class RunController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunController)

public:
    struct Options
    {
        bool dryRun = false;
        bool again = false;
        bool reload = false;
        bool acceptChange = false;
        bool takeOver = false;
    };

    explicit RunController(AgentClient* client, QObject* parent = nullptr);

    /// Where the jobs live: the pool's folder, and the environment or nothing.
    void setPlace(const QString& pool, const QString& environment);

    void start(const QString& job, const Options& options);
    void stop(const QString& job);
    [[nodiscard]] RunStatus status(const QString& job) const;
    [[nodiscard]] int activeCount() const;
    [[nodiscard]] QString newestJob() const { return m_newestJob; }

Q_SIGNALS:
    /// Something about the newest run of the job is different.
    void changed(const QString& job);
    void started(const QString& job);
    void ended(const QString& job);

private:
    void onEvent(const nlohmann::json& event);
    void onAgentState(AgentClient::State state);
    void catchUp(const nlohmann::json& list);
    void onStarted(const QString& job, const Result<nlohmann::json>& answer);
    void refuse(const QString& job, const Error& error);

    AgentClient* m_client;
    QString m_pool;
    QString m_environment;
    QString m_newestJob;
    QHash<QString, RunStatus> m_runs;
    QSet<qint64> m_dryRuns; ///< numbers of runs that only look; they are no runs of a job
};

} // namespace tidegate
