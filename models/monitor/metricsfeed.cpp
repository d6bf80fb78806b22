// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/metricsfeed.h"

#include "models/jsonread.h"

#include <QDateTime>

#include <algorithm>

namespace tidegate {

namespace {

constexpr double bytesPerMegabyte = 1e6;
constexpr qint64 minute = 60'000;

double mean(const TimeSeries& series, std::size_t first)
{
    double sum = 0;
    for (std::size_t index = first; index < series.size(); ++index)
        sum += series.point(index).value;
    return sum / static_cast<double>(series.size() - first);
}

} // namespace

MetricsSeries& MetricsFeed::kept(const QString& job)
{
    auto& entry = m_jobs[job];
    if (!entry)
        entry = std::make_shared<MetricsSeries>();
    return *entry;
}

const MetricsSeries* MetricsFeed::series(const QString& job)
{
    return &kept(job);
}

void MetricsFeed::take(const nlohmann::json& sample)
{
    const QString job = jsonText(sample, "job");
    const QDateTime time = jsonTime(sample, "at");
    if (job.isEmpty() || !time.isValid())
        return;
    const qint64 at = time.toMSecsSinceEpoch();
    const auto value = [&sample](const char* key) { return jsonNumber<double>(sample, key).value_or(0); };
    MetricsSeries& series = kept(job);
    series.rowsRead.append(at, value("rowsPerSecond"));
    series.rowsStaged.append(at, value("stagedPerSecond"));
    series.megabytes.append(at, value("bytesPerSecond") / bytesPerMegabyte);
    series.sourceWait.append(at, value("sourceWait"));
    series.targetWait.append(at, value("targetWait"));
    Q_EMIT sampled(job);
}

WaitShares MetricsFeed::waits(const QString& job) const
{
    const auto entry = m_jobs.value(job);
    if (!entry || entry->sourceWait.isEmpty())
        return {};
    const TimeSeries& waits = entry->sourceWait;
    const qint64 since = waits.last()->at - minute;
    std::size_t first = waits.size();
    while (first > 0 && waits.point(first - 1).at > since)
        --first;
    return {mean(waits, first), mean(entry->targetWait, first), static_cast<int>(waits.size() - first), true};
}

} // namespace tidegate
