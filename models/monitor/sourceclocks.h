// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/agentclient.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

#include <optional>

namespace tidegate {

/// What job.clock said of one job.
struct ClockFacts
{
    QString connection; ///< of the source
    double offsetSeconds = 0;
    double roundTripSeconds = 0;
    bool standby = false;
    std::optional<double> delaySeconds; ///< source clock less last applied hi, when it was asked
    QString hi;                         ///< the last applied one, in the watermark's own literal
    QDateTime askedAt;                  ///< of our clock
};

/// The clocks of the jobs' sources beside ours, and how far behind them the targets are. Asks when it is told to, at
/// most once at a time for a job; between two answers the delay grows with time, as it does in truth.
class SourceClocks final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourceClocks)

public:
    explicit SourceClocks(AgentClient* agent, QObject* parent = nullptr) : QObject(parent), m_agent(agent) {}

    /// Forgets what was known of another place.
    void setPlace(const QString& pool, const QString& environment);
    void ask(const QString& job);

    [[nodiscard]] std::optional<ClockFacts> facts(const QString& job) const;
    /// Of the job that was asked last and answered.
    [[nodiscard]] std::optional<ClockFacts> newest() const { return facts(m_newest); }
    /// The delay at a time of our clock (ms since 1970).
    [[nodiscard]] std::optional<double> delayAt(const QString& job, qint64 at) const;
    /// Seconds by which the newest answer's delay is below what the one before would be by now; negative: it grew.
    [[nodiscard]] double gained(const QString& job) const { return m_gained.value(job, 0); }

Q_SIGNALS:
    void changed(const QString& job);

private:
    void take(const QString& job, const nlohmann::json& answer);

    AgentClient* m_agent;
    QString m_pool;
    QString m_environment;
    QString m_newest;
    QHash<QString, ClockFacts> m_facts;
    QHash<QString, double> m_gained;
    QSet<QString> m_asked; ///< under way
    quint64 m_place = 0;   ///< answers about an earlier place drop out
};

} // namespace tidegate
