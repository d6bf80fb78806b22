// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/monitor/logroles.h"
#include "widgets/theme/tokens.h"

#include <QModelIndex>
#include <QString>

namespace tidegate {

// How a row of a log model reads as a line.

LogSeverity severityOf(const QModelIndex& line);
/// D, I, W or E: the level does not depend on a colour.
QString levelLetter(LogSeverity severity);
Token levelColor(LogSeverity severity);
/// "08:53:40.118", local.
QString lineTime(const QModelIndex& line);
QString lineText(const QModelIndex& line);
/// Time, level and text, as it is copied.
QString wholeLine(const QModelIndex& line);

} // namespace tidegate
