// SPDX-License-Identifier: Apache-2.0
#include "memory.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace tidegate;
using namespace tidegate::agent;
using namespace tidegate::test;
using namespace std::chrono_literals;

namespace {

struct Rings
{
    /// One sample a second, from now on.
    void feed(int seconds, std::int64_t rowsPerSecond)
    {
        for (int i = 0; i < seconds; ++i) {
            REQUIRE(history.rings.add(1, clock.now(),
                                      {1.0, rowsPerSecond, rowsPerSecond * 100, 0.25, 0.5, rowsPerSecond * 2}));
            clock.advance(1s);
        }
    }
    std::vector<SamplePoint> last(std::chrono::seconds range, int points)
    {
        return *history.rings.read(1, clock.now() - range, clock.now(), points);
    }
    std::int64_t cells(int step)
    {
        return history.store.database()
            .query("select count(*) from sample where step = ?1", {std::int64_t{step}})
            ->front()
            .integer(0);
    }

    TextLog log;
    FakeClock clock;
    History history{{}, clock.function(), log.logger};
};

std::int64_t rowsOf(const std::vector<SamplePoint>& points)
{
    return std::accumulate(points.begin(), points.end(), std::int64_t{0}, [](std::int64_t sum, const auto& point) {
        return sum + (point.sample ? point.sample->rows : 0);
    });
}

std::int64_t stagedOf(const std::vector<SamplePoint>& points)
{
    return std::accumulate(points.begin(), points.end(), std::int64_t{0}, [](std::int64_t sum, const auto& point) {
        return sum + (point.sample ? point.sample->staged.value_or(0) : 0);
    });
}

} // namespace

TEST_CASE("every ring says the same of the same time")
{
    Rings rings;
    rings.feed(600, 7);
    CHECK(rings.cells(1) == 600);
    CHECK(rings.cells(10) == 60);
    CHECK(rings.cells(300) == 2);
    CHECK(rowsOf(rings.last(600s, 600)) == 4200);
    CHECK(rowsOf(rings.last(600s, 60)) == 4200);
    CHECK(rowsOf(rings.last(600s, 2)) == 4200);
    const auto point = rings.last(600s, 60).at(5);
    REQUIRE(point.sample);
    CHECK(point.sample->seconds == doctest::Approx(10));
    CHECK(point.sample->sourceWait == doctest::Approx(2.5));
    CHECK(point.sample->targetWait == doctest::Approx(5));
    CHECK(point.sample->staged == 140);
}

TEST_CASE("where no run was under way there is a gap, and where one moved nothing there is a zero")
{
    Rings rings;
    rings.feed(10, 5);
    rings.clock.advance(10s);
    rings.feed(10, 0);
    const auto points = rings.last(30s, 30);
    REQUIRE(points.size() == 30);
    CHECK(points.at(3).sample->rows == 5);
    CHECK_FALSE(points.at(15).sample);
    REQUIRE(points.at(25).sample);
    CHECK(points.at(25).sample->rows == 0);
}

TEST_CASE("a short run in a long cell is not spread over it: the cell knows how long it ran")
{
    Rings rings;
    rings.feed(3, 1000);
    rings.clock.advance(297s);
    const auto points = rings.last(300s, 1);
    REQUIRE(points.size() == 1);
    REQUIRE(points.front().sample);
    CHECK(points.front().sample->seconds == doctest::Approx(3));
    CHECK(points.front().sample->rows == 3000);
}

TEST_CASE("rings forget: seconds after an hour, ten seconds after a day, the rest after thirty")
{
    Rings rings;
    rings.feed(60, 1);
    rings.clock.advance(2h);
    rings.feed(61, 1);
    CHECK(rings.cells(1) == 61);
    CHECK(rings.cells(10) == 13);
    CHECK(rowsOf(rings.last(3h, 100)) == 121); // from the coarser ring
    rings.clock.advance(25h);
    rings.feed(61, 1);
    CHECK(rings.cells(10) == 7);
    CHECK(rowsOf(rings.last(7 * 24h, 300)) == 182);
    rings.clock.advance(31 * 24h);
    rings.feed(61, 1);
    CHECK(rings.cells(300) == 1);
}

TEST_CASE("what the recorder hears of a run's progress adds up to what the run read")
{
    Rings rings;
    const RunRequest request{place.pool, place.environment, "item", {}};
    rings.history.recorder.onStart(1, request);
    RunProgress progress;
    for (int i = 1; i <= 20; ++i) {
        rings.clock.advance(1001ms);
        progress.rows.read = i * 10;
        progress.bytesRead = i * 1000;
        progress.rowsStaged = i * 9;
        rings.history.recorder.onSample(1, progress);
    }
    rings.clock.advance(300ms);
    RunSummary summary;
    summary.state = RunState::Applied;
    summary.rows.read = 205;
    rings.history.recorder.onEnd(1, request, summary, {{}, 20500});
    rings.history.recorder.onSample(1, progress); // late: of no run any more
    const auto series = *rings.history.store.series(place, "item");
    rings.clock.advance(1s);
    CHECK(rowsOf(*rings.history.rings.read(series, rings.clock.now() - 60s, rings.clock.now(), 60)) == 205);
    CHECK(stagedOf(*rings.history.rings.read(series, rings.clock.now() - 60s, rings.clock.now(), 60)) == 180);
}

TEST_CASE("what an older agent kept does not say how many rows were staged, and that is not zero")
{
    Rings rings;
    rings.feed(10, 5);
    REQUIRE(rings.history.store.database().change("update sample set staged = null", {}));
    rings.feed(10, 5);
    const auto points = rings.last(20s, 20);
    CHECK_FALSE(points.at(3).sample->staged);
    CHECK(points.at(15).sample->staged == 10);
}
