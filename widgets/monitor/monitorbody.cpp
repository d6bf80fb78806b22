// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/monitorbody.h"

#include "widgets/components/banner.h"
#include "widgets/monitor/bottleneckbar.h"
#include "widgets/monitor/monitorcharts.h"
#include "widgets/monitor/runlistview.h"
#include "widgets/monitor/runsummary.h"

#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int margin = 24;
constexpr int sideWidth = 440;
constexpr int leastCharts = 360;

} // namespace

MonitorBody::MonitorBody(ChartFeed* feed, QAbstractItemModel* runs, QWidget* parent)
    : QScrollArea(parent), m_banner(new Banner(u"monitor.banner"_s)), m_summary(new RunSummaryView),
      m_charts(new MonitorCharts(feed)), m_bottleneck(new BottleneckBar(u"monitor.waits"_s)),
      m_runs(new RunListView(u"monitor.runs"_s, runs)), m_columns(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_side(new QWidget)
{
    setObjectName(u"monitor.body"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(16);
    side->addWidget(m_bottleneck);
    side->addWidget(m_runs, 1);
    m_charts->setMinimumHeight(leastCharts);
    m_columns->setSpacing(32);
    m_columns->addWidget(m_charts, 1);
    m_columns->addWidget(m_side);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(margin, 12, margin, 12);
    column->setSpacing(14);
    column->addWidget(m_banner);
    column->addWidget(m_summary);
    column->addLayout(m_columns, 1);
    setWidget(content);
    setNarrow(false);
}

void MonitorBody::setNarrow(bool narrow)
{
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setMinimumWidth(narrow ? 0 : sideWidth);
    m_side->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : sideWidth);
}

} // namespace tidegate
