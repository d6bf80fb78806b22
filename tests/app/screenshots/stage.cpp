// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include "cataloguetext.h"
#include "models/firstrun/poolprobe.h"
#include "models/qtconvert.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>

#include <filesystem>
#include <fstream>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

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

std::string isoAgo(int seconds, int milliseconds)
{
    return toStd(QDateTime::currentDateTimeUtc().addSecs(-seconds).addMSecs(milliseconds).toString(Qt::ISODateWithMs));
}

Stage::Stage(bool withJobs, const Prepare& prepare)
{
    qputenv("XDG_CACHE_HOME", m_folder.filePath(u"cache"_s).toUtf8());
    const std::filesystem::path pool = toStd(m_folder.filePath(u"acme-retail"_s));
    if (withJobs) {
        std::filesystem::copy(TIDEGATE_DEMO_POOL, pool, std::filesystem::copy_options::recursive);
    } else {
        std::filesystem::create_directories(pool);
        std::ofstream(pool / "pool.yaml") << "pool: acme-retail\nformat: 1\n";
    }
    play();
    if (prepare)
        prepare(pool, m_agent);
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"console.ini"_s));
    m_console = std::make_unique<Console>(toQt(pool.string()), std::make_unique<AgentClient>(m_agent.makeTransport()));
    m_window = std::make_unique<MainWindow>(m_console.get(), m_settings.get());
    m_window->show();
    m_console->start();
    settle();
}

Stage::Stage()
{
    qputenv("XDG_CACHE_HOME", m_folder.filePath(u"cache"_s).toUtf8());
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"console.ini"_s));
}

std::unique_ptr<Stage> Stage::withoutPool(const QString& tried, const QStringList& recent)
{
    std::unique_ptr<Stage> stage(new Stage);
    for (const QString& folder : recent)
        stage->m_settings->addRecentPool(folder);
    stage->m_console =
        std::make_unique<Console>(QString(), std::make_unique<AgentClient>(stage->m_agent.makeTransport()));
    stage->m_window = std::make_unique<MainWindow>(stage->m_console.get(), stage->m_settings.get());
    const auto root = probePool(tried);
    stage->m_window->showFirstRun(tried, tried.isEmpty() ? std::nullopt : std::optional(root.error()));
    stage->m_window->show();
    stage->settle();
    return stage;
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
    playHistory();
    m_agent.on("ledger.read", [](const auto&) {
        json rows = json::array();
        for (int day = 1; day <= 4; ++day)
            rows.push_back({{"applied_at", isoAgo(day * 86'400 + 1000)},
                            {"taken_at", isoAgo(day * 86'400 + 1000 + 96 + day * 17)},
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

void Stage::breakJob()
{
    if (JobBuffer* buffer = m_console->workspace()->open(u"order_item"_s)) {
        [[maybe_unused]] const auto done = buffer->setValue("watermark.lag", "2");
        Q_ASSERT(done);
    }
    settle();
}

} // namespace tidegate
