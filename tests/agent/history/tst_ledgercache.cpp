// SPDX-License-Identifier: Apache-2.0
#include "memory.h"

#include <doctest/doctest.h>

#include <future>

using namespace tidegate;
using namespace tidegate::agent;
using namespace tidegate::test;
using namespace std::chrono_literals;

namespace {

LedgerRow row(std::int64_t seq, const std::string& lo, const std::string& hi, const std::string& appliedAt,
              std::int64_t rows)
{
    LedgerRow row;
    row.jobId = "item";
    row.seq = seq;
    row.kind = "window";
    row.lo = lo;
    row.hi = hi;
    row.rowsInserted = rows;
    row.appliedAt = appliedAt;
    return row;
}

struct Target
{
    Result<std::vector<LedgerRow>> read(TimePoint since)
    {
        asked.push_back(since);
        if (broken)
            return Error{ErrorCode::ConnectFailed, "no route to the warehouse"};
        return rows;
    }

    std::vector<LedgerRow> rows;
    std::vector<TimePoint> asked;
    bool broken = false;
    TextLog log;
    FakeClock clock;
    History history{{}, clock.function(), log.logger, [this](const Place&, TimePoint since, const std::stop_token&) {
                        return read(since);
                    }};
};

} // namespace

TEST_CASE("a window that another process applied is a run of elsewhere; one of our own is not told twice")
{
    Target target;
    recordRun(target.history, target.clock, "item", RunState::Applied, 5, 60s, "2024-05-01 10:00:00+00");
    target.rows = {row(1, "a", "2024-05-01 10:00:00+00", "2024-05-01T10:00:50.123456Z", 5),
                   row(2, "2024-05-01 10:00:00+00", "2024-05-01 10:20:00+00", "2024-05-01T10:20:05Z", 7)};
    target.clock.set("2024-05-01T10:30:00Z");
    target.history.ledger.readNow(place, {});
    const auto own = target.history.runs.since(place, target.clock.now() - 24h);
    const auto elsewhere = target.history.ledger.runs(place, target.clock.now() - 24h, *own);
    REQUIRE(elsewhere);
    REQUIRE(elsewhere->at("item").size() == 1);
    const PastRun& run = elsewhere->at("item").front();
    CHECK(run.id == 0);
    CHECK(run.trigger == "elsewhere");
    CHECK(run.rows.inserted == 7);
    CHECK(isoTime(*run.endedAt) == "2024-05-01T10:20:05.000Z");
}

TEST_CASE("after the first reading only what is new is asked for, and nothing is kept twice")
{
    Target target;
    target.rows = {row(1, "a", "b", "2024-05-01T09:00:00Z", 1)};
    target.history.ledger.readNow(place, {});
    target.clock.advance(1h);
    target.history.ledger.readNow(place, {});
    REQUIRE(target.asked.size() == 2);
    CHECK(target.asked.at(0) == *parseTime("2024-04-30T09:00:00Z"));
    CHECK(target.asked.at(1) == *parseTime("2024-05-01T09:50:00Z"));
    CHECK(target.history.ledger.runs(place, {}, {})->at("item").size() == 1);
    const auto reading = target.history.ledger.reading(place);
    REQUIRE(*reading);
    CHECK((*reading)->since == *parseTime("2024-04-30T09:00:00Z"));
    CHECK((*reading)->at == *parseTime("2024-05-01T11:00:00Z"));
}

TEST_CASE("a target that can't be reached leaves what was known, and says why")
{
    Target target;
    target.rows = {row(1, "a", "b", "2024-05-01T09:00:00Z", 1)};
    target.history.ledger.readNow(place, {});
    target.broken = true;
    target.clock.advance(5min);
    target.history.ledger.readNow(place, {});
    const auto reading = target.history.ledger.reading(place);
    CHECK((*reading)->error == "no route to the warehouse");
    CHECK((*reading)->at == *parseTime("2024-05-01T10:00:00Z"));
    CHECK(target.history.ledger.runs(place, {}, {})->at("item").size() == 1);
}

TEST_CASE("a reading that hangs is stopped when the agent ends")
{
    TextLog log;
    FakeClock clock;
    std::promise<void> hangs;
    {
        History history(
            {}, clock.function(), log.logger,
            [&hangs](const Place&, TimePoint, const std::stop_token& stop) -> Result<std::vector<LedgerRow>> {
                std::promise<void> stopped;
                const std::stop_callback callback(stop, [&stopped] { stopped.set_value(); });
                hangs.set_value();
                stopped.get_future().wait();
                return Error{ErrorCode::Cancelled, "stopped"};
            });
        history.ledger.refresh(place);
        hangs.get_future().wait();
    }
    CHECK(log.text.str().empty());
}
