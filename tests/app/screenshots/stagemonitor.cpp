// SPDX-License-Identifier: GPL-3.0-or-later
// What is played on the Monitor page.
#include "stage.h"

#include "models/qtconvert.h"
#include "widgets/components/segmentswitch.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

void Stage::playHistory()
{
    m_agent.on("history.runs", [](const auto&) {
        json runs = json::array();
        for (const int hours : {7, 13, 19}) {
            const bool failed = hours == 13;
            json run = {{"state", failed ? "failed" : "applied"},
                        {"startedAt", isoAgo(hours * 3600)},
                        {"seconds", failed ? 41.0 : 232.0 + hours},
                        {"rows",
                         {{"read", failed ? 182'000 : 2'810'000 + hours * 9311},
                          {"inserted", failed ? 0 : 2'810'000 + hours * 9311}}},
                        {"bytes", failed ? 89'000'000 : 1'380'000'000},
                        {"trigger", "schedule"}};
            if (failed)
                run["error"] = {{"message", "the source closed the connection"}};
            runs.push_back(std::move(run));
        }
        return json{{"runs", runs}, {"next", nullptr}};
    });
    m_agent.on("history.series", [](const json& params) {
        const auto from = QDateTime::fromString(toQt(params.at("from").get<std::string>()), Qt::ISODateWithMs);
        const auto to = QDateTime::fromString(toQt(params.at("to").get<std::string>()), Qt::ISODateWithMs);
        const qint64 step = from.msecsTo(to) / params.at("points").get<int>();
        QRandomGenerator random(11);
        json points = json::array();
        for (QDateTime at = from; at < to; at = at.addMSecs(step)) {
            const qint64 ago = at.secsTo(QDateTime::currentDateTimeUtc());
            const qint64 intoRun = 7 * 3600 - ago % (6 * 3600) - 3600;
            const bool running = ago > 3600 && intoRun >= 0 && intoRun < 240;
            json point = {{"at", toStd(at.toString(Qt::ISODateWithMs))},
                          {"delaySeconds", 74.0 + static_cast<double>(ago % (6 * 3600)) / 90}};
            if (running) {
                point["rowsPerSecond"] = 11'800 + random.bounded(1500);
                point["bytesPerSecond"] = 5.9e6 + random.bounded(700'000);
            }
            points.push_back(std::move(point));
        }
        return json{{"points", points}};
    });
}

void Stage::sample(int secondsAgo, double rows, double sourceWait, double targetWait)
{
    m_agent.notify("metrics.sample", {{"id", ++m_event},
                                      {"run", 7},
                                      {"job", "order_item"},
                                      {"at", isoAgo(secondsAgo)},
                                      {"rowsRead", 0},
                                      {"rowsStaged", 0},
                                      {"stagedPerSecond", rows * 0.94},
                                      {"bytes", 0},
                                      {"rowsPerSecond", rows},
                                      {"bytesPerSecond", rows * 490},
                                      {"sourceWait", sourceWait},
                                      {"targetWait", targetWait}});
}

void Stage::log(const char* level, const char* text, int secondsAgo)
{
    m_agent.notify("log.lines", {{"lines",
                                  {{{"id", ++m_line},
                                    {"at", isoAgo(secondsAgo, m_line * 37 % 900)},
                                    {"level", level},
                                    {"run", 7},
                                    {"job", "order_item"},
                                    {"text", text}}}},
                                 {"dropped", nullptr}});
}

void Stage::beginRun(int secondsAgo, int lastSample)
{
    tell({{"event", "run.started"}, {"startedAt", isoAgo(secondsAgo)}});
    tell({{"event", "run.window"}, {"lo", "2026-03-11 02:00:00+00"}, {"hi", "2026-03-12 01:58:00+00"}, {"heldBy", ""}});
    QRandomGenerator random(7);
    double rows = 0;
    for (int ago = secondsAgo; ago >= lastSample; --ago) {
        const bool slow = ago > 60 && ago < 75;
        rows += ((slow ? 8600 : 13'000) - rows) * 0.25 + random.bounded(1800) - 900;
        sample(ago, std::max(0.0, rows), 0.12, 0.52 + random.bounded(10) / 100.0);
    }
    log("info", "run 7 started", secondsAgo);
    log("info", "source clock 2026-03-12 02:00:00.214+00, no open writer", secondsAgo - 1);
    log("info", "window [2026-03-11 02:00:00+00, 2026-03-12 01:58:00+00)", secondsAgo - 1);
    log("info", "epoch 41 taken, staging tidegate.stg_order_item_5be1f09a emptied", secondsAgo - 2);
    log("warning", "the target took 2.1 s to accept a frame, 3rd time in this run", 64);
    log("info", "read 2,915,204 rows, 1.4 GB", 4);
}

void Stage::showRunning()
{
    beginRun(240);
    tell({{"event", "run.progress"},
          {"phase", "read"},
          {"rows", {{"read", 2'915'204}}},
          {"staged", 2'904'711},
          {"bytes", 1'428'000'000},
          {"rowsExpected", 3'880'000},
          {"window", 1},
          {"windows", 1},
          {"seconds", 240.4}});
    settle();
}

void Stage::showEnded()
{
    beginRun(240);
    tell({{"event", "run.progress"},
          {"phase", "apply"},
          {"rows", {{"read", 3'104'882}}},
          {"staged", 3'104'882},
          {"bytes", 1'521'000'000},
          {"seconds", 250.1}});
    log("info", "manifest 3,104,882 rows, staging equal", 2);
    log("info", "applied in one transaction, ledger row 97", 1);
    tell({{"event", "run.finished"},
          {"state", "applied"},
          {"window", {{"lo", "2026-03-11 02:00:00+00"}, {"hi", "2026-03-12 01:58:00+00"}}},
          {"rows",
           {{"read", 3'104'882},
            {"inserted", 2'990'114},
            {"unchanged", 114'768},
            {"superseded", 0},
            {"quarantined", 0}}},
          {"verified", nullptr},
          {"warnings", json::array()},
          {"seconds", 262.9}});
    settle();
}

void Stage::showFailed()
{
    beginRun(120);
    tell({{"event", "run.progress"},
          {"phase", "read"},
          {"rows", {{"read", 288'410}}},
          {"staged", 281'002},
          {"bytes", 141'000'000},
          {"seconds", 121.0}});
    log("error", "row 288,410: invalid input syntax for type numeric: \"1.234,50\" (订单 A-20394)", 1);
    const Error error{
        ErrorCode::DataRejected,
        "order_item: row 288,410 can't be loaded: \"1.234,50\" is not numeric, in column amount of ods.order_item",
        "Correct the row at the source or the column's type in the job, then run again; nothing was applied.",
        Side::Target};
    tell({{"event", "run.finished"},
          {"state", "failed"},
          {"window", {{"lo", "2026-03-11 02:00:00+00"}, {"hi", "2026-03-12 01:58:00+00"}}},
          {"rows", {{"read", 288'410}}},
          {"verified", nullptr},
          {"warnings", json::array()},
          {"error", toJson(error)},
          {"seconds", 121.3}});
    settle();
}

void Stage::showBusy()
{
    tell({{"event", "run.started"}, {"startedAt", isoAgo(2)}});
    Error error{ErrorCode::Busy,
                "job order_item is being run by loader on etl02 (process 4711), since 2026-03-12T01:58:04Z",
                "wait until it ends, or end it with `run --take-over`", Side::Target};
    error.with("offers", "take_over");
    error.with("owner", "loader");
    error.with("host", "etl02");
    error.with("since", "2026-03-12T01:58:04Z");
    tell({{"event", "run.finished"}, {"state", "busy"}, {"error", toJson(error)}, {"seconds", 0.4}});
    settle();
    m_window->actions()->action(u"monitor.takeOver"_s)->trigger();
    settle();
}

void Stage::showDryRun()
{
    m_agent.on("job.explain", [](const auto&) {
        const json scan = {{"Node Type", "Index Scan"},
                           {"Relation Name", "order_item"},
                           {"Alias", "t"},
                           {"Index Name", "order_item_updated_at"},
                           {"Plan Rows", 3'880'000},
                           {"Total Cost", 184'211.4}};
        const json plan = json::array({{{"Plan", scan}}});
        const json statements = json::array({{{"title", "extract"}, {"sql", "select …"}, {"plan", plan}}});
        return json{{"source", {{"statements", statements}, {"error", nullptr}}},
                    {"target", {{"statements", json::array()}, {"error", nullptr}}}};
    });
    m_window->actions()->action(u"monitor.dryRun"_s)->trigger();
    settle();
    tell({{"event", "run.started"}, {"startedAt", isoAgo(2)}, {"dryRun", true}});
    tell({{"event", "run.window"}, {"lo", "2026-03-11 02:00:00+00"}, {"hi", "2026-03-12 01:58:00+00"}, {"heldBy", ""}});
    tell({{"event", "run.progress"}, {"phase", "read"}});
    tell({{"event", "run.statement"},
          {"side", "source"},
          {"title", "extract"},
          {"sql", "-- rows of order_item that changed in the window, an order's change included\n"
                  "select t.item_id, t.order_id, t.sku, round(t.price, 2) as price, t.updated_at,\n"
                  "       greatest(t.updated_at, j.wm) as _wm\n"
                  "from sales.order_item t\n"
                  "left join (select order_id, max(updated_at) as wm from sales.orders group by order_id) j\n"
                  "  on j.order_id = t.order_id\n"
                  "where greatest(t.updated_at, j.wm) >= '2026-03-11 01:50:00+00'\n"
                  "  and greatest(t.updated_at, j.wm) < '2026-03-12 01:58:00+00'"}});
    tell({{"event", "run.statement"},
          {"side", "target"},
          {"title", "delete the old versions"},
          {"sql", "delete from ods.order_item d\nusing tidegate.stg_order_item_5be1f09a s\nwhere d.item_id = "
                  "s.item_id"}});
    tell({{"event", "run.progress"}, {"phase", "finished"}, {"rowsExpected", 3'880'000}});
    tell({{"event", "run.finished"},
          {"state", "nothing_to_do"},
          {"dry_run",
           {{"rows_expected", 3'880'000},
            {"locks",
             {"source: ACCESS SHARE on sales.order_item while it is read: only DDL waits",
              "target: SHARE ROW EXCLUSIVE on ods.order_item while it applies: readers go on, other writers wait"}},
            {"reading_plan",
             {"Hash Left Join  (cost=41822.00..184211.40 rows=3880000 width=92)",
              "  Hash Cond: (t.order_id = j.order_id)",
              "  ->  Index Scan using order_item_updated_at on order_item t  (cost=0.43..98211.02 rows=3880000)"}}}},
          {"warnings", {"`where` looks at a column that may change: rows that leave it stay in the target"}},
          {"seconds", 0.8}});
    settle();
}

void Stage::showStale()
{
    beginRun(400, 70);
    tell({{"event", "run.progress"},
          {"phase", "read"},
          {"rows", {{"read", 2'115'204}}},
          {"staged", 2'104'711},
          {"bytes", 1'028'000'000},
          {"rowsExpected", 3'880'000},
          {"seconds", 330.4}});
    settle();
}

void Stage::showAgentLost()
{
    showRunning();
    m_agent.refusesToStart = true;
    m_agent.die(u"killed by signal 9"_s);
    settle();
}

void Stage::chooseRange(const QString& id)
{
    m_window->findChild<SegmentSwitch*>(u"monitor.range"_s)->setCurrent(id);
    settle();
}

} // namespace tidegate
