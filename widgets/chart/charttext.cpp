// SPDX-License-Identifier: GPL-3.0-or-later
// What a ChartWidget says in words: title, values, and the sentences for those who can't see it.
#include "models/monitor/humanize.h"
#include "widgets/chart/axis.h"
#include "widgets/chart/chartwidget.h"
#include "widgets/chart/timeaxis.h"

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

QString ChartWidget::title() const
{
    if (!m_durations)
        return m_title.text();
    const double unit = drawing().unit;
    const QString name = unit >= dayUnit      ? tr("days")
                         : unit >= hourUnit   ? tr("hours")
                         : unit >= minuteUnit ? tr("minutes")
                                              : tr("seconds");
    return tr("%1, %2").arg(m_title.text(), name);
}

QString ChartWidget::numberText(double value) const
{
    if (m_durations)
        return humanDuration(value);
    return value > 0 && value < 10 ? QString::number(value, 'f', 1) : humanCount(value);
}

QString ChartWidget::valueText(const ChartSeries& series) const
{
    const auto at = m_axis->cursor();
    const auto point = at ? series.data->nearest(*at, drawing().gap) : series.data->last();
    if (!point || point->at < m_axis->from())
        return u"–"_s;
    // What ended a while ago is not what is now.
    if (!at && !m_axis->isLive() && m_axis->to() - point->at > drawing().gap)
        return u"–"_s;
    const QString number = numberText(point->value);
    return !at && dataState() == DataState::Stale ? number + u'?' : number;
}

QString ChartWidget::summary() const
{
    const qint64 span = m_axis->span();
    const QString from = timeLabel(m_axis->from(), span);
    const QString to = timeLabel(m_axis->to(), span);
    if (dataState() == DataState::Empty)
        return visibleGaps().empty() ? tr("nothing ran between %1 and %2").arg(from, to)
                                     : tr("no data between %1 and %2").arg(from, to);
    QStringList parts;
    for (const ChartSeries& series : m_series)
        parts << tr("%1 %2").arg(series.name, valueText(series));
    if (dataState() == DataState::Stale)
        parts << tr("stale");
    for (const auto& [begin, end] : visibleGaps())
        parts << tr("no data %1–%2").arg(timeLabel(begin, span), timeLabel(end, span));
    return tr("from %1 to %2: %3").arg(from, to, parts.join(u", "_s));
}

QString ChartWidget::cursorSummary() const
{
    if (!m_axis->cursor())
        return {};
    QStringList parts;
    for (const ChartSeries& series : m_series)
        parts << tr("%1 %2").arg(series.name, valueText(series));
    return tr("%1: %2").arg(timeLabel(*m_axis->cursor(), 0), parts.join(u", "_s));
}

} // namespace tidegate
