// SPDX-License-Identifier: GPL-3.0-or-later
// Prints a line of JSON for the first page, one for its memory, one for the SQL preview. Exit: 0 bars met, 1 one
// missed, 2 failed.
#include "pooltext.h"
#include "previewbench.h"
#include "startbench.h"
#include "widgets/theme/theme.h"

#include <nlohmann/json.hpp>

#include <QApplication>

#include <algorithm>
#include <iostream>

using namespace tidegate;

namespace {

constexpr double mostStart = 0.7;
constexpr double mostKeystroke = 0.05;
constexpr int starts = 7;
constexpr int keys = 51;
constexpr int columns = 200;
constexpr int poolJobs = 1000;
constexpr double mostMemory = 180;

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

bool report(const std::string& bench, const std::vector<double>& seconds, double bar, const std::string& unit,
            const std::string& what, nlohmann::json details)
{
    const auto ours = median(seconds);
    details["what"] = what;
    details["slowest"] = *std::ranges::max_element(seconds);
    details["times"] = seconds.size();
    std::cout << nlohmann::json{{"bench", bench}, {"ours", ours},       {"baseline", nullptr}, {"ratio", nullptr},
                                {"bar", bar},     {"met", ours <= bar}, {"unit", unit},        {"details", details}}
                     .dump()
              << std::endl;
    return ours <= bar;
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const auto arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QStringLiteral("--console"))
        return runConsole(arguments[2]);
    const PoolFolder folder(manyJobs(poolJobs));
    const auto pages = measureStarts(QString::fromStdString(folder.root().string()), starts);
    Theme::instance().install();
    const auto previews = measureKeystrokes(columns, keys);
    if (pages.seconds.empty() || previews.empty()) {
        std::cerr << "the console showed " << (pages.seconds.empty() ? "no page" : "no SQL") << std::endl;
        return 2;
    }
    const nlohmann::json jobs{{"jobs", poolJobs}};
    bool met = report("start", pages.seconds, mostStart, "s", "process start to the first page with its jobs", jobs);
    met = report("start", pages.megabytes, mostMemory, "MB", "resident memory at that moment", jobs) && met;
    met = report("preview", previews, mostKeystroke, "s", "key to painted SQL", {{"columns", columns}}) && met;
    return met ? 0 : 1;
}
