// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/knownrun.h"
#include "models/monitor/logmodel.h"
#include "widgets/theme/statepainter.h"

#include <QString>

namespace tidegate {

/// The glyph that a run's stage and outcome deserve.
State stateOf(const RunStatus& status);
State stateOfOutcome(const QString& outcome);
/// "running for 12 min 41 s", "applied in 16 s", "not run yet".
QString stageSentence(const RunStatus& status);
/// "window 2026-03-11 02:00 to 2026-03-12 01:58", in the column's own literals.
QString windowSentence(const RunStatus& status);
/// "reading 3.2 M of about 5 M rows", "applying in one transaction".
QString progressSentence(const RunStatus& status);

/// "last run yesterday 02:00, applied in 16 min".
QString lastRunSentence(const RunStatus& status);
/// What is known of a run whose log is not here, as lines: who started it where, its windows and its counters.
QList<LogModel::Remark> factsOf(const KnownRun& run);

} // namespace tidegate
