// SPDX-License-Identifier: GPL-3.0-or-later
#include "consolefixture.h"

#include "cataloguetext.h"
#include "models/qtconvert.h"
#include "widgets/editor/sqleditor.h"

#include <QFile>
#include <QTest>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

ConsoleFixture::ConsoleFixture() : m_folder(smallPool()) {}

ConsoleFixture::~ConsoleFixture()
{
    m_window.reset();
    m_console.reset();
}

bool ConsoleFixture::open()
{
    m_agent = std::make_unique<FakeAgent>();
    m_agent->on("catalogue.inputs", [](const auto&) { return orderItemInputs(); });
    m_agent->on("ledger.read", [](const auto&) { return json{{"rows", json::array()}, {"next", nullptr}}; });
    m_agent->on("history.overview", [](const auto&) { return json{{"jobs", json::array()}}; });
    m_agent->on("schedule.list", [](const auto&) { return json{{"jobs", json::array()}}; });
    m_agent->on("run.list", [](const auto&) { return json{{"runs", json::array()}}; });
    qputenv("XDG_CACHE_HOME", m_home.filePath(u"cache"_s).toUtf8());
    m_settings = std::make_unique<Settings>(m_home.filePath(u"console.ini"_s));
    m_console = std::make_unique<Console>(toQt(m_folder.root().string()),
                                          std::make_unique<AgentClient>(m_agent->makeTransport()));
    m_window = std::make_unique<MainWindow>(m_console.get(), m_settings.get());
    m_window->show();
    m_console->start();
    return QTest::qWaitForWindowActive(m_window.get()) &&
           QTest::qWaitFor([this] { return m_console->pool()->pool() && m_console->agent()->isReady(); });
}

bool ConsoleFixture::showJob()
{
    m_window->showPage(u"jobs"_s, u"order_item"_s);
    const auto* sql = m_window->findChild<SqlEditor*>(u"sqlPreview"_s);
    return QTest::qWaitFor([sql] { return !sql->text().isEmpty(); });
}

void ConsoleFixture::reopen()
{
    m_window.reset();
    m_console.reset();
    m_settings.reset();
    QVERIFY(open());
}

void ConsoleFixture::spoilSettings()
{
    QFile file(m_home.filePath(u"console.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    static constexpr char nonsense[] = "\x00\xff[view\ntheme=pink\n[shortcuts]\npool.reload=\xfe\xff=,\n"
                                       "[window]\ngeometry=@ByteArray(nonsense\n"
                                       "[places]\nsplitter.monitor.splitter=\"a,-5\"\n";
    file.write(nonsense, sizeof(nonsense) - 1);
}

} // namespace tidegate
