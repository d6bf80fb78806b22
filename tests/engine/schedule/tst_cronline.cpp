// SPDX-License-Identifier: Apache-2.0
#include "schedule/cronline.h"

#include "pool/pool.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tidegate;

namespace {

/// The values of a field, as "0 15 30 45".
std::string values(const CronField& field)
{
    std::string text;
    for (int value = 0; value < 60; ++value) {
        if (field.has(value))
            text += (text.empty() ? "" : " ") + std::to_string(value);
    }
    return text;
}

struct Wrong
{
    std::string line;
    std::string part; ///< what the error points at
    std::string fix = {};
};

} // namespace

TEST_CASE("lists, ranges, steps and names")
{
    CHECK(values(CronLine::parse("*/15 * * * *")->minutes()) == "0 15 30 45");
    CHECK(values(CronLine::parse("1,5-7,50-59/3 * * * *")->minutes()) == "1 5 6 7 50 53 56 59");
    CHECK(values(CronLine::parse("50/5 * * * *")->minutes()) == "50 55");
    CHECK(values(CronLine::parse("0 8-18/2 * * *")->hours()) == "8 10 12 14 16 18");
    CHECK(values(CronLine::parse("\t0  23 *\tJAN-mar * ")->hours()) == "23");
    CHECK(CronLine::parse("0 0 * FEB *")->matchesDay(2, 5, 0));
    CHECK_FALSE(CronLine::parse("0 0 * FEB *")->matchesDay(3, 5, 0));
}

TEST_CASE("Sunday is 0 and 7, and a range may end on it")
{
    for (const char* line : {"0 0 * * 0", "0 0 * * 7", "0 0 * * sun", "0 0 * * fri-sun", "0 0 * * 5-7"}) {
        CAPTURE(line);
        CHECK(CronLine::parse(line)->matchesDay(1, 1, 0));
        CHECK_FALSE(CronLine::parse(line)->matchesDay(1, 1, 1));
    }
    CHECK(CronLine::parse("0 0 * * fri-sun")->matchesDay(1, 1, 6));
}

TEST_CASE("of two restricted day fields one is enough; with a star both must be true")
{
    const auto either = CronLine::parse("0 0 13 * fri");
    CHECK(either->matchesDay(5, 13, 1));
    CHECK(either->matchesDay(5, 20, 5));
    CHECK_FALSE(either->matchesDay(5, 20, 1));
    const auto both = CronLine::parse("0 0 */2 * fri"); // odd days that are a Friday
    CHECK(both->matchesDay(5, 13, 5));
    CHECK_FALSE(both->matchesDay(5, 14, 5));
    CHECK_FALSE(both->matchesDay(5, 13, 1));
}

TEST_CASE("names of schedules")
{
    CHECK(values(CronLine::parse("@hourly")->minutes()) == "0");
    CHECK(CronLine::parse("@hourly")->hours().has(17));
    CHECK(values(CronLine::parse("@daily")->hours()) == "0");
    CHECK(CronLine::parse("@monthly")->matchesDay(7, 1, 3));
    CHECK_FALSE(CronLine::parse("@monthly")->matchesDay(7, 2, 3));
    CHECK_FALSE(CronLine::parse("@reboot"));
}

TEST_CASE("an error points at the part that is wrong and proposes what was meant")
{
    const std::vector<Wrong> wrong{
        {"0 25 * * *", "25"},
        {"60 * * * *", "60"},
        {"0 0 0 * *", "0"},
        {"0 0 * 13 *", "13"},
        {"0 0 * * mond", "mond"},
        {"*/0 * * * *", "0"},
        {"*/x * * * *", "x"},
        {"1,,2 * * * *", ""},
        {"1-99 * * * *", "99"},
        {"-5 * * * *", ""},
        {"0 0 L * *", "L"},
        {"0 0 ? * *", "?"},
        {"0 22-2 * * *", "22-2", "0 22-23,0-2 * * *"},
        {"0 0 * * sat-tue", "sat-tue", "0 0 * * 6-6,0-2"},
        {"0 0 30 feb *", "30 feb"},
        {"0 2 * *", "0 2 * *"},
        {"0 0 2 * * *", "0 0 2 * * *", "0 2 * * *"},
        {"", ""},
        {"@noon", "@noon"},
    };
    for (const Wrong& each : wrong) {
        CAPTURE(each.line);
        const auto line = CronLine::parse(each.line);
        REQUIRE_FALSE(line);
        CHECK(line.error().code == ErrorCode::Invalid);
        CHECK_FALSE(line.error().hint.empty());
        CHECK(line.error().detail("fix") == each.fix);
        if (!each.part.empty())
            CHECK(each.line.substr(std::stoul(std::string(line.error().detail("offset"))),
                                   std::stoul(std::string(line.error().detail("length")))) == each.part);
        if (!each.fix.empty())
            CHECK(CronLine::parse(each.fix));
    }
}

TEST_CASE("a job file's finding has the line and column of the wrong field")
{
    const auto columnOf = [](const std::string& schedule) {
        const auto file = parseJob("job: a\nschedule: " + schedule + "\n", "a", "a.yaml", nullptr);
        for (const Finding& finding : file.findings) {
            if (finding.code == "bad_cron" || finding.code == "bad_zone")
                return std::to_string(finding.range.line) + ":" + std::to_string(finding.range.column);
        }
        return std::string("none");
    };
    CHECK(columnOf("0 25 * * *") == "2:13");
    CHECK(columnOf("\"0 25 * * *\"") == "2:14");
    CHECK(columnOf("{ cron: '0 2 * * 9', zone: UTC }") == "2:28");
    CHECK(columnOf("{ cron: '0 2 * * *', zone: Asia/Shangai }") == "2:38");
    CHECK(columnOf("\"0 2\\x35 * * *\"") == "2:11"); // written with an escape: the whole value
    CHECK(columnOf("0 2 * * *") == "none");
}
