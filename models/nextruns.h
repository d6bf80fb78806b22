// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/jobdefinition.h"

#include <QDateTime>
#include <QString>

namespace tidegate {

/// The next fire times of a schedule in its own zone: "02:00 on Fri 13, Sat 14, Sun 15", or with a time each where
/// they differ. Empty where the cron line never fires.
QString nextRuns(const Schedule& schedule, const QDateTime& now, int count);

} // namespace tidegate
