// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/monitor/runcontroller.h"

#include <QList>

namespace tidegate {

/// The ways in which a person can ask for a run.
enum class RunWay { Plain, DryRun, Again, AcceptChange, TakeOver, Reload };

/// "takeOver" …: for names of objects.
QString wayId(RunWay way);
RunController::Options optionsOf(RunWay way);
/// What may be done about how a run ended: what its error offers, the likeliest first. Empty where nothing is offered.
QList<RunWay> offersOf(const RunStatus& status);

} // namespace tidegate
