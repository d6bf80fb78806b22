// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/knownrun.h"

#include <QWidget>

namespace tidegate {

class ChartFeed;
class ChartWidget;
class TimeAxis;

/// Rows per second, megabytes per second and delay over one time axis with one cursor. Arrow keys move the cursor from
/// wherever on the page they come; frozen, the axis stands still while numbers go on.
class MonitorCharts final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitorCharts)

public:
    /// The feed outlives the charts.
    explicit MonitorCharts(ChartFeed* feed, QWidget* parent = nullptr);

    /// While a run is active the right end is now, and what ends earlier is stale.
    void setLive(bool live);
    /// Runs are when there was something to measure; one that failed gets a mark.
    void setRuns(const QList<KnownRun>& runs);
    /// A second has passed, or a sample has come.
    void advance();

    void setFrozen(bool frozen);
    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    /// -1 and 1: one step of the cursor.
    void moveCursor(int steps);
    [[nodiscard]] TimeAxis* axis() const { return m_axis; }

Q_SIGNALS:
    void frozenChanged(bool frozen);

private:
    void setSeries();
    [[nodiscard]] QList<ChartWidget*> charts() const { return {m_rows, m_bytes, m_delay}; }

    ChartFeed* m_feed;
    TimeAxis* m_axis;
    ChartWidget* m_rows;
    ChartWidget* m_bytes;
    ChartWidget* m_delay;
    bool m_live = false;
    bool m_frozen = false;
};

} // namespace tidegate
