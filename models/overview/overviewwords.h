// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/overviewdata.h"
#include "models/overview/overviewtotals.h"

namespace tidegate {

/// "3 s", "41 min", "5 h 29 min", "2 d": how long ago or how late, in two units at most.
QString ageText(qint64 seconds);
/// "08:41", "yesterday 17:20", "Mon 10:02", "2026-03-02", in local time.
QString momentText(const QDateTime& at, const QDateTime& now);
/// "3,214", "88,204", "41.2 M": every digit as long as they fit a column.
QString rowsText(qint64 rows);
/// "every 10 min", "hourly", "daily"; empty where the fires are not even.
QString cadenceText(std::optional<qint64> seconds);

/// "2 jobs need you", "Nothing needs you".
QString answerText(const OverviewTotals& totals);
/// "40 of 42 ran as planned since yesterday 08:41".
QString scopeText(const OverviewTotals& totals, const OverviewSnapshot& snapshot, const QDateTime& now);

} // namespace tidegate
