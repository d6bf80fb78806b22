// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/monitorcharts.h"

#include "models/monitor/metricsfeed.h"
#include "widgets/chart/chartwidget.h"
#include "widgets/chart/timeaxis.h"

#include <QDateTime>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

MonitorCharts::MonitorCharts(QWidget* parent)
    : QWidget(parent), m_axis(new TimeAxis(this)),
      m_rows(new ChartWidget(u"monitor.chart.rows"_s, tr("Rows per second"), m_axis, this)),
      m_bytes(new ChartWidget(u"monitor.chart.bytes"_s, tr("Megabytes per second"), m_axis, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_rows, 3);
    column->addWidget(m_bytes, 2);
}

void MonitorCharts::setSeries(const MetricsSeries* series)
{
    if (m_series == series)
        return;
    m_series = series;
    m_rows->setSeries({{tr("read"), Token::Series1, false, false, &series->rowsRead},
                       {tr("staged"), Token::Series2, true, false, &series->rowsStaged}});
    m_bytes->setSeries({{tr("read"), Token::Series1, false, false, &series->megabytes}});
    advance();
}

void MonitorCharts::setRange(qint64 milliseconds, bool live)
{
    m_span = milliseconds;
    m_live = live;
    advance();
}

void MonitorCharts::advance()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto last = m_series ? m_series->rowsRead.last() : std::nullopt;
    // The clock of the agent may be a little ahead of ours.
    const qint64 to = m_live ? std::max(now, last ? last->at : 0) : last ? last->at : now;
    m_axis->setRange(to - m_span, to, m_live);
    m_rows->refresh();
    m_bytes->refresh();
}

} // namespace tidegate
