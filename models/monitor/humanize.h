// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tidegate {

/// 980, "12.4 k", "9.31 M": three digits that matter, for numbers that change while one looks.
QString humanCount(double value);
/// "6.1 MB", decimal.
QString humanBytes(double bytes);
/// "0.8 s", "41 s", "12 min 41 s", "3 h 5 min".
QString humanDuration(double seconds);
/// "4–6 min", "40–50 s", "about 3 min": in one unit, as coarse as a guess deserves.
QString durationRange(double low, double high);
/// 41204118 as "41,204,118": every digit, for tables.
QString groupedCount(qint64 value);

} // namespace tidegate
