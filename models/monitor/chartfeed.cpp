// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/chartfeed.h"

#include "models/jsonread.h"

#include <algorithm>
#include <array>

namespace tidegate {

namespace {

constexpr qint64 second = 1000;
/// More than pixels, so that nothing is coarser than the screen.
constexpr qint64 mostPoints = 2000;
constexpr double bytesPerMegabyte = 1e6;

constexpr std::array lines{&MetricsSeries::rowsRead,   &MetricsSeries::rowsStaged, &MetricsSeries::megabytes,
                           &MetricsSeries::sourceWait, &MetricsSeries::targetWait, &MetricsSeries::delay};

std::string iso(qint64 at)
{
    return toStd(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs));
}

/// Each line of the history goes on until the samples of this session begin.
void addPoint(MetricsSeries& series, const MetricsSeries& live, const nlohmann::json& point)
{
    const QDateTime time = jsonTime(point, "at");
    if (!time.isValid())
        return;
    const qint64 at = time.toMSecsSinceEpoch();
    const auto put = [&](TimeSeries MetricsSeries::*line, const char* key, double unit = 1) {
        const TimeSeries& known = live.*line;
        const auto value = jsonNumber<double>(point, key);
        if (value && (known.isEmpty() || at < known.point(0).at))
            (series.*line).append(at, *value / unit);
    };
    put(&MetricsSeries::rowsRead, "rowsPerSecond");
    put(&MetricsSeries::rowsStaged, "stagedPerSecond");
    put(&MetricsSeries::megabytes, "bytesPerSecond", bytesPerMegabyte);
    put(&MetricsSeries::sourceWait, "sourceWait");
    put(&MetricsSeries::targetWait, "targetWait");
    put(&MetricsSeries::delay, "delaySeconds");
}

} // namespace

ChartFeed::ChartFeed(MetricsFeed* metrics, SourceClocks* clocks, AgentClient* agent, QObject* parent)
    : QObject(parent), m_metrics(metrics), m_clocks(clocks), m_agent(agent)
{
    connect(metrics, &MetricsFeed::sampled, this, [this](const QString& job) {
        if (job == m_job)
            appendNewest();
    });
    connect(agent, &AgentClient::stateChanged, this, [this](AgentClient::State state) {
        if (state == AgentClient::State::Ready)
            ask();
    });
}

void ChartFeed::setPlace(const QString& pool, const QString& environment)
{
    m_pool = pool;
    m_environment = environment;
}

void ChartFeed::setJob(const QString& job)
{
    m_job = job;
    ask();
}

void ChartFeed::setSpan(qint64 milliseconds)
{
    if (m_span == milliseconds)
        return;
    m_span = milliseconds;
    ask();
}

void ChartFeed::ask()
{
    const quint64 question = ++m_question;
    take({});
    if (m_job.isEmpty() || !m_agent->isReady())
        return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_agent->call("history.series",
                  {{"pool", toStd(m_pool)},
                   {"environment", toStd(m_environment)},
                   {"job", toStd(m_job)},
                   {"from", iso(now - m_span)},
                   {"to", iso(now)},
                   {"points", std::min(mostPoints, m_span / second)}},
                  this, [this, question](const Result<nlohmann::json>& answer) {
                      if (answer && question == m_question)
                          take(*answer);
                  });
}

void ChartFeed::take(const nlohmann::json& answer)
{
    const MetricsSeries* live = m_metrics->series(m_job);
    m_shown = MetricsSeries();
    const auto& points = jsonList(answer, "points");
    m_step = points.empty() ? second : std::max(second, m_span / static_cast<qint64>(points.size()));
    for (const auto& point : points)
        addPoint(m_shown, *live, point);
    for (const auto line : lines) {
        const TimeSeries& known = live->*line;
        for (std::size_t i = 0; i < known.size(); ++i)
            (m_shown.*line).append(known.point(i).at, known.point(i).value);
    }
    Q_EMIT replaced();
}

void ChartFeed::appendNewest()
{
    const MetricsSeries* live = m_metrics->series(m_job);
    for (const auto line : lines) {
        if (const auto newest = (live->*line).last())
            (m_shown.*line).append(newest->at, newest->value);
    }
}

void ChartFeed::tick(qint64 now)
{
    const auto delay = m_clocks->delayAt(m_job, now);
    if (!delay)
        return;
    m_metrics->noteDelay(m_job, now, *delay);
    m_shown.delay.append(now, *delay);
}

} // namespace tidegate
