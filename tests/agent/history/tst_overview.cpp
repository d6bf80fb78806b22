// SPDX-License-Identifier: Apache-2.0
#include "agent/history/overview.h"
#include "memory.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace tidegate;
using namespace tidegate::agent;
using namespace tidegate::test;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

constexpr auto watermark = "mode: incremental\nwatermark: { column: t.updated_at, zone: Asia/Shanghai }\n";

PoolFile<JobDefinition> job(const std::string& name, const std::string& more = {})
{
    auto file =
        parseJob(fmt::format("job: {0}\nsource: {{ connection: erp, table: s.{0} }}\ntarget: {{ connection: dw, "
                             "table: ods.{0}, create: true }}\nkey: [id]\n{1}",
                             name, more),
                 name, name + ".yaml", nullptr);
    REQUIRE(file.definition);
    return file;
}

struct Site
{
    json overview(const std::string& after = {}, int limit = 200)
    {
        const auto answer = readOverview(history, pool, {place, 24, 48, after, limit});
        REQUIRE(answer);
        return *answer;
    }
    json one() { return overview().at("jobs").at(0); }

    Pool pool;
    std::vector<LedgerRow> ledger;
    TextLog log;
    FakeClock clock;
    History history{
        {}, clock.function(), log.logger, [this](const Place&, TimePoint, const std::stop_token&) { return ledger; }};
};

} // namespace

TEST_CASE("cells end with the one that has begun")
{
    Site site;
    site.pool.jobs = {job("item")};
    site.clock.set("2024-05-01T10:10:00Z");
    recordRun(site.history, site.clock, "item", RunState::Applied, 7);
    const json answer = site.overview();
    CHECK(answer.at("secondsPerCell") == 1800);
    CHECK(answer.at("from") == "2024-04-30T10:30:00.000Z");
    CHECK(answer.at("asOf") == "2024-05-01T10:11:00.000Z");
    const json& cells = answer.at("jobs").at(0).at("cells");
    REQUIRE(cells.size() == 48);
    CHECK(cells.back() == json{{"state", "ran"}, {"rows", 7}});
    CHECK(cells.front().at("state") == "nodata"); // nobody watched then
}

TEST_CASE("rows of the day, what is usual, failures in a row, the last run, the last verification")
{
    Site site;
    site.pool.jobs = {job("item")};
    for (int day = 0; day < 9; ++day) {
        recordRun(site.history, site.clock, "item", RunState::Applied, day == 4 ? 9000 : 100 + day);
        site.clock.advance(24h - 60s);
    }
    site.clock.advance(1h);
    REQUIRE(site.history.verifications.add(place, "item", "L1", true));
    recordRun(site.history, site.clock, "item", RunState::Failed, 5);
    recordRun(site.history, site.clock, "item", RunState::Failed, 5);
    const json job = site.one();
    CHECK(job.at("rows24h") == 0);
    CHECK(job.at("usualLow") == 101); // without the lowest day, 100, and the highest, 9000
    CHECK(job.at("usualHigh") == 108);
    CHECK(job.at("attempts") == 2);
    CHECK(job.at("lastRun").at("error").at("message") == "the server said no");
    CHECK(job.at("verification").at("state") == "equal");
    CHECK(job.at("verification").at("level") == "L1");
    VerifyReport figures; // of L1: differs, and nobody counted rows
    REQUIRE(site.history.verifications.add(place, "item", figures));
    CHECK(site.one().at("verification").at("state") == "different");
    CHECK(site.one().at("verification").at("differences").is_null());
    recordRun(site.history, site.clock, "item", RunState::Applied, 5);
    CHECK(site.one().at("attempts") == 0);
    CHECK(site.one().at("rows24h") == 5);
}

TEST_CASE("the delay grows from the last applied hi, read in the watermark's zone")
{
    Site site;
    site.pool.jobs = {job("item", watermark)};
    recordRun(site.history, site.clock, "item", RunState::Applied, 7, 60s, "2024-05-01 17:59:00"); // 09:59 UTC
    CHECK(site.one().at("delaySeconds") == doctest::Approx(120));
    site.clock.advance(10min);
    recordRun(site.history, site.clock, "item", RunState::Failed, 7, 60s);
    CHECK(site.one().at("delaySeconds") == doctest::Approx(780));
    recordRun(site.history, site.clock, "item", RunState::NothingToDo, 0, 1s, "2024-05-01T10:12:00+00");
    CHECK(site.one().at("delaySeconds") == doctest::Approx(1));
}

TEST_CASE("the delay of a job without a watermark is unknown")
{
    Site site;
    site.pool.jobs = {job("item")};
    recordRun(site.history, site.clock, "item", RunState::Applied, 7, 60s, "2024-05-01 17:59:00+00");
    CHECK(site.one().at("delaySeconds").is_null());
}

TEST_CASE("runs that only the ledger knows count, and fill the time in which nobody watched")
{
    Site site;
    site.pool.jobs = {job("item", watermark)};
    LedgerRow row;
    row.jobId = "item";
    row.seq = 1;
    row.kind = "window";
    row.hi = "2024-05-01 09:00:00+00";
    row.rowsInserted = 12;
    row.appliedAt = "2024-05-01T09:00:01Z";
    site.ledger = {row};
    CHECK(site.overview().at("ledger").is_null());
    site.history.ledger.readNow(place, {});
    const json answer = site.overview();
    CHECK(answer.at("ledger").at("error").is_null());
    const json& job = answer.at("jobs").at(0);
    CHECK(job.at("rows24h") == 12);
    CHECK(job.at("cells").at(45) == json{{"state", "ran"}, {"rows", 12}});
    CHECK(job.at("cells").at(0).at("state") == "unplanned");
    CHECK(job.at("lastRun").at("trigger") == "elsewhere");
    CHECK(job.at("delaySeconds") == doctest::Approx(3600));
}

TEST_CASE("due and not run is late; the next time is told only where it will come")
{
    Site site;
    site.pool.jobs = {job("item", "schedule: { cron: \"0 * * * *\", zone: UTC }\n")};
    CHECK(site.one().at("next").is_null());
    REQUIRE(site.history.schedules.enable(place));
    CHECK(site.one().at("next") == "2024-05-01T11:00:00Z");
    const auto series = site.history.store.series(place, "item");
    REQUIRE(site.history.fires.decide(*series, *parseTime("2024-05-01T11:00:00Z"), FireState::Missed));
    site.clock.set("2024-05-01T11:40:00Z");
    CHECK(site.one().at("cells").at(46).at("state") == "late");
    REQUIRE(site.history.fires.setPlan(*series, {"0 * * * *", "UTC", *parseTime("2024-05-01T11:00:00Z")}));
    site.clock.set("2024-05-01T12:02:00Z"); // the scheduler has not come to it
    CHECK(site.one().at("cells").back().at("state") == "late");
    REQUIRE(site.history.schedules.pause(place, "item"));
    CHECK(site.one().at("next").is_null());
    CHECK(site.one().at("cells").back().at("state") == "unplanned");
}

TEST_CASE("a thousand jobs come in pages that fit a line")
{
    Site site;
    for (int i = 0; i < 1000; ++i)
        site.pool.jobs.push_back(job(fmt::format("job{:04}", i)));
    std::size_t jobs = 0;
    int pages = 0;
    for (json after = ""; !after.is_null(); ++pages) {
        const json page = site.overview(after.get<std::string>(), 5000);
        CHECK(page.dump().size() < 1'000'000);
        jobs += page.at("jobs").size();
        after = page.at("next");
    }
    CHECK(jobs == 1000);
    CHECK(pages > 1);
    CHECK(site.overview("job0998").at("jobs").size() == 1);
}
