// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/monitor/timeseries.h"

#include <nlohmann/json_fwd.hpp>

#include <QHash>
#include <QObject>
#include <QString>

#include <memory>

namespace tidegate {

/// What one job's runs measured, one sample a second while a run is active.
struct MetricsSeries
{
    TimeSeries rowsRead;   ///< rows per second
    TimeSeries rowsStaged; ///< rows per second that the target took
    TimeSeries megabytes;  ///< per second
    TimeSeries sourceWait; ///< share of the second, 0 to 1
    TimeSeries targetWait;
    TimeSeries delay; ///< seconds behind the source's clock
};

/// Mean shares of the last minute, and who of the two ends is waited for.
struct WaitShares
{
    double source = 0;
    double target = 0;
    int seconds = 0; ///< that were looked at
    bool known = false;
};

/// Keeps the samples of all jobs that ran while the console was open.
class MetricsFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MetricsFeed)

public:
    using QObject::QObject;

    void take(const nlohmann::json& sample);
    /// How far behind the source's clock the job was at a time.
    void noteDelay(const QString& job, qint64 at, double seconds) { kept(job).delay.append(at, seconds); }
    /// Never null; stays valid as long as the feed.
    const MetricsSeries* series(const QString& job);
    [[nodiscard]] WaitShares waits(const QString& job) const;

Q_SIGNALS:
    void sampled(const QString& job);

private:
    MetricsSeries& kept(const QString& job);

    QHash<QString, std::shared_ptr<MetricsSeries>> m_jobs;
};

} // namespace tidegate
