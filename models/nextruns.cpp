// SPDX-License-Identifier: Apache-2.0
#include "models/nextruns.h"

#include "models/qtconvert.h"
#include "schedule/firetimes.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::JobFact)
};

} // namespace

QString nextRuns(const Schedule& schedule, const QDateTime& now, int count)
{
    const auto line = CronLine::parse(schedule.cron);
    const auto zone = schedule.zone.empty() ? Result<Zone>(Zone::local()) : Zone::named(schedule.zone);
    if (!line || !zone)
        return {};
    const FireTimes times(*line, *zone);
    const FireTimes::Instant after{std::chrono::seconds(now.toSecsSinceEpoch())};
    const QTimeZone place(toQt(zone->name()).toLatin1());
    QList<QDateTime> moments;
    for (const auto& instant : times.next(after, static_cast<std::size_t>(count))) {
        const auto moment = QDateTime::fromSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
        moments << (place.isValid() ? moment.toTimeZone(place) : moment);
    }
    if (moments.isEmpty())
        return {};
    const auto clock = moments.first().time();
    const bool sameClock =
        std::ranges::all_of(moments, [&](const QDateTime& moment) { return moment.time() == clock; });
    const QLocale locale;
    QStringList days;
    for (const auto& moment : moments)
        days << locale.toString(moment, sameClock ? u"ddd d"_s : u"ddd HH:mm"_s);
    const auto list = days.join(u", "_s);
    return sameClock ? Words::tr("%1 on %2").arg(clock.toString(u"HH:mm"_s), list) : list;
}

} // namespace tidegate
