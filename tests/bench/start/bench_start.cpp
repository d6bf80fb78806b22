// SPDX-License-Identifier: GPL-3.0-or-later
// Prints one line of JSON for the first page and one for the SQL preview. Exit: 0 both bars met, 1 one missed, 2
// failed.
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
constexpr int poolJobs = 12;

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

bool report(const std::vector<double>& seconds, double bar, const std::string& what, nlohmann::json details)
{
    const auto ours = median(seconds);
    details["what"] = what;
    details["slowest"] = *std::ranges::max_element(seconds);
    details["times"] = seconds.size();
    std::cout << nlohmann::json{{"bench", "start"}, {"ours", ours},       {"baseline", nullptr}, {"ratio", nullptr},
                                {"bar", bar},       {"met", ours <= bar}, {"unit", "s"},         {"details", details}}
                     .dump()
              << std::endl;
    return ours <= bar;
}

/// The small pool with some more jobs, as an operator has them.
std::map<std::string, std::string> demoLikePool()
{
    auto files = smallPool();
    const auto text = files.at(orderItemPath);
    for (int i = 1; i < poolJobs; ++i) {
        const auto name = "order_item_" + std::to_string(i);
        auto copy = text;
        copy.replace(copy.find("job: order_item"), 15, "job: " + name);
        copy.replace(copy.find("ods.order_item"), 14, "ods." + name);
        files["customers/acme/jobs/" + name + ".yaml"] = copy;
    }
    return files;
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const auto arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QStringLiteral("--console"))
        return runConsole(arguments[2]);
    const PoolFolder folder(demoLikePool());
    const auto pages = measureStarts(QString::fromStdString(folder.root().string()), starts);
    Theme::instance().install();
    const auto previews = measureKeystrokes(columns, keys);
    if (pages.empty() || previews.empty()) {
        std::cerr << "the console showed " << (pages.empty() ? "no page" : "no SQL") << std::endl;
        return 2;
    }
    const bool quick = report(pages, mostStart, "process start to the first page with its jobs", {{"jobs", poolJobs}});
    const bool live = report(previews, mostKeystroke, "key to painted SQL", {{"columns", columns}});
    return quick && live ? 0 : 1;
}
