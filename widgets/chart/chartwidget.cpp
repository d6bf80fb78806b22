// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartwidget.h"

#include "models/language.h"
#include "widgets/chart/axis.h"
#include "widgets/chart/chartaccessible.h"
#include "widgets/chart/timeaxis.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int left = 48;
constexpr int top = 34;
constexpr int bottom = 24;
constexpr int gridSteps = 3;
constexpr int missedSteps = 3;
constexpr int cursorSteps = 100;

} // namespace

ChartWidget::ChartWidget(const QString& name, const Phrase& title, TimeAxis* axis, QWidget* parent)
    : QWidget(parent), m_title(title), m_axis(axis)
{
    installChartAccessibility();
    setObjectName(name);
    translated(this, title, [this](const QString& words) {
        setAccessibleName(words);
        refresh();
    });
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(axis, &TimeAxis::rangeChanged, this, &ChartWidget::refresh);
    connect(axis, &TimeAxis::cursorChanged, this, &ChartWidget::onCursor);
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

void ChartWidget::setActive(std::optional<std::vector<Stretch>> active)
{
    if (m_active == active)
        return;
    m_active = std::move(active);
    refresh();
}

void ChartWidget::setMarkers(const QList<ChartMarker>& markers)
{
    if (m_markers == markers)
        return;
    m_markers = markers;
    refresh();
}

void ChartWidget::refresh()
{
    m_picture = {};
    m_drawing.reset();
    update();
}

const ChartWidget::Drawing& ChartWidget::drawing() const
{
    if (m_drawing)
        return *m_drawing;
    Drawing drawing;
    const int columns = std::max(1, plotRect().width());
    // A pause shorter than a pixel can't be seen.
    drawing.gap = std::max(missedSteps * m_step, m_axis->span() / columns * 2);
    double highest = 0;
    for (const ChartSeries& series : m_series) {
        auto outline = series.data->outline(m_axis->from(), m_axis->to(), columns, drawing.gap);
        for (const TimePoint& point : outline) {
            if (point.at >= m_axis->from() && point.at <= m_axis->to())
                highest = std::max(highest, point.value);
        }
        if (drawing.outlines.empty())
            drawing.gaps = outline.empty() ? unmeasured(drawing.gap) : gapsOf(outline, drawing.gap);
        drawing.outlines.push_back(std::move(outline));
    }
    drawing.unit = m_durations ? durationUnit(highest) : 1;
    drawing.highest = niceCeiling(highest / drawing.unit, gridSteps) * drawing.unit;
    m_drawing = std::move(drawing);
    return *m_drawing;
}

std::vector<ChartWidget::Stretch> ChartWidget::gapsOf(const std::vector<TimePoint>& outline, qint64 longer) const
{
    std::vector<Stretch> gaps;
    const auto add = [&](qint64 from, qint64 to) {
        from = std::max(from, m_axis->from());
        to = std::min(to, m_axis->to());
        if (to - from > longer)
            gaps.emplace_back(from, to);
    };
    for (std::size_t i = 1; i < outline.size(); ++i) {
        const qint64 from = outline[i - 1].at;
        const qint64 to = outline[i].at;
        if (to - from <= longer)
            continue;
        if (!m_active) {
            add(from, to);
            continue;
        }
        for (const auto& [begin, end] : *m_active) {
            if (begin < to && end > from)
                add(std::max(from, begin), std::min(to, end));
        }
    }
    return gaps;
}

std::vector<ChartWidget::Stretch> ChartWidget::unmeasured(qint64 longer) const
{
    if (!m_active)
        return {{m_axis->from(), m_axis->to()}};
    std::vector<Stretch> found;
    for (const auto& [begin, end] : *m_active) {
        const Stretch inside{std::max(begin, m_axis->from()), std::min(end, m_axis->to())};
        if (inside.second - inside.first > longer)
            found.push_back(inside);
    }
    return found;
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

std::vector<ChartWidget::Stretch> ChartWidget::visibleGaps() const
{
    return drawing().gaps;
}

QRect ChartWidget::plotRect() const
{
    return rect().adjusted(left, top, -2, -bottom);
}

ChartPainter::Frame ChartWidget::frame() const
{
    return {plotRect(), m_axis->from(), m_axis->to(), drawing().highest, drawing().gap, drawing().unit};
}

void ChartWidget::resizeEvent(QResizeEvent*)
{
    m_picture = {};
    m_drawing.reset();
}

void ChartWidget::onCursor()
{
    update();
    if (hasFocus())
        announceCursor(this);
}

void ChartWidget::mouseMoveEvent(QMouseEvent* event)
{
    const QRect plot = plotRect();
    const double share = (event->position().x() - plot.left()) / std::max(plot.width(), 1);
    if (share < 0 || share > 1)
        return m_axis->setCursor({});
    m_axis->setCursor(m_axis->from() + static_cast<qint64>(share * static_cast<double>(m_axis->span())));
}

void ChartWidget::focusInEvent(QFocusEvent* event)
{
    m_keyboardFocus = event->reason() != Qt::MouseFocusReason;
    QWidget::focusInEvent(event);
}

void ChartWidget::focusOutEvent(QFocusEvent* event)
{
    m_keyboardFocus = false;
    QWidget::focusOutEvent(event);
}

void ChartWidget::leaveEvent(QEvent*)
{
    if (!hasFocus())
        m_axis->setCursor({});
}

qint64 ChartWidget::cursorStep() const
{
    return std::max(m_step, m_axis->span() / cursorSteps);
}

void ChartWidget::moveCursor(qint64 by)
{
    m_axis->setCursor(m_axis->cursor().value_or(m_axis->to()) + by);
}

void ChartWidget::keyPressEvent(QKeyEvent* event)
{
    const qint64 step = event->modifiers().testFlag(Qt::ControlModifier) ? m_axis->span() / 10 : cursorStep();
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
