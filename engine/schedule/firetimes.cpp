// SPDX-License-Identifier: Apache-2.0
#include "schedule/firetimes.h"

#include <algorithm>

namespace tidegate {

namespace {

using cctz::civil_day;
using cctz::civil_minute;
using Instant = FireTimes::Instant;
using Kind = cctz::time_zone::civil_lookup;

constexpr auto longestGap = std::chrono::hours(3);
/// 29 February on a certain day of the week can be 40 years away: 2088 is followed by 2128.
constexpr int searchedDays = 40 * 366;

int weekdayNumber(const civil_day& day)
{
    return (static_cast<int>(cctz::get_weekday(day)) + 1) % 7; // cctz counts from Monday
}

void sortOut(std::vector<Instant>& times)
{
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
}

} // namespace

std::optional<Instant> FireTimes::next(Instant after) const
{
    const auto times = next(after, 1);
    return times.empty() ? std::nullopt : std::optional(times.front());
}

std::vector<Instant> FireTimes::next(Instant after, std::size_t count) const
{
    // Instants of two neighbouring days can be mixed where a clock is put back over midnight: one day before, and one
    // more after there are enough.
    const civil_day first = civil_day(cctz::convert(after, m_zone.rules())) - 1;
    std::vector<Instant> times;
    for (int days = 0; days < searchedDays; ++days) {
        const bool enough = times.size() >= count;
        for (const Instant time : onDay(first + days)) {
            if (time > after)
                times.push_back(time);
        }
        if (enough)
            break;
    }
    sortOut(times);
    times.resize(std::min(times.size(), count));
    return times;
}

std::vector<Instant> FireTimes::between(Instant after, Instant upTo, std::size_t most) const
{
    std::vector<Instant> times;
    const civil_day last = civil_day(cctz::convert(upTo, m_zone.rules())) + 1;
    for (civil_day day = civil_day(cctz::convert(after, m_zone.rules())) - 1; day <= last; ++day) {
        for (const Instant time : onDay(day)) {
            if (time > after && time <= upTo)
                times.push_back(time);
        }
        if (times.size() > 4 * most + 4096)
            times.erase(times.begin(), times.end() - static_cast<std::ptrdiff_t>(most));
    }
    sortOut(times);
    if (times.size() > most)
        times.erase(times.begin(), times.end() - static_cast<std::ptrdiff_t>(most));
    return times;
}

std::vector<Instant> FireTimes::onDay(const civil_day& day) const
{
    std::vector<Instant> times;
    if (!m_line.matchesDay(day.month(), day.day(), weekdayNumber(day)))
        return times;
    for (int hour = 0; hour < 24; ++hour) {
        for (int minute = 0; m_line.hours().has(hour) && minute < 60; ++minute) {
            if (m_line.minutes().has(minute))
                add(times, civil_minute(day.year(), day.month(), day.day(), hour, minute));
        }
    }
    sortOut(times);
    return times;
}

void FireTimes::add(std::vector<Instant>& times, const civil_minute& minute) const
{
    const auto found = m_zone.rules().lookup(cctz::civil_second(minute));
    switch (found.kind) {
    case Kind::UNIQUE:
        times.push_back(found.pre);
        break;
    case Kind::REPEATED:
        times.push_back(found.pre);
        if (m_line.followsWall())
            times.push_back(found.post);
        break;
    case Kind::SKIPPED:
        // `pre` is read with the offset of before and so lies after the gap by as much as the time lay inside it.
        if (!m_line.followsWall() && found.pre - found.post <= longestGap)
            times.push_back(found.trans);
        break;
    }
}

} // namespace tidegate
