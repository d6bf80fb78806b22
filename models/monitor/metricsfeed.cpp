// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/metricsfeed.h"

#include "models/qtconvert.h"

#include <nlohmann/json.hpp>

#include <QDateTime>

#include <algorithm>

namespace tidegate {

namespace {

constexpr double bytesPerMegabyte = 1e6;
constexpr qint64 minute = 60'000;

double meanSince(const TimeSeries& series, qint64 since)
{
    double sum = 0;
    int count = 0;
    for (std::size_t index = series.size(); index > 0 && series.point(index - 1).at >= since; --index) {
        sum += series.point(index - 1).value;
        ++count;
    }
    return count == 0 ? 0 : sum / count;
}

} // namespace

MetricsFeed::Kept& MetricsFeed::kept(const QString& job)
{
    auto& entry = m_jobs[job];
    if (!entry)
        entry = std::make_shared<Kept>();
    return *entry;
}

const MetricsSeries* MetricsFeed::series(const QString& job)
{
    return &kept(job).series;
}

void MetricsFeed::take(const nlohmann::json& sample)
{
    const QString job = toQt(sample.value("job", ""));
    const QDateTime time = QDateTime::fromString(toQt(sample.value("at", "")), Qt::ISODateWithMs);
    if (job.isEmpty() || !time.isValid())
        return;
    const qint64 at = time.toMSecsSinceEpoch();
    Kept& entry = kept(job);
    const double written = sample.value("rowsWritten", 0.0);
    const auto run = sample.value("run", qint64{0});
    if (run != entry.run) {
        entry.run = run;
        // A run that was well under way when we first heard of it: what it had written by then is no rate.
        const bool justBegan = sample.value("rowsRead", 0.0) <= 2 * sample.value("rowsPerSecond", 0.0);
        entry.written = justBegan ? 0 : written;
        entry.at = at - 1000;
    }
    const double seconds = std::max(0.001, static_cast<double>(at - entry.at) / 1000);
    entry.series.rowsWritten.append(at, std::max(0.0, written - entry.written) / seconds);
    entry.series.rowsRead.append(at, sample.value("rowsPerSecond", 0.0));
    entry.series.megabytes.append(at, sample.value("bytesPerSecond", 0.0) / bytesPerMegabyte);
    entry.series.sourceWait.append(at, sample.value("sourceWait", 0.0));
    entry.series.targetWait.append(at, sample.value("targetWait", 0.0));
    entry.written = written;
    entry.at = at;
    Q_EMIT sampled(job);
}

WaitShares MetricsFeed::waits(const QString& job) const
{
    const auto entry = m_jobs.value(job);
    if (!entry || entry->series.sourceWait.isEmpty())
        return {};
    const qint64 since = entry->series.sourceWait.last()->at - minute;
    return {meanSince(entry->series.sourceWait, since), meanSince(entry->series.targetWait, since), true};
}

} // namespace tidegate
