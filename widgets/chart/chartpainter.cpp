// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartpainter.h"

#include "widgets/chart/axis.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace tidegate {

namespace {

constexpr int pixelsPerTick = 110;
constexpr int labelGap = 8;
constexpr int tickGap = 12;
constexpr qint64 longestWithSeconds = 3'600'000;
constexpr double hatchStep = 6;
constexpr int dashPeriod = 6;
constexpr int dashLength = 4;

} // namespace

double ChartPainter::x(qint64 at) const
{
    const double share = static_cast<double>(at - m_frame.from) / static_cast<double>(m_frame.to - m_frame.from);
    return m_frame.plot.left() + share * m_frame.plot.width();
}

double ChartPainter::y(double value) const
{
    return m_frame.plot.bottom() - value / m_frame.highest * (m_frame.plot.height() - 1);
}

void ChartPainter::paintGrid(int steps)
{
    const Theme& theme = Theme::instance();
    const QRect& plot = m_frame.plot;
    m_painter.setFont(theme.mono(11));
    m_painter.setPen(theme.color(Token::Text3));
    const double step = niceStep(m_frame.highest / m_frame.unit, steps) * m_frame.unit;
    for (double value = 0; value <= m_frame.highest * 1.0001; value += step) {
        const int line = qRound(y(value));
        m_painter.fillRect(plot.left(), line, plot.width(), 1,
                           theme.color(value > 0 ? Token::Line : Token::LineStrong));
        m_painter.drawText(QRect(0, line - 8, plot.left() - labelGap, 16), Qt::AlignRight | Qt::AlignVCenter,
                           valueLabel(value / m_frame.unit));
        if (steps == 0)
            break;
    }
}

void ChartPainter::paintTimes()
{
    const Theme& theme = Theme::instance();
    m_painter.setFont(theme.mono(11));
    m_painter.setPen(theme.color(Token::Text3));
    const qint64 span = m_frame.to - m_frame.from;
    const int most = std::max(2, m_frame.plot.width() / pixelsPerTick);
    const QFontMetrics metrics = m_painter.fontMetrics();
    const int base = m_frame.plot.bottom() + 16;
    const QString end = timeLabel(m_frame.to, span <= longestWithSeconds ? 0 : span);
    const int endLeft = m_frame.plot.right() - metrics.horizontalAdvance(end);
    m_painter.drawText(endLeft, base, end);
    for (const qint64 at : timeTicks(m_frame.from, m_frame.to, most)) {
        const QString label = timeLabel(at, span);
        const int wide = metrics.horizontalAdvance(label);
        const int left = std::max(qRound(x(at)) - wide / 2, m_frame.plot.left());
        if (left + wide + tickGap < endLeft)
            m_painter.drawText(left, base, label);
    }
}

void ChartPainter::paintStroke(const ChartSeries& series, const QPolygonF& stroke)
{
    const QColor color = themeColor(series.color);
    if (series.filled && stroke.size() > 1) {
        QColor area = color;
        area.setAlphaF(0.14F);
        QPolygonF below = stroke;
        below << QPointF(stroke.last().x(), y(0)) << QPointF(stroke.first().x(), y(0));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(area);
        m_painter.drawPolygon(below);
    }
    QPen pen(color, 1.5, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (series.dashed)
        pen.setDashPattern({4, 2});
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    if (stroke.size() == 1)
        m_painter.drawPoint(stroke.first());
    else
        m_painter.drawPolyline(stroke);
}

void ChartPainter::paintSeries(const ChartSeries& series, const std::vector<TimePoint>& points)
{
    m_painter.save();
    m_painter.setClipRect(m_frame.plot.adjusted(0, -2, 1, 2));
    if (points.size() > static_cast<std::size_t>(std::max(m_frame.plot.width(), 1)) * 3 / 2)
        paintDense(series, points);
    else
        paintLines(series, points);
    m_painter.restore();
}

void ChartPainter::paintLines(const ChartSeries& series, const std::vector<TimePoint>& points)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF stroke;
    qint64 previous = 0;
    for (const TimePoint& point : points) {
        if (!stroke.isEmpty() && point.at - previous > m_frame.gap) {
            paintStroke(series, stroke);
            stroke.clear();
        }
        stroke << QPointF(x(point.at), y(point.value));
        previous = point.at;
    }
    if (!stroke.isEmpty())
        paintStroke(series, stroke);
}

void ChartPainter::paintDense(const ChartSeries& series, const std::vector<TimePoint>& points)
{
    const QColor color = themeColor(series.color);
    const auto paintColumn = [&](int column, int high, int low) {
        if (!series.dashed || column % dashPeriod < dashLength)
            m_painter.fillRect(column, high, 1, low - high + 2, color);
    };
    int column = -1;
    int high = 0;
    int low = 0;
    int lastY = 0;
    qint64 previous = 0;
    for (const TimePoint& point : points) {
        const int at = qRound(x(point.at));
        const int value = qRound(y(point.value));
        if (at != column) {
            if (column >= 0)
                paintColumn(column, high, low);
            const bool joined = column >= 0 && point.at - previous <= m_frame.gap;
            high = joined ? std::min(value, lastY) : value;
            low = joined ? std::max(value, lastY) : value;
            column = at;
        }
        high = std::min(high, value);
        low = std::max(low, value);
        lastY = value;
        previous = point.at;
    }
    if (column >= 0)
        paintColumn(column, high, low);
}

void ChartPainter::paintMarker(qint64 at, const QString& label, Token color)
{
    if (at < m_frame.from || at > m_frame.to)
        return;
    const Theme& theme = Theme::instance();
    const int column = qRound(x(at));
    for (int top = m_frame.plot.top() - 8; top < m_frame.plot.bottom(); top += 4)
        m_painter.fillRect(column, top, 1, 2, theme.color(color));
    m_painter.setFont(theme.sans(12));
    m_painter.setPen(theme.color(color));
    const int wide = m_painter.fontMetrics().horizontalAdvance(label);
    const bool fits = column + 4 + wide < m_frame.plot.right();
    m_painter.drawText(fits ? column + 5 : column - wide - 4, m_frame.plot.top() + 2, label);
}

void ChartPainter::paintNoData(qint64 from, qint64 to, const QString& label)
{
    const QRectF area(QPointF(x(from), m_frame.plot.top()), QPointF(x(to), m_frame.plot.bottom()));
    paintHatch(area.intersected(QRectF(m_frame.plot)), true);
    paintLabel(area.intersected(QRectF(m_frame.plot)), label);
}

void ChartPainter::paintStale(qint64 since, const QString& label)
{
    const QRectF area(QPointF(x(since), m_frame.plot.top()), QPointF(m_frame.plot.bottomRight()));
    paintHatch(area.intersected(QRectF(m_frame.plot)), false);
    paintLabel(area.intersected(QRectF(m_frame.plot)), label);
}

void ChartPainter::paintHatch(const QRectF& area, bool filled)
{
    if (area.width() < 1)
        return;
    m_painter.save();
    if (filled)
        m_painter.fillRect(area, themeColor(Token::OffTint));
    m_painter.setClipRect(area);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(themeColor(Token::LineStrong), 1));
    for (double left = area.left() - area.height(); left < area.right(); left += hatchStep)
        m_painter.drawLine(QPointF(left, area.bottom()), QPointF(left + area.height(), area.top()));
    m_painter.restore();
}

void ChartPainter::paintLabel(const QRectF& area, const QString& label)
{
    const Theme& theme = Theme::instance();
    m_painter.setFont(theme.sans(11, 500));
    const int wide = m_painter.fontMetrics().horizontalAdvance(label) + 12;
    if (label.isEmpty() || wide > m_frame.plot.width())
        return;
    QRectF box(0, 0, wide, 20);
    box.moveCenter(area.center());
    box.moveLeft(std::clamp<double>(box.left(), m_frame.plot.left(), m_frame.plot.right() - wide));
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(theme.color(Token::LineStrong));
    m_painter.setBrush(theme.color(Token::Raised));
    m_painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    m_painter.setPen(theme.color(Token::Text2));
    m_painter.drawText(box, Qt::AlignCenter, label);
    m_painter.restore();
}

} // namespace tidegate
