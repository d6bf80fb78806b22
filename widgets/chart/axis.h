// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace tidegate {

/// 1, 2 or 5 times a power of ten, so that at most `steps` of them reach `highest`.
double niceStep(double highest, int steps);
/// The lowest number of steps that covers `highest`, times the step; 1 where there is nothing.
double niceCeiling(double highest, int steps);

inline constexpr double minuteUnit = 60;
inline constexpr double hourUnit = 60 * minuteUnit;
inline constexpr double dayUnit = 24 * hourUnit;
/// What an axis of durations up to `highest` seconds is told in: 1, or one of the three above.
double durationUnit(double highest);

/// "15 k", "2.5 k", "0.5": a round number needs no zeros behind the point.
QString valueLabel(double value);

/// Full seconds, minutes, hours between two times (ms since 1970) in local time, at most `most`.
std::vector<qint64> timeTicks(qint64 from, qint64 to, int most);
/// "08:44", with seconds where the whole axis is short, with the day where it is longer than one. Span 0: to the
/// second.
QString timeLabel(qint64 at, qint64 span);

} // namespace tidegate
