// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/runway.h"

#include "models/qtconvert.h"

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

QString wayId(RunWay way)
{
    switch (way) {
    case RunWay::Plain:
        return u"run"_s;
    case RunWay::DryRun:
        return u"dryRun"_s;
    case RunWay::Again:
        return u"again"_s;
    case RunWay::AcceptChange:
        return u"acceptChange"_s;
    case RunWay::TakeOver:
        return u"takeOver"_s;
    case RunWay::Reload:
        break;
    }
    return u"reload"_s;
}

RunController::Options optionsOf(RunWay way)
{
    return {.dryRun = way == RunWay::DryRun,
            .again = way == RunWay::Again,
            .reload = way == RunWay::Reload,
            .acceptChange = way == RunWay::AcceptChange,
            .takeOver = way == RunWay::TakeOver};
}

QList<RunWay> offersOf(const RunStatus& status)
{
    if (status.isActive() || status.stage == RunStatus::Stage::Never)
        return {};
    if (!status.error) {
        const bool differs = !status.verified.value_or(true);
        return differs                                     ? QList{RunWay::Again}
               : status.stage == RunStatus::Stage::Unknown ? QList{RunWay::Plain}
                                                           : QList<RunWay>{};
    }
    QList<RunWay> offers;
    for (const QString& offer : toQt(status.error->detail("offers")).split(u',', Qt::SkipEmptyParts)) {
        if (offer == u"accept_change")
            offers << RunWay::AcceptChange;
        else if (offer == u"reload")
            offers << RunWay::Reload;
        else if (offer == u"take_over")
            offers << RunWay::TakeOver;
    }
    switch (status.error->code) {
    case ErrorCode::ConnectFailed:
    case ErrorCode::ConnectionLost:
    case ErrorCode::OutcomeUnknown:
    case ErrorCode::Busy:
    case ErrorCode::Fenced:
    case ErrorCode::QueryFailed:
    case ErrorCode::DataRejected:
        offers << RunWay::Plain;
        break;
    default:
        break;
    }
    return offers;
}

} // namespace tidegate
