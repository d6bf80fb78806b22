// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/humanize.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::humanize)
};

/// Three significant digits, never an exponent.
QString threeDigits(double value)
{
    const double size = std::abs(value);
    const int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    return QLocale::c().toString(value, 'f', decimals);
}

QString withPrefix(double value, const QString& unit)
{
    static constexpr std::array<QStringView, 5> prefixes{u"", u"k", u"M", u"G", u"T"};
    std::size_t step = 0;
    while (std::abs(value) >= 999.5 && step + 1 < prefixes.size()) {
        value /= 1000;
        ++step;
    }
    const QString number = step == 0 ? QString::number(std::llround(value)) : threeDigits(value);
    const QString tail = prefixes.at(step).toString() + unit;
    return tail.isEmpty() ? number : number + u' ' + tail;
}

} // namespace

QString humanCount(double value)
{
    return withPrefix(value, {});
}

QString humanBytes(double bytes)
{
    return withPrefix(bytes, u"B"_s);
}

QString humanDuration(double seconds)
{
    if (seconds < 9.95)
        return Words::tr("%1 s").arg(QLocale::c().toString(std::max(0.0, seconds), 'f', 1));
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60)
        return Words::tr("%1 s").arg(whole);
    if (whole < 3600)
        return Words::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return Words::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString durationRange(double low, double high)
{
    const double unit = high < 100 ? 1 : high < 100 * 60 ? 60 : 3600;
    const double step = unit == 1 ? 5 : 1;
    const auto from = static_cast<qint64>(std::floor(low / unit / step) * step);
    const auto to = static_cast<qint64>(std::max(std::ceil(high / unit / step) * step, step));
    if (from == to)
        return (unit == 1    ? Words::tr("about %1 s")
                : unit == 60 ? Words::tr("about %1 min")
                             : Words::tr("about %1 h"))
            .arg(to);
    return (unit == 1    ? Words::tr("%1–%2 s")
            : unit == 60 ? Words::tr("%1–%2 min")
                         : Words::tr("%1–%2 h"))
        .arg(from)
        .arg(to);
}

QString groupedCount(qint64 value)
{
    static const QLocale english(QLocale::English, QLocale::UnitedStates);
    return english.toString(value);
}

} // namespace tidegate
