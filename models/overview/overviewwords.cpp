// SPDX-License-Identifier: Apache-2.0
#include "models/overview/overviewwords.h"

#include "models/monitor/humanize.h"

#include <QCoreApplication>
#include <QLocale>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::OverviewWords)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;
constexpr qint64 exactRows = 100'000;

} // namespace

QString ageText(qint64 seconds)
{
    seconds = std::max<qint64>(0, seconds);
    if (seconds < minute)
        return Words::tr("%1 s").arg(seconds);
    if (seconds < hour)
        return Words::tr("%1 min").arg(seconds / minute);
    if (seconds >= 2 * day)
        return Words::tr("%1 d").arg(seconds / day);
    const qint64 minutes = seconds % hour / minute;
    return minutes == 0 ? Words::tr("%1 h").arg(seconds / hour)
                        : Words::tr("%1 h %2 min").arg(seconds / hour).arg(minutes);
}

QString momentText(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return u"–"_s;
    const QDateTime local = at.toLocalTime();
    const QString time = local.toString(u"HH:mm"_s);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return time;
    if (days == 1)
        return Words::tr("yesterday %1").arg(time);
    if (days == -1)
        return Words::tr("tomorrow %1").arg(time);
    if (days > -7 && days < 7)
        return Words::tr("%1 %2", "day of the week, time")
            .arg(QLocale().dayName(local.date().dayOfWeek(), QLocale::ShortFormat), time);
    return local.toString(u"yyyy-MM-dd"_s);
}

QString rowsText(qint64 rows)
{
    return rows < exactRows ? groupedCount(rows) : humanCount(static_cast<double>(rows));
}

QString cadenceText(std::optional<qint64> seconds)
{
    if (!seconds)
        return {};
    if (*seconds == day)
        return Words::tr("daily");
    if (*seconds == hour)
        return Words::tr("hourly");
    if (*seconds % day == 0)
        return Words::tr("every %1 d").arg(*seconds / day);
    if (*seconds % hour == 0)
        return Words::tr("every %1 h").arg(*seconds / hour);
    return *seconds % minute == 0 ? Words::tr("every %1 min").arg(*seconds / minute)
                                  : Words::tr("every %1 s").arg(*seconds);
}

QString answerText(const OverviewTotals& totals)
{
    if (totals.needing == 0)
        return totals.jobs == totals.unrun ? Words::tr("Nothing has run yet") : Words::tr("Nothing needs you");
    return totals.needing == 1 ? Words::tr("1 job needs you") : Words::tr("%1 jobs need you").arg(totals.needing);
}

QString scopeText(const OverviewTotals& totals, const OverviewSnapshot& snapshot, const QDateTime& now)
{
    if (totals.jobs == totals.unrun)
        return totals.jobs == 1 ? Words::tr("1 job in this pool") : Words::tr("%1 jobs in this pool").arg(totals.jobs);
    const QString since = momentText(snapshot.from, now);
    if (totals.unrun > 0)
        return Words::tr("%1 of %2 ran as planned since %3, %4 have not run yet")
            .arg(totals.good)
            .arg(totals.jobs)
            .arg(since)
            .arg(totals.unrun);
    return Words::tr("%1 of %2 ran as planned since %3").arg(totals.good).arg(totals.jobs).arg(since);
}

} // namespace tidegate
