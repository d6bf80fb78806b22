// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/axis.h"

#include "models/monitor/humanize.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

double niceStep(double highest, int steps)
{
    const double raw = highest / std::max(steps, 1);
    if (!(raw > 0))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (raw <= factor * power * (1 + 1e-9))
            return factor * power;
    }
    return 10 * power;
}

double niceCeiling(double highest, int steps)
{
    if (!(highest > 0))
        return 1;
    const double step = niceStep(highest, steps);
    return step * std::ceil(highest / step - 1e-9);
}

double durationUnit(double highest)
{
    if (highest < 2 * minuteUnit)
        return 1;
    return highest < 2 * hourUnit ? minuteUnit : highest < 2 * dayUnit ? hourUnit : dayUnit;
}

QString valueLabel(double value)
{
    if (value < 10)
        return QString::number(value);
    static const QRegularExpression zeros(u"\\.0+(?= )|(\\.\\d*?[1-9])0+(?= )"_s);
    return humanCount(value).replace(zeros, u"\\1"_s);
}

std::vector<qint64> timeTicks(qint64 from, qint64 to, int most)
{
    static constexpr std::array<qint64, 19> steps{1,   2,   5,    10,   15,   30,    60,    120,   180,  300,
                                                  600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400};
    std::vector<qint64> ticks;
    if (to <= from || most < 1)
        return ticks;
    qint64 step = steps.back() * 1000;
    for (const qint64 seconds : steps) {
        if ((to - from) / (seconds * 1000) < most) {
            step = seconds * 1000;
            break;
        }
    }
    const qint64 zone = QDateTime::fromMSecsSinceEpoch(from).offsetFromUtc() * 1000LL;
    const qint64 first = (from + zone + step - 1) / step * step - zone;
    for (qint64 at = first; at <= to; at += step)
        ticks.push_back(at);
    return ticks;
}

QString timeLabel(qint64 at, qint64 span)
{
    constexpr qint64 minute = 60'000;
    constexpr qint64 day = 24 * 60 * minute;
    const QString format = span <= 10 * minute ? u"HH:mm:ss"_s : span <= day ? u"HH:mm"_s : u"MM-dd HH:mm"_s;
    return QDateTime::fromMSecsSinceEpoch(at).toString(format);
}

} // namespace tidegate
