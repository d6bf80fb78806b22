// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/agentclient.h"
#include "models/monitor/metricsfeed.h"
#include "models/monitor/sourceclocks.h"

#include <QObject>
#include <QString>

namespace tidegate {

/// What the charts show of one job over a stretch of time: first what the agent's history knows, then the samples of
/// this session, one a second. An agent without history leaves the samples.
class ChartFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartFeed)

public:
    /// All of them outlive the feed.
    ChartFeed(MetricsFeed* metrics, SourceClocks* clocks, AgentClient* agent, QObject* parent = nullptr);

    void setPlace(const QString& pool, const QString& environment);
    void setJob(const QString& job);
    /// How far back, in ms: the history is asked for that much.
    void setSpan(qint64 milliseconds);
    /// A second has passed at this time of our clock: the delay has grown.
    void tick(qint64 now);

    [[nodiscard]] const MetricsSeries* series() const { return &m_shown; }
    /// Between two points of the coarsest part, in ms.
    [[nodiscard]] qint64 step() const { return m_step; }
    [[nodiscard]] qint64 span() const { return m_span; }

Q_SIGNALS:
    /// Everything may be different: another job, another span, the history has answered.
    void replaced();

private:
    void ask();
    void take(const nlohmann::json& answer);
    void appendNewest();

    MetricsFeed* m_metrics;
    SourceClocks* m_clocks;
    AgentClient* m_agent;
    QString m_pool;
    QString m_environment;
    QString m_job;
    qint64 m_span = 15 * 60'000;
    qint64 m_step = 1000;
    quint64 m_question = 0; ///< answers to earlier ones drop out
    MetricsSeries m_shown;
};

} // namespace tidegate
