// SPDX-License-Identifier: GPL-3.0-or-later
// A minute of real use while a job runs: how long the window takes over each event. --seconds for a quick try.
// Exit: 0 bar met, 1 missed, 2 failed.
#include "app/console.h"
#include "app/settings.h"
#include "cataloguetext.h"
#include "models/language.h"
#include "models/qtconvert.h"
#include "operator.h"
#include "pooltext.h"
#include "report.h"
#include "watchedapplication.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace {

constexpr double bar = 0.05;
constexpr double share = 0.999;
constexpr int minute = 60;
constexpr int jobs = 200;

} // namespace

int main(int argc, char** argv)
{
    WatchedApplication application(argc, argv);
    const int seconds = option(argc, argv, "--seconds", minute);
    Language::instance().install(Language::Choice::English);
    Theme::instance().install();
    const PoolFolder folder(manyJobs(jobs));
    const QTemporaryDir home;
    Settings settings(home.filePath(u"console.ini"_s));
    FakeAgent agent;
    agent.on("catalogue.inputs", [](const auto&) { return orderItemInputs(); });
    agent.on("ledger.read", [](const auto&) { return json{{"rows", json::array()}, {"next", nullptr}}; });
    agent.on("run.list", [](const auto&) { return json{{"runs", json::array()}}; });
    Console console(toQt(folder.root().string()), std::make_unique<AgentClient>(agent.makeTransport()));
    MainWindow window(&console, &settings);
    window.resize(1440, 900);
    window.show();
    console.start();
    if (!QTest::qWaitFor([&] { return console.pool()->pool() && console.agent()->isReady(); }, 30'000))
        return 2;
    const RunningAgent run(&agent);
    const Operator person(&window);
    application.record();
    // Not quit(): the window would ask about the job that was edited.
    QTimer::singleShot(seconds * 1000, &application, [] { QCoreApplication::exit(0); });
    QApplication::exec();
    const json details{{"seconds", seconds},
                       {"acts", person.acts()},
                       {"events", application.durations().size()},
                       {"longest", application.longest()},
                       {"longest event", application.longestWhat().toStdString()},
                       {"over 50 ms", application.hiccups()},
                       {"over 500 ms", application.stalls().size()}};
    return report("console", quantile(application.durations(), share), bar, "s", details) ? 0 : 1;
}
