// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tidegate {

class ChartWidget;
class TimeAxis;
struct MetricsSeries;

/// Rows and megabytes per second over one time axis.
class MonitorCharts final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitorCharts)

public:
    explicit MonitorCharts(QWidget* parent = nullptr);

    /// The series must outlive the next call.
    void setSeries(const MetricsSeries* series);
    /// While a run is active the right end is now; afterwards it is where the run ended.
    void setRange(qint64 milliseconds, bool live);
    /// A second has passed, or a sample has come.
    void advance();

private:
    TimeAxis* m_axis;
    ChartWidget* m_rows;
    ChartWidget* m_bytes;
    const MetricsSeries* m_series = nullptr;
    qint64 m_span = 300'000;
    bool m_live = false;
};

} // namespace tidegate
