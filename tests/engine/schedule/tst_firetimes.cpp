// SPDX-License-Identifier: Apache-2.0
#include "schedule/firetimes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tidegate;

namespace {

FireTimes::Instant utc(const std::string& text)
{
    FireTimes::Instant instant;
    REQUIRE(cctz::parse("%Y-%m-%d %H:%M", text, cctz::utc_time_zone(), &instant));
    return instant;
}

FireTimes fireTimes(const std::string& line, const std::string& zone)
{
    return {*CronLine::parse(line), *Zone::named(zone)};
}

/// What is known: from the zone's published changes, by hand.
struct Known
{
    std::string why;
    std::string line;
    std::string zone;
    std::string after;              ///< UTC
    std::vector<std::string> fires; ///< local time with offset, as people would read it off a clock
};

const std::vector<Known> table{
    {"no clock changes in Shanghai",
     "0 2 * * *",
     "Asia/Shanghai",
     "2024-03-30 12:00",
     {"2024-03-31 02:00 +0800", "2024-04-01 02:00 +0800"}},
    {"Berlin, summer begins: 02:30 does not exist, it fires right after the gap",
     "30 2 * * *",
     "Europe/Berlin",
     "2024-03-29 12:00",
     {"2024-03-30 02:30 +0100", "2024-03-31 03:00 +0200", "2024-04-01 02:30 +0200"}},
    {"Berlin, summer begins: two times in the gap and one at its end are one",
     "0,30 2,3 * * *",
     "Europe/Berlin",
     "2024-03-31 00:00",
     {"2024-03-31 03:00 +0200", "2024-03-31 03:30 +0200", "2024-04-01 02:00 +0200"}},
    {"Berlin, summer begins: every quarter of an hour goes on after the gap",
     "*/15 * * * *",
     "Europe/Berlin",
     "2024-03-31 00:30",
     {"2024-03-31 01:45 +0100", "2024-03-31 03:00 +0200", "2024-03-31 03:15 +0200"}},
    {"Berlin, summer begins: once an hour",
     "30 * * * *",
     "Europe/Berlin",
     "2024-03-31 00:00",
     {"2024-03-31 01:30 +0100", "2024-03-31 03:30 +0200", "2024-03-31 04:30 +0200"}},
    {"Berlin, summer ends: 02:30 comes twice, it fires the first time",
     "30 2 * * *",
     "Europe/Berlin",
     "2024-10-26 12:00",
     {"2024-10-27 02:30 +0200", "2024-10-28 02:30 +0100"}},
    {"Berlin, summer ends: half past every hour, also the repeated one",
     "30 * * * *",
     "Europe/Berlin",
     "2024-10-26 23:00",
     {"2024-10-27 01:30 +0200", "2024-10-27 02:30 +0200", "2024-10-27 02:30 +0100", "2024-10-27 03:30 +0100"}},
    {"New York, summer begins",
     "15 2 * * *",
     "America/New_York",
     "2025-03-08 12:00",
     {"2025-03-09 03:00 -0400", "2025-03-10 02:15 -0400"}},
    {"New York, summer ends: a fixed hour once",
     "0 1 * * *",
     "America/New_York",
     "2025-11-01 12:00",
     {"2025-11-02 01:00 -0400", "2025-11-03 01:00 -0500"}},
    {"New York, summer ends: a range of minutes without a star is fixed, too",
     "0-59/30 1 * * *",
     "America/New_York",
     "2025-11-02 04:00",
     {"2025-11-02 01:00 -0400", "2025-11-02 01:30 -0400", "2025-11-03 01:00 -0500"}},
    {"Lord Howe, summer begins: a gap of half an hour",
     "15 2 * * *",
     "Australia/Lord_Howe",
     "2024-10-05 00:00",
     {"2024-10-06 02:30 +1100", "2024-10-07 02:15 +1100"}},
    {"Lord Howe, summer begins: the full hour before the gap and the half after it",
     "*/30 * * * *",
     "Australia/Lord_Howe",
     "2024-10-05 15:00",
     {"2024-10-06 02:30 +1100", "2024-10-06 03:00 +1100"}},
    {"Lord Howe, summer ends: half an hour is repeated",
     "*/15 * * * *",
     "Australia/Lord_Howe",
     "2025-04-05 14:25",
     {"2025-04-06 01:30 +1100", "2025-04-06 01:45 +1100", "2025-04-06 01:30 +1030", "2025-04-06 01:45 +1030",
      "2025-04-06 02:00 +1030"}},
    {"Lord Howe, summer ends: a fixed time once",
     "45 1 * * *",
     "Australia/Lord_Howe",
     "2025-04-05 00:00",
     {"2025-04-06 01:45 +1100", "2025-04-07 01:45 +1030"}},
    {"Cairo, summer begins at midnight",
     "0 0 * * *",
     "Africa/Cairo",
     "2024-04-25 00:00",
     {"2024-04-26 01:00 +0300", "2024-04-27 00:00 +0300"}},
    {"Azores, summer ends over midnight: the repeated hour is of the day before",
     "0,30 * * * *",
     "Atlantic/Azores",
     "2024-10-27 00:00",
     {"2024-10-27 00:30 +0000", "2024-10-27 00:00 -0100", "2024-10-27 00:30 -0100", "2024-10-27 01:00 -0100"}},
    {"Havana, a clock that goes back from 01:00 to 00:00: midnight fires once",
     "0 0 * * *",
     "America/Havana",
     "2024-11-02 12:00",
     {"2024-11-03 00:00 -0400", "2024-11-04 00:00 -0500"}},
    {"Apia left out a whole day: nothing is made up for it",
     "0 12 * * *",
     "Pacific/Apia",
     "2011-12-29 00:00",
     {"2011-12-29 12:00 -1000", "2011-12-31 12:00 +1400"}},
    {"leap days", "0 6 29 2 *", "UTC", "2023-01-01 00:00", {"2024-02-29 06:00 +0000", "2028-02-29 06:00 +0000"}},
    {"2100 is no leap year", "0 6 29 2 *", "UTC", "2096-03-01 00:00", {"2104-02-29 06:00 +0000"}},
    {"a leap day that is a Sunday on an odd day is 28 years away",
     "0 0 29 2 */7",
     "UTC",
     "2032-03-01 00:00",
     {"2060-02-29 00:00 +0000"}},
    {"the 31st only where there is one",
     "0 0 31 * *",
     "Asia/Shanghai",
     "2025-01-31 00:00",
     {"2025-03-31 00:00 +0800", "2025-05-31 00:00 +0800"}},
    {"the 13th or a Friday",
     "0 0 13 * fri",
     "UTC",
     "2024-09-07 00:00",
     {"2024-09-13 00:00 +0000", "2024-09-20 00:00 +0000", "2024-09-27 00:00 +0000", "2024-10-04 00:00 +0000",
      "2024-10-11 00:00 +0000", "2024-10-13 00:00 +0000"}},
    {"over the end of a year",
     "@monthly",
     "Asia/Shanghai",
     "2024-12-15 00:00",
     {"2025-01-01 00:00 +0800", "2025-02-01 00:00 +0800"}},
};

} // namespace

TEST_CASE("known fire times")
{
    for (const Known& known : table) {
        CAPTURE(known.why);
        const auto times = fireTimes(known.line, known.zone);
        std::vector<std::string> fires;
        for (const auto instant : times.next(utc(known.after), known.fires.size()))
            fires.push_back(cctz::format("%Y-%m-%d %H:%M %z", instant, times.zone().rules()));
        CHECK(fires == known.fires);
    }
}

TEST_CASE("an instant itself is not its own next one")
{
    const auto times = fireTimes("0 2 * * *", "UTC");
    CHECK(*times.next(utc("2024-05-01 02:00")) == utc("2024-05-02 02:00"));
    CHECK(*times.next(utc("2024-05-01 02:00") - std::chrono::seconds(1)) == utc("2024-05-01 02:00"));
}

TEST_CASE("what lies between two instants: without the first, with the last, of many the newest")
{
    const auto times = fireTimes("0 * * * *", "UTC");
    const auto fires = times.between(utc("2024-05-01 02:00"), utc("2024-05-01 05:00"), 10);
    REQUIRE(fires.size() == 3);
    CHECK(fires.front() == utc("2024-05-01 03:00"));
    CHECK(fires.back() == utc("2024-05-01 05:00"));
    const auto newest = times.between(utc("2020-05-01 02:00"), utc("2024-05-01 05:30"), 2);
    REQUIRE(newest.size() == 2);
    CHECK(newest.front() == utc("2024-05-01 04:00"));
    CHECK(times.between(utc("2024-05-01 02:00"), utc("2024-05-01 02:59"), 10).empty());
}

TEST_CASE("next and between agree around every clock change of a year")
{
    for (const char* zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/St_Johns"}) {
        for (const char* line : {"*/20 * * * *", "10,40 0-4 * * *", "0 */3 * * *"}) {
            CAPTURE(zone);
            CAPTURE(line);
            const auto times = fireTimes(line, zone);
            const auto begin = utc("2024-01-01 00:00");
            const auto all = times.between(begin, utc("2025-01-01 00:00"), 1'000'000);
            CHECK(times.next(begin, all.size()) == all);
        }
    }
}

TEST_CASE("an unknown zone is an error, this machine's zone is not")
{
    CHECK(Zone::named("Mars/Olympus").error().code == ErrorCode::NotFound);
    CHECK(Zone::named("").error().code == ErrorCode::NotFound);
    CHECK_FALSE(Zone::local().name().empty());
}
