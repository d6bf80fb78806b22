// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartwidget.h"

#include "models/monitor/humanize.h"
#include "widgets/chart/axis.h"
#include "widgets/chart/timeaxis.h"
#include "widgets/components/focusring.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int left = 48;
constexpr int top = 34;
constexpr int bottom = 24;
constexpr int gridSteps = 3;
constexpr int missedSteps = 3;
constexpr int swatch = 18;

} // namespace

ChartWidget::ChartWidget(const QString& name, const QString& title, TimeAxis* axis, QWidget* parent)
    : QWidget(parent), m_title(title), m_axis(axis)
{
    setObjectName(name);
    setAccessibleName(title);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(axis, &TimeAxis::rangeChanged, this, &ChartWidget::refresh);
    connect(axis, &TimeAxis::cursorChanged, this, qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, &ChartWidget::refresh);
}

void ChartWidget::setSeries(const QList<ChartSeries>& series)
{
    m_series = series;
    refresh();
}

void ChartWidget::setExpectedStep(qint64 milliseconds)
{
    m_step = std::max<qint64>(milliseconds, 1);
    refresh();
}

void ChartWidget::refresh()
{
    m_picture = {};
    setAccessibleDescription(summary());
    update();
}

std::optional<qint64> ChartWidget::newest() const
{
    std::optional<qint64> at;
    for (const ChartSeries& series : m_series) {
        if (const auto last = series.data->last(); last && last->at >= m_axis->from())
            at = std::max(at.value_or(last->at), last->at);
    }
    return at;
}

ChartWidget::DataState ChartWidget::dataState() const
{
    const auto at = newest();
    if (!at)
        return DataState::Empty;
    return m_axis->isLive() && m_axis->to() - *at > missedSteps * m_step ? DataState::Stale : DataState::Current;
}

std::vector<std::pair<qint64, qint64>> ChartWidget::visibleGaps() const
{
    if (m_series.isEmpty())
        return {};
    return m_series.first().data->gaps(m_axis->from(), m_axis->to(), missedSteps * m_step);
}

QString ChartWidget::valueText(const ChartSeries& series) const
{
    const auto at = m_axis->cursor();
    const auto point = at ? series.data->nearest(*at, missedSteps * m_step) : series.data->last();
    if (!point || point->at < m_axis->from())
        return u"–"_s;
    const double value = point->value;
    const QString number = value > 0 && value < 10 ? QString::number(value, 'f', 1) : humanCount(value);
    return !at && dataState() == DataState::Stale ? number + u'?' : number;
}

QString ChartWidget::summary() const
{
    const DataState state = dataState();
    if (state == DataState::Empty)
        return tr("no data between %1 and %2").arg(timeLabel(m_axis->from(), 0), timeLabel(m_axis->to(), 0));
    QStringList parts;
    for (const ChartSeries& series : m_series)
        parts << tr("%1 %2").arg(series.name, valueText(series));
    if (state == DataState::Stale)
        parts << tr("stale");
    for (const auto& [from, to] : visibleGaps())
        parts << tr("no data %1–%2").arg(timeLabel(from, 0), timeLabel(to, 0));
    return parts.join(u", "_s);
}

QRect ChartWidget::plotRect() const
{
    return rect().adjusted(left, top, -2, -bottom);
}

ChartPainter::Frame ChartWidget::frame() const
{
    double highest = 0;
    for (const ChartSeries& series : m_series)
        highest = std::max(highest, series.data->maximum(m_axis->from(), m_axis->to()));
    return {plotRect(), m_axis->from(), m_axis->to(), niceCeiling(highest, gridSteps), missedSteps * m_step};
}

void ChartWidget::paintPicture()
{
    const qreal ratio = devicePixelRatioF();
    m_picture = QPixmap((QSizeF(size()) * ratio).toSize());
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    ChartPainter chart(painter, frame());
    chart.paintGrid(gridSteps);
    chart.paintTimes();
    for (const ChartSeries& series : std::as_const(m_series))
        chart.paintSeries(series);
    paintAbsence(chart);
}

void ChartWidget::paintAbsence(ChartPainter& chart) const
{
    const qint64 span = m_axis->span();
    for (const auto& [from, to] : visibleGaps())
        chart.paintNoData(from, to, tr("no data %1–%2").arg(timeLabel(from, span), timeLabel(to, span)));
    const auto at = newest();
    if (!at)
        chart.paintNoData(m_axis->from(), m_axis->to(), tr("no data"));
    else if (dataState() == DataState::Stale)
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
    if (hasFocus())
        paintFocusRing(painter, rect(), 4);
}

void ChartWidget::paintHead(QPainter& painter) const
{
    const Theme& theme = Theme::instance();
    painter.setFont(theme.sans(13, 600));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(QRect(0, 2, width(), 20), Qt::AlignVCenter, m_title);
    int right = width() - 2;
    for (auto series = m_series.crbegin(); series != m_series.crend(); ++series) {
        // The value has as much room as it can ever need: the legend stands still.
        painter.setFont(theme.mono(12));
        const int room = painter.fontMetrics().horizontalAdvance(u"00.0 M?"_s);
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
        if (const auto point = series.data->nearest(*at, missedSteps * m_step)) {
            painter.setPen(QPen(theme.color(Token::Canvas), 1.5));
            painter.setBrush(theme.color(series.color));
            painter.drawEllipse(QPointF(x + 0.5, chart.y(point->value)), 4, 4);
        }
    }
    painter.setFont(theme.mono(11));
    const QString label = timeLabel(*at, 0);
    QRect box(0, plot.bottom() + 4, painter.fontMetrics().horizontalAdvance(label) + 12, 18);
    box.moveLeft(std::clamp(x - box.width() / 2, 0, std::max(0, width() - box.width())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Text));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(theme.color(Token::Canvas));
    painter.drawText(box, Qt::AlignCenter, label);
}

void ChartWidget::resizeEvent(QResizeEvent*)
{
    m_picture = {};
}

void ChartWidget::mouseMoveEvent(QMouseEvent* event)
{
    const QRect plot = plotRect();
    const double share = (event->position().x() - plot.left()) / std::max(plot.width(), 1);
    if (share < 0 || share > 1)
        return m_axis->setCursor({});
    m_axis->setCursor(m_axis->from() + static_cast<qint64>(share * static_cast<double>(m_axis->span())));
}

void ChartWidget::leaveEvent(QEvent*)
{
    m_axis->setCursor({});
}

void ChartWidget::moveCursor(qint64 by)
{
    m_axis->setCursor(m_axis->cursor().value_or(m_axis->to()) + by);
    setAccessibleDescription(summary());
}

void ChartWidget::keyPressEvent(QKeyEvent* event)
{
    const qint64 step = std::max(m_step, m_axis->span() / 100);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(-step);
    case Qt::Key_Right:
        return moveCursor(step);
    case Qt::Key_Home:
        return m_axis->setCursor(m_axis->from());
    case Qt::Key_End:
        return m_axis->setCursor(m_axis->to());
    case Qt::Key_Escape:
        if (m_axis->cursor())
            return m_axis->setCursor({});
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace tidegate
