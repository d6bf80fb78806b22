// SPDX-License-Identifier: Apache-2.0
#include "models/stagewords.h"

#include <QCoreApplication>

namespace tidegate {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::Stage)
};

} // namespace

QString stageWord(const QString& stage)
{
    if (stage == QLatin1String("prod"))
        return Words::tr("prod");
    if (stage == QLatin1String("test"))
        return Words::tr("test");
    return stage == QLatin1String("dev") ? Words::tr("dev") : stage;
}

} // namespace tidegate
