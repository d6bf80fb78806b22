// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include "cataloguetext.h"
#include "models/firstrun/poolprobe.h"
#include "models/qtconvert.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QProcess>

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

json node(const char* type, const char* relation, double rows, double cost, json below = json::array())
{
    return {{"Node Type", type},
            {"Relation Name", relation},
            {"Plan Rows", rows},
            {"Total Cost", cost},
            {"Plans", std::move(below)}};
}

json demoPlans()
{
    auto join = node("Hash Join", "", 182'000, 81'400,
                     {node("Seq Scan", "order_item", 1'200'000, 68'300),
                      node("Hash", "", 61'000, 2'100, {node("Index Scan", "orders", 61'000, 1'900)})});
    join["Join Type"] = "Right";
    join["Plans"][1]["Plans"][0]["Index Name"] = "orders_updated_at";
    const json source = {{"statements", {{{"title", "extract"}, {"sql", ""}, {"plan", {{{"Plan", join}}}}}}},
                         {"error", nullptr}};
    return {{"source", source}, {"target", {{"statements", json::array()}, {"error", nullptr}}}};
}

json demoRows()
{
    json rows = json::array();
    for (int i = 0; i < 10; ++i) {
        const auto own = "2026-03-11 08:" + std::to_string(10 + i * 4) + ":12+00";
        const auto order = i % 3 == 0 ? "2026-03-12 01:" + std::to_string(20 + i) + ":44+00" : own;
        rows.push_back({std::to_string(7301 + i), own, i == 7 ? json(nullptr) : json(order), std::max(own, order)});
    }
    return {{"sql", ""}, {"columns", {"item_id", "t.updated_at", "o.updated_at", "watermark"}}, {"rows", rows}};
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
    commit();
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
    m_agent.on("catalogue.tables", [](const auto&) {
        json tables = json::array();
        for (const char* name : {"customer", "order_item", "orders", "payment", "store", "store_org"})
            tables.push_back({{"schema", "sales"}, {"name", name}, {"kind", "r"}, {"rows", 1000}});
        return json{{"tables", tables}, {"next", nullptr}};
    });
    m_agent.on("job.explain", [](const auto&) { return demoPlans(); });
    m_agent.on("job.preview", [](const auto&) { return demoRows(); });
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

void Stage::edit(const char* path, const char* value)
{
    if (JobBuffer* buffer = m_console->workspace()->open(u"order_item"_s)) {
        [[maybe_unused]] const auto done = buffer->setValue(path, value);
        Q_ASSERT(done);
    }
    settle();
}

void Stage::press(const QString& name)
{
    for (auto* button : m_window->findChildren<QAbstractButton*>(name))
        if (button->isVisible()) {
            button->click();
            break;
        }
    settle();
}

void Stage::trigger(const QString& name)
{
    if (auto* action = m_window->findChild<QAction*>(name))
        action->trigger();
    settle();
}

/// The demo's pool becomes a repository, so that there is something to compare with.
void Stage::commit()
{
    for (const auto& words : {u"init -q -b main"_s, u"add ."_s, u"commit -q -m pool"_s}) {
        QProcess git;
        git.setWorkingDirectory(m_folder.filePath(u"acme-retail"_s));
        git.start(u"git"_s, QStringList{u"-c"_s, u"user.name=x"_s, u"-c"_s, u"user.email=x@y"_s} + words.split(u' '));
        git.waitForFinished();
    }
}

} // namespace tidegate
