// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/monitorcharts.h"

#include "models/language.h"
#include "models/monitor/chartfeed.h"
#include "widgets/chart/chartwidget.h"
#include "widgets/chart/timeaxis.h"
#include "widgets/monitor/runwords.h"

#include <QDateTime>
#include <QVBoxLayout>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

MonitorCharts::MonitorCharts(ChartFeed* feed, QWidget* parent)
    : QWidget(parent), m_feed(feed), m_axis(new TimeAxis(this)),
      m_rows(new ChartWidget(
          u"monitor.chart.rows"_s, [] { return tr("Rows per second"); }, m_axis, this)),
      m_bytes(new ChartWidget(
          u"monitor.chart.bytes"_s, [] { return tr("Megabytes per second"); }, m_axis, this)),
      m_delay(new ChartWidget(
          u"monitor.chart.delay"_s, [] { return tr("Delay"); }, m_axis, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_rows, 4);
    column->addWidget(m_bytes, 3);
    column->addWidget(m_delay, 3);
    m_rows->setCursorLabel(false);
    m_bytes->setCursorLabel(false);
    m_delay->setDurations(true);
    translated(this, [this] { setSeries(); });
    connect(feed, &ChartFeed::replaced, this, [this] {
        for (ChartWidget* chart : charts())
            chart->setExpectedStep(m_feed->step());
        advance();
    });
}

void MonitorCharts::setSeries()
{
    const MetricsSeries* series = m_feed->series();
    m_rows->setSeries({{tr("read"), Token::Series1, false, false, &series->rowsRead},
                       {tr("staged"), Token::Series2, true, false, &series->rowsStaged}});
    m_bytes->setSeries({{tr("read"), Token::Series1, false, false, &series->megabytes}});
    m_delay->setSeries({{tr("behind the source's clock"), Token::Series3, false, true, &series->delay}});
    advance();
}

void MonitorCharts::setLive(bool live)
{
    m_live = live;
    advance();
}

void MonitorCharts::setRuns(const QList<KnownRun>& runs)
{
    std::vector<ChartWidget::Stretch> active;
    QList<ChartMarker> markers;
    for (const KnownRun& run : runs) {
        const qint64 from = run.startedAt.toMSecsSinceEpoch();
        const qint64 to = from + static_cast<qint64>(std::max(0.0, run.seconds) * 1000);
        active.emplace_back(from, run.outcome == u"running" ? std::numeric_limits<qint64>::max() : to);
        const State state = stateOfOutcome(run.outcome);
        if (state == State::Failed || state == State::Late)
            markers << ChartMarker{to, stateText(run.outcome), textToken(state)};
    }
    m_rows->setActive(active);
    m_bytes->setActive(active);
    m_rows->setMarkers(markers);
    for (ChartMarker& marker : markers)
        marker.label.clear();
    m_bytes->setMarkers(markers);
    m_delay->setMarkers(markers);
}

void MonitorCharts::advance()
{
    if (m_frozen)
        return;
    const auto last = m_feed->series()->rowsRead.last();
    // The clock of the agent may be a little ahead of ours.
    const qint64 to = std::max(QDateTime::currentMSecsSinceEpoch(), m_live && last ? last->at : 0);
    m_axis->setRange(to - m_feed->span(), to, m_live);
    for (ChartWidget* chart : charts())
        chart->refresh();
}

void MonitorCharts::setFrozen(bool frozen)
{
    if (m_frozen == frozen)
        return;
    m_frozen = frozen;
    Q_EMIT frozenChanged(frozen);
    advance();
}

void MonitorCharts::moveCursor(int steps)
{
    m_rows->moveCursor(steps * m_rows->cursorStep());
}

} // namespace tidegate
