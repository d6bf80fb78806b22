// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/runway.h"

#include "models/qtconvert.h"

#include <algorithm>
#include <array>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WayName
{
    RunWay way;
    QLatin1StringView id;
    QLatin1StringView offer; ///< as an error names it; empty where none does
};

constexpr std::array<WayName, 6> wayNames{{{RunWay::Plain, "run"_L1, {}},
                                           {RunWay::DryRun, "dryRun"_L1, {}},
                                           {RunWay::Again, "again"_L1, {}},
                                           {RunWay::AcceptChange, "acceptChange"_L1, "accept_change"_L1},
                                           {RunWay::TakeOver, "takeOver"_L1, "take_over"_L1},
                                           {RunWay::Reload, "reload"_L1, "reload"_L1}}};

} // namespace

QString wayId(RunWay way)
{
    return std::ranges::find(wayNames, way, &WayName::way)->id;
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
        const auto name = std::ranges::find_if(wayNames, [&offer](const WayName& each) { return each.offer == offer; });
        if (name != wayNames.end())
            offers << name->way;
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
