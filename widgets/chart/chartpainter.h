// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/timeseries.h"
#include "widgets/theme/tokens.h"

#include <QPolygonF>
#include <QRect>
#include <QString>

#include <vector>

class QPainter;

namespace tidegate {

struct ChartSeries
{
    QString name;
    Token color = Token::Series1;
    bool dashed = false;
    bool filled = false;
    const TimeSeries* data = nullptr;
};

/// Draws grid, axes, lines and the areas without data into a rectangle. Knows no widget.
class ChartPainter
{
public:
    struct Frame
    {
        QRect plot;
        qint64 from = 0;
        qint64 to = 1;
        double highest = 1; ///< value at the upper edge
        qint64 gap = 3000;  ///< a longer pause than this, in ms, is "no data"
        double unit = 1;    ///< what the labels of the value axis count in
    };

    ChartPainter(QPainter& painter, const Frame& frame) : m_painter(painter), m_frame(frame) {}

    /// Without steps only the axis itself: where nothing was measured there is no scale.
    void paintGrid(int steps);
    /// Full hours, minutes or seconds, and the right end itself.
    void paintTimes();
    /// `points` is an outline of the series' data for this frame.
    void paintSeries(const ChartSeries& series, const std::vector<TimePoint>& points);
    /// A dotted upright with a word at its top.
    void paintMarker(qint64 at, const QString& label, Token color);
    /// Filled hatch with the time: nothing was measured.
    void paintNoData(qint64 from, qint64 to, const QString& label);
    /// In the middle of the empty plot.
    void paintRemark(const QString& label) { paintLabel(QRectF(m_frame.plot), label); }
    /// Unfilled hatch to the right edge: the last value is old.
    void paintStale(qint64 since, const QString& label);

    [[nodiscard]] double x(qint64 at) const;
    [[nodiscard]] double y(double value) const;

private:
    void paintHatch(const QRectF& area, bool filled);
    void paintLabel(const QRectF& area, const QString& label);
    /// More points than pixels: an upright line per column, which costs the same however wild the data is.
    void paintDense(const ChartSeries& series, const std::vector<TimePoint>& points);
    void paintLines(const ChartSeries& series, const std::vector<TimePoint>& points);
    void paintStroke(const ChartSeries& series, const QPolygonF& stroke);

    QPainter& m_painter;
    Frame m_frame;
};

} // namespace tidegate
