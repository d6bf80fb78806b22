// SPDX-License-Identifier: GPL-3.0-or-later
// How a ChartWidget paints itself: the picture that is kept, and what moves above it.
#include "widgets/chart/axis.h"
#include "widgets/chart/chartwidget.h"
#include "widgets/chart/timeaxis.h"
#include "widgets/components/focusring.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int gridSteps = 3;
constexpr int swatch = 18;

} // namespace

void ChartWidget::paintPicture()
{
    const qreal ratio = devicePixelRatioF();
    m_picture = QPixmap((QSizeF(size()) * ratio).toSize());
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    ChartPainter chart(painter, frame());
    const Drawing& drawn = drawing();
    const bool measured = std::ranges::any_of(drawn.outlines, [](const auto& outline) { return !outline.empty(); });
    chart.paintGrid(measured ? gridSteps : 0);
    chart.paintTimes();
    for (qsizetype i = 0; i < m_series.size(); ++i)
        chart.paintSeries(m_series.at(i), drawn.outlines[static_cast<std::size_t>(i)]);
    paintAbsence(chart);
    for (const ChartMarker& marker : std::as_const(m_markers))
        chart.paintMarker(marker.at, marker.label, marker.color);
}

void ChartWidget::paintAbsence(ChartPainter& chart) const
{
    const qint64 span = m_axis->span();
    for (const auto& [from, to] : visibleGaps())
        chart.paintNoData(from, to, tr("no data %1–%2").arg(timeLabel(from, span), timeLabel(to, span)));
    const auto at = newest();
    if (!at && visibleGaps().empty())
        chart.paintRemark(tr("nothing ran"));
    else if (at && dataState() == DataState::Stale)
        chart.paintStale(*at, tr("stale since %1").arg(timeLabel(*at, span)));
}

void ChartWidget::paintEvent(QPaintEvent*)
{
    if (m_picture.isNull())
        paintPicture();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    paintHead(painter);
    paintCursor(painter);
    if (m_keyboardFocus)
        paintFocusRing(painter, rect(), 4);
}

void ChartWidget::paintHead(QPainter& painter) const
{
    const Theme& theme = Theme::instance();
    painter.setFont(theme.sans(13, 600));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(0, 2, width(), 20), Qt::AlignVCenter, title());
    int right = width() - 2;
    for (auto series = m_series.crbegin(); series != m_series.crend(); ++series) {
        // The value has as much room as it can ever need: the legend stands still.
        painter.setFont(theme.mono(12));
        const int room = painter.fontMetrics().horizontalAdvance(m_durations ? u"99 min 59 s?"_s : u"00.0 M?"_s);
        painter.setPen(theme.color(Token::Text));
        painter.drawText(QRect(right - room, 2, room, 20), Qt::AlignRight | Qt::AlignVCenter, valueText(*series));
        right -= room + 6;
        painter.setFont(theme.sans(12));
        painter.setPen(theme.color(Token::Text2));
        const int wide = painter.fontMetrics().horizontalAdvance(series->name);
        painter.drawText(QRect(right - wide, 2, wide + 1, 20), Qt::AlignVCenter, series->name);
        right -= wide + 6;
        QPen pen(theme.color(series->color), 2, Qt::SolidLine, Qt::FlatCap);
        if (series->dashed)
            pen.setDashPattern({3, 1});
        painter.setPen(pen);
        painter.drawLine(right - swatch, 12, right, 12);
        right -= swatch + 16;
    }
}

void ChartWidget::paintCursor(QPainter& painter) const
{
    const auto at = m_axis->cursor();
    if (!at)
        return;
    const Theme& theme = Theme::instance();
    const ChartPainter chart(painter, frame());
    const QRect plot = plotRect();
    const int x = qRound(chart.x(*at));
    painter.fillRect(x, plot.top() - 6, 1, plot.height() + 6, theme.color(Token::Text2));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ChartSeries& series : m_series) {
        if (const auto point = series.data->nearest(*at, drawing().gap)) {
            painter.setPen(QPen(theme.color(Token::Canvas), 1.5));
            painter.setBrush(theme.color(series.color));
            painter.drawEllipse(QPointF(x + 0.5, chart.y(point->value)), 4, 4);
        }
    }
    if (m_cursorLabel)
        paintCursorTime(painter, x);
}

void ChartWidget::paintCursorTime(QPainter& painter, int x) const
{
    const Theme& theme = Theme::instance();
    painter.setFont(theme.mono(11));
    const QString label = timeLabel(*m_axis->cursor(), 0);
    QRect box(0, plotRect().bottom() + 4, painter.fontMetrics().horizontalAdvance(label) + 12, 18);
    box.moveLeft(std::clamp(x - box.width() / 2, 0, std::max(0, width() - box.width())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Text));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(theme.color(Token::Canvas));
    painter.drawText(box, Qt::AlignCenter, label);
}

} // namespace tidegate
