// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/metricsfeed.h"

#include "models/jsonread.h"

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
    const qint64 since = entry->sourceWait.last()->at - minute;
    return {meanSince(entry->sourceWait, since), meanSince(entry->targetWait, since), true};
}

} // namespace tidegate
