// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewscenes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QRandomGenerator>
#include <QTableView>

#include <array>
#include <cmath>
#include <fstream>

namespace tidegate {

using nlohmann::json;

namespace {

constexpr int cells = 48;
constexpr int quiet = 32;

std::string iso(qint64 secondsAgo)
{
    return QDateTime::currentDateTimeUtc().addSecs(-secondsAgo).toString(Qt::ISODateWithMs).toStdString();
}

struct Played
{
    const char* job;
    const char* label;
    std::int64_t rows;
    double delay;
    const char* shape; ///< e: every half hour, n: at night
};

constexpr std::array<Played, 10> named{{{"order_item", "订单明细", 41'200'000, 19'740, "e"},
                                        {"stock_snapshot", "库存快照", 8'810'000, 2'460, "e"},
                                        {"orders", "订单", 12'400'000, 3, "e"},
                                        {"payment", "支付流水", 9'070'000, 12, "e"},
                                        {"member", "会员", 1'920'000, 62, "e"},
                                        {"store", "门店", 3'214, -1, "n"},
                                        {"store_org", "门店组织", 3'214, -1, "n"},
                                        {"promotion", "促销", 24'110, -1, "e"},
                                        {"refund", "退款", 402'000, 38, "e"},
                                        {"sku", "商品", 88'204, -1, "n"}}};

json stripOf(const Played& job, QRandomGenerator& random)
{
    json strip = json::array();
    for (int i = 0; i < cells; ++i) {
        const bool night = job.shape[0] == 'n';
        const double wave = 0.6 + 0.3 * std::sin(i / 3.0) + random.bounded(40) / 100.0;
        if (night && (i < 3 || i > 5))
            strip.push_back({{"state", "unplanned"}, {"rows", 0}});
        else
            strip.push_back({{"state", "ran"}, {"rows", static_cast<std::int64_t>(wave * 100'000)}});
    }
    return strip;
}

void paintOver(json& strip, int from, int to, const char* state, std::int64_t rows = 0)
{
    for (int i = from; i < to; ++i)
        strip[static_cast<std::size_t>(i)] = {{"state", state}, {"rows", rows}};
}

json entryOf(const Played& job, QRandomGenerator& random)
{
    return {{"job", job.job},
            {"cells", stripOf(job, random)},
            {"rows24h", job.rows},
            {"usualLow", job.rows * 94 / 100},
            {"usualHigh", job.rows * 104 / 100},
            {"quarantined", 0},
            {"lastRun",
             {{"id", 1},
              {"state", "applied"},
              {"startedAt", iso(1400)},
              {"endedAt", iso(1380)},
              {"rows", {{"read", job.rows / 48}}},
              {"error", nullptr}}},
            {"attempts", 0},
            {"verification", {{"level", "L2"}, {"state", "equal"}, {"at", iso(8'900)}, {"differences", 0}}},
            {"delaySeconds", job.delay < 0 ? json() : json(job.delay)},
            {"next", nullptr}};
}

void makeTrouble(json& jobs)
{
    json& failed = jobs[0];
    paintOver(failed["cells"], 38, 41, "failed");
    paintOver(failed["cells"], 41, 48, "unplanned");
    failed["lastRun"] = {{"id", 2},
                         {"state", "failed"},
                         {"startedAt", iso(19'900)},
                         {"endedAt", iso(19'740)},
                         {"rows", {{"read", 288'410}}},
                         {"error",
                          {{"code", "data_rejected"},
                           {"message", "312 keys are twice in the window 03:00–03:10, so nothing of it was applied."},
                           {"hint", "Say on_duplicate_key: newest in the job if the newest row is the right one, or "
                                    "correct the key."}}}};
    failed["attempts"] = 3;
    failed["quarantined"] = 14;
    paintOver(jobs[1]["cells"], 46, 48, "late");
    paintOver(jobs[4]["cells"], 20, 26, "nodata");
    jobs[4]["verification"] = {{"level", "L2"}, {"state", "equal"}, {"at", iso(200'000)}, {"differences", 0}};
    paintOver(jobs[2]["cells"], 46, 48, "running", 60'000);
    paintOver(jobs[3]["cells"], 47, 48, "running", 70'000);
    jobs[2]["lastRun"]["state"] = "running";
    jobs[3]["lastRun"]["state"] = "running";
    paintOver(jobs[7]["cells"], 30, 40, "ran");
    jobs[6]["verification"]["state"] = "notcomparable";
}

json playedOverview(bool trouble)
{
    QRandomGenerator random(5);
    json jobs = json::array();
    for (const Played& job : named)
        jobs.push_back(entryOf(job, random));
    if (trouble)
        makeTrouble(jobs);
    else
        jobs[0]["delaySeconds"] = jobs[1]["delaySeconds"] = 31;
    for (int i = 1; i <= quiet; ++i) {
        const std::string name = "till_" + std::to_string(100 + i);
        jobs.push_back(entryOf({name.c_str(), "", 2'000 + i, 20.0 + i, "e"}, random));
    }
    return {{"asOf", iso(4)}, {"from", iso(86'400)}, {"secondsPerCell", 1800}, {"jobs", jobs}};
}

json playedSchedule()
{
    const auto entry = [](const char* job, const char* cron, int first, int every) {
        json next = json::array();
        for (int i = 0; i < 5; ++i)
            next.push_back(iso(-(first + i * every)));
        return json{{"job", job}, {"cron", cron}, {"paused", false}, {"next", next}};
    };
    return {{"enabled", true},
            {"jobs",
             {entry("promotion", "*/10 * * * *", 540, 600), entry("member", "0 * * * *", 1140, 3600),
              entry("refund", "*/10 * * * *", 600, 600), entry("sku", "0 2 * * *", 60'000, 86'400),
              entry("store", "0 2 * * *", 60'000, 86'400), entry("order_item", "*/30 * * * *", 900, 1800)}}};
}

std::string jobText(const std::string& name, const char* label)
{
    return "job: " + name + "\ndescription: " + label + "\nsource: { connection: acme-shop, table: sales." + name +
           " }\ntarget: { connection: warehouse, table: ods." + name +
           ", create: true }\nkey: [id]\nmode: full\nschedule: \"*/30 * * * *\"\n";
}

void write(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

void prepareAny(const std::filesystem::path& pool, FakeAgent& agent, bool trouble)
{
    const auto jobs = pool / "customers/acme/jobs";
    std::filesystem::remove_all(jobs);
    std::filesystem::create_directories(jobs);
    for (const Played& job : named)
        write(jobs / (std::string(job.job) + ".yaml"), jobText(job.job, job.label));
    for (int i = 1; i <= quiet; ++i) {
        const std::string name = "till_" + std::to_string(100 + i);
        write(jobs / (name + ".yaml"), jobText(name, "收银机"));
    }
    std::filesystem::remove_all(pool / "environments");
    std::filesystem::create_directories(pool / "environments");
    write(pool / "environments/acme-prod.yaml",
          "environment: acme-prod\ncustomer: acme\nstage: prod\nroute: []\naccess: direct\n");
    agent.on("history.overview", [trouble](const auto&) { return playedOverview(trouble); });
    agent.on("schedule.list", [](const auto&) { return playedSchedule(); });
}

} // namespace

void prepareShop(const std::filesystem::path& pool, FakeAgent& agent)
{
    prepareAny(pool, agent, true);
}

void prepareQuiet(const std::filesystem::path& pool, FakeAgent& agent)
{
    prepareAny(pool, agent, false);
}

void prepareWaiting(const std::filesystem::path& pool, FakeAgent& agent)
{
    prepareAny(pool, agent, true);
    agent.hold("history.overview");
}

void prepareError(const std::filesystem::path& pool, FakeAgent& agent)
{
    prepareAny(pool, agent, true);
    agent.on("history.overview", [](const auto&) {
        return json{{"!error",
                     {{"code", "io"},
                      {"message", "The agent's history can't be read: database disk image is malformed."},
                      {"hint", "Move the file aside; the agent begins a new one, and the ledger still has every "
                               "applied window."}}}};
    });
}

void openFold(Stage& stage)
{
    auto* table = stage.window().findChild<QTableView*>(QStringLiteral("overview.jobs"));
    table->setFocus();
    table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 1, 0));
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(table, &press);
    table->setCurrentIndex(table->model()->index(5, 0));
    stage.settle();
}

void loseAgent(Stage& stage)
{
    stage.console().agent()->setRestartPause(std::chrono::hours(1));
    stage.agent().die(QStringLiteral("The agent was killed or crashed."));
    stage.settle();
}

} // namespace tidegate
