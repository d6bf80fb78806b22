// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/agentclient.h"
#include "models/monitor/runcontroller.h"
#include "models/overview/overviewcache.h"
#include "models/poolmodel.h"

#include <QFuture>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace tidegate {

/// Keeps what the Overview shows true: at once from the cache, then from the agent, again after every run, and once a
/// minute while somebody looks.
class OverviewFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewFeed)

public:
    enum class Phase {
        Nothing, ///< neither cache nor answer yet
        Cached,  ///< of an earlier time, an answer is on its way
        Live,
        Stale, ///< of an earlier time, and nobody answers; see error()
    };
    Q_ENUM(Phase)

    /// All of them outlive the feed.
    OverviewFeed(AgentClient* agent, PoolModel* pool, RunController* runs, const OverviewCache& cache = OverviewCache(),
                 QObject* parent = nullptr);
    ~OverviewFeed() override;

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const OverviewSnapshot& snapshot() const { return m_snapshot; }
    /// Jobs under way.
    [[nodiscard]] const QSet<QString>& running() const { return m_running; }
    /// Why the last question was not answered.
    [[nodiscard]] std::optional<Error> error() const { return m_error; }
    [[nodiscard]] bool isAsking() const { return m_asking; }

    /// Asks the agent now.
    void refresh();
    /// From now on the agent fires the pool's schedule, or not; asks again afterwards. A refusal becomes error().
    void setSchedule(bool enabled);
    /// Somebody looks: the feed stays fresh by itself.
    void setWatched(bool watched);

Q_SIGNALS:
    void changed();

private:
    void onPool();
    void onAgentState(AgentClient::State state);
    void onRun(const QString& job);
    void readCache();
    void takeCache(quint64 number, std::optional<OverviewSnapshot> cached);
    void askPage(quint64 number, const std::string& after);
    void takePage(quint64 number, const Result<nlohmann::json>& answer);
    void askSchedule(quint64 number);
    void finish(quint64 number, const Result<nlohmann::json>& schedule);
    void fail(const Error& error);
    void settle(OverviewSnapshot snapshot);
    [[nodiscard]] nlohmann::json place() const;

    AgentClient* m_agent;
    PoolModel* m_pool;
    RunController* m_runs;
    OverviewCache m_cache;
    Phase m_phase = Phase::Nothing;
    OverviewSnapshot m_snapshot;
    QSet<QString> m_running;
    std::optional<Error> m_error;
    bool m_asking = false;
    QString m_environment; ///< that the snapshot is of
    bool m_cacheRead = false;
    quint64 m_number = 0; ///< of the newest question; late answers drop out
    OverviewSnapshot m_arriving;
    QFuture<void> m_writing; ///< the cache
    QTimer m_soon;           ///< after a run: several end at once
    QTimer m_minute;         ///< while somebody looks
};

} // namespace tidegate
