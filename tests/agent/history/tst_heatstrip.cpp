// SPDX-License-Identifier: Apache-2.0
#include "agent/history/heatstrip.h"

#include <doctest/doctest.h>

#include <string>

using namespace tidegate;
using namespace tidegate::agent;
using namespace std::chrono_literals;

namespace {

TimePoint at(const std::string& clock)
{
    return *parseTime("2024-05-01T" + clock + "Z");
}

PastRun run(const std::string& from, const std::string& to, const std::string& state, std::int64_t rows = 0)
{
    PastRun run;
    run.state = state;
    run.startedAt = at(from);
    if (!to.empty())
        run.endedAt = at(to);
    run.rows.inserted = rows;
    return run;
}

/// Six cells of half an hour from 08:00, seen at 10:45: "ran failed …".
std::string strip(const StripFacts& facts, std::int64_t* rows = nullptr)
{
    std::string text;
    for (const StripCell& cell : heatStrip(facts, at("10:45:00"), at("08:00:00"), 30min, 6)) {
        text += (text.empty() ? "" : " ") + std::string(cell.state);
        if (rows != nullptr)
            *rows += cell.rows;
    }
    return text;
}

const std::vector<Stretch> always{{at("00:00:00"), at("23:00:00")}};

} // namespace

TEST_CASE("nothing was due and somebody watched: not planned; nobody watched: no data")
{
    CHECK(strip({{}, {}, always}) == "unplanned unplanned unplanned unplanned unplanned unplanned");
    CHECK(strip({}) == "nodata nodata nodata nodata nodata nodata");
    CHECK(strip({{}, {}, {{at("09:10:00"), at("10:45:00")}}}) ==
          "nodata nodata unplanned unplanned unplanned unplanned");
}

TEST_CASE("rows belong to the cell in which the run ended; a run without rows ran")
{
    std::int64_t rows = 0;
    CHECK(strip({{run("08:20:00", "08:40:00", "applied", 7), run("09:00:00", "09:01:00", "nothing_to_do")}, {}, always},
                &rows) == "ran ran ran unplanned unplanned unplanned");
    CHECK(rows == 7);
    CHECK(heatStrip({{run("08:20:00", "08:40:00", "applied", 7)}, {}, {}}, at("10:45:00"), at("08:00:00"), 30min, 6)
              .at(1)
              .rows == 7);
}

TEST_CASE("the last run of a cell decides whether it failed; what failed brought no rows")
{
    std::int64_t rows = 0;
    CHECK(strip({{run("08:01:00", "08:02:00", "failed", 3), run("08:03:00", "08:04:00", "applied", 5),
                  run("08:31:00", "08:32:00", "applied", 5), run("08:33:00", "08:34:00", "refused", 3)},
                 {},
                 always},
                &rows) == "ran failed unplanned unplanned unplanned unplanned");
    CHECK(rows == 10);
}

TEST_CASE("a run under way shows from its beginning until now")
{
    CHECK(strip({{run("09:40:00", "", "running")}, {}, always}) ==
          "unplanned unplanned unplanned running running running");
}

TEST_CASE("due and not run is late, after a minute")
{
    CHECK(strip({{run("08:15:00", "08:16:00", "applied")},
                 {at("08:15:00"), at("08:45:00"), at("09:00:00"), at("10:44:30")},
                 always}) == "ran late late unplanned unplanned unplanned");
    CHECK(strip({{}, {at("10:43:00")}, {}}) == "nodata nodata nodata nodata nodata late");
}
