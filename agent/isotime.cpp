// SPDX-License-Identifier: Apache-2.0
#include "agent/isotime.h"

#include "schedule/zone.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace tidegate::agent {

namespace {

using std::chrono::seconds;

std::optional<TimePoint> read(const char* form, const std::string& text, const cctz::time_zone& zone)
{
    TimePoint time;
    return cctz::parse(form, text, zone, &time) ? std::optional(time) : std::nullopt;
}

} // namespace

TimePoint systemNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string isoTime(TimePoint time)
{
    const auto whole = std::chrono::floor<seconds>(time);
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(whole)),
                       (time - whole).count());
}

std::string isoSeconds(std::chrono::sys_seconds time)
{
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

std::string isoNow()
{
    return isoTime(systemNow());
}

std::optional<TimePoint> parseTime(std::string_view text, std::string_view zone)
{
    std::string plain(text);
    if (plain.size() > 10 && (plain[10] == ' ' || plain[10] == 'T'))
        plain[10] = 'T';
    for (const char* form : {"%Y-%m-%dT%H:%M:%E*S%Ez", "%Y-%m-%dT%H:%M%Ez"}) {
        if (const auto time = read(form, plain, cctz::utc_time_zone()))
            return time;
    }
    const auto known = Zone::named(zone);
    if (!known)
        return std::nullopt;
    for (const char* form : {"%Y-%m-%dT%H:%M:%E*S", "%Y-%m-%dT%H:%M", "%Y-%m-%d"}) {
        if (const auto time = read(form, plain, known->rules()))
            return time;
    }
    return std::nullopt;
}

} // namespace tidegate::agent
