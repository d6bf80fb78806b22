// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include "cataloguetext.h"
#include "models/qtconvert.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <filesystem>
#include <fstream>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

std::string isoAgo(int seconds, int milliseconds = 0)
{
    return toStd(QDateTime::currentDateTimeUtc().addSecs(-seconds).addMSecs(milliseconds).toString(Qt::ISODateWithMs));
}

json demoInputs()
{
    json inputs = orderItemInputs();
    auto source = tableOf("sales", "order_item",
                          {{"item_id", "bigint"},
                           {"order_id", "bigint"},
                           {"line_no", "smallint"},
                           {"sku", "text"},
                           {"title", "text"},
                           {"quantity", "numeric(12,3)"},
                           {"price", "numeric(18,4)"},
                           {"discount", "numeric"},
                           {"attributes", "jsonb"},
                           {"tags", "text[]"},
                           {"shipped_at", "timestamp with time zone"},
                           {"deleted", "boolean"},
                           {"updated_at", "timestamp with time zone"}},
                          {"item_id"});
    source.estimatedRows = 1'200'000;
    const auto join =
        tableOf("sales", "orders",
                {{"order_id", "bigint"}, {"status", "text"}, {"updated_at", "timestamp with time zone"}}, {"order_id"});
    inputs["source"] = sql::toJson(source);
    inputs["join"] = sql::toJson(join);
    return inputs;
}

} // namespace

Stage::Stage(bool withJobs)
{
    const std::filesystem::path pool = toStd(m_folder.filePath(u"acme-retail"_s));
    if (withJobs) {
        std::filesystem::copy(TIDEGATE_DEMO_POOL, pool, std::filesystem::copy_options::recursive);
    } else {
        std::filesystem::create_directories(pool);
        std::ofstream(pool / "pool.yaml") << "pool: acme-retail\nformat: 1\n";
    }
    play();
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"console.ini"_s));
    m_console = std::make_unique<Console>(toQt(pool.string()), std::make_unique<AgentClient>(m_agent.makeTransport()));
    m_window = std::make_unique<MainWindow>(m_console.get(), m_settings.get());
    m_window->show();
    m_console->start();
    settle();
}

Stage::~Stage()
{
    m_window.reset();
    m_console.reset();
}

void Stage::play()
{
    m_agent.on("catalogue.inputs", [](const auto&) { return demoInputs(); });
    m_agent.on("catalogue.tables", [](const auto&) { return json{{"tables", json::array()}, {"next", nullptr}}; });
    m_agent.on("run.list", [](const auto&) { return json{{"runs", json::array()}}; });
    m_agent.on("run.start", [](const auto&) { return json{{"run", 7}}; });
    m_agent.on("job.clock", [](const auto&) {
        return json{{"connection", "acme-erp"},
                    {"offsetSeconds", 0.31},
                    {"roundTripSeconds", 0.018},
                    {"hi", "2026-03-11 02:00:00+00"},
                    {"delaySeconds", 74.0}};
    });
    m_agent.on("ledger.read", [](const auto&) {
        json rows = json::array();
        for (int day = 1; day <= 4; ++day)
            rows.push_back({{"applied_at", isoAgo(day * 86'400 + 1000)},
                            {"taken_at", isoAgo(day * 86'400 + 1000 + 900 + day * 17)},
                            {"epoch", 41 - day},
                            {"rows", {{"read", 1'180'000 + day * 7311}, {"inserted", 1'180'000 + day * 7311}}},
                            {"kind", day == 4 ? "full" : "window"},
                            {"owner", "loader"},
                            {"host", "etl02"},
                            {"hi", "2026-03-11 18:00:00.000000+00"}});
        return json{{"rows", rows}, {"next", nullptr}};
    });
}

void Stage::settle()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 400)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

void Stage::tell(json event)
{
    event["id"] = ++m_event;
    event["run"] = 7;
    event["job"] = "order_item";
    m_agent.notify("run.event", event);
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

void Stage::beginRun(int secondsAgo)
{
    tell({{"event", "run.started"}, {"startedAt", isoAgo(secondsAgo)}});
    tell({{"event", "run.window"}, {"lo", "2026-03-11 02:00:00+00"}, {"hi", "2026-03-12 01:58:00+00"}, {"heldBy", ""}});
    QRandomGenerator random(7);
    double rows = 0;
    for (int ago = secondsAgo; ago >= 1; --ago) {
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

void Stage::breakJob()
{
    if (JobBuffer* buffer = m_console->workspace()->open(u"order_item"_s)) {
        [[maybe_unused]] const auto done = buffer->setValue("watermark.lag", "2");
        Q_ASSERT(done);
    }
    settle();
}

} // namespace tidegate
