// SPDX-License-Identifier: GPL-3.0-or-later
// How long one waits for the first page with its jobs on it, and what memory that takes. Exit: 0 bars met, 1 one
// missed, 2 no page was shown.
#include "pooltext.h"
#include "report.h"
#include "starts.h"

#include <QApplication>

#include <iostream>

using namespace tidegate;

namespace {

constexpr double mostSeconds = 0.7;
constexpr double mostMegabytes = 180;
constexpr int runs = 7;
constexpr int jobs = 1000;

nlohmann::json details(const std::string& what, const std::vector<double>& values)
{
    return {{"what", what}, {"jobs", jobs}, {"starts", values.size()}, {"most", quantile(values, 1)}};
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const auto arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QStringLiteral("--console"))
        return runConsole(arguments[2]);
    const PoolFolder folder(manyJobs(jobs));
    const auto starts = measureStarts(QString::fromStdString(folder.root().string()), runs);
    if (starts.seconds.empty()) {
        std::cerr << "the console showed no page" << std::endl;
        return 2;
    }
    const bool soon = report("start", quantile(starts.seconds, 0.5), mostSeconds, "s",
                             details("process start to the first page with its jobs", starts.seconds));
    const bool small = report("start", quantile(starts.megabytes, 0.5), mostMegabytes, "MB",
                              details("resident memory at that moment", starts.megabytes));
    return soon && small ? 0 : 1;
}
