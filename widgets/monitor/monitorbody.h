// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QAbstractItemModel;
class QBoxLayout;

namespace tidegate {

class Banner;
class BottleneckBar;
class ChartFeed;
class MonitorCharts;
class RunListView;
class RunSummaryView;

/// What stands between header and log: banner, progress and numbers, charts at the left, who waits and the last runs
/// at the right, or below where the page is narrow.
class MonitorBody final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitorBody)

public:
    MonitorBody(ChartFeed* feed, QAbstractItemModel* runs, QWidget* parent = nullptr);

    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] RunSummaryView* summary() const { return m_summary; }
    [[nodiscard]] MonitorCharts* charts() const { return m_charts; }
    [[nodiscard]] BottleneckBar* bottleneck() const { return m_bottleneck; }
    [[nodiscard]] RunListView* runs() const { return m_runs; }

    void setNarrow(bool narrow);

private:
    Banner* m_banner;
    RunSummaryView* m_summary;
    MonitorCharts* m_charts;
    BottleneckBar* m_bottleneck;
    RunListView* m_runs;
    QBoxLayout* m_columns;
    QWidget* m_side;
};

} // namespace tidegate
