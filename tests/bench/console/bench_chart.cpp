// SPDX-License-Identifier: GPL-3.0-or-later
// A chart with a million points: how long one repaint takes. Exit: 0 bar met, 1 missed, 2 nothing was painted.
#include "models/monitor/timeseries.h"
#include "report.h"
#include "widgets/chart/chartwidget.h"
#include "widgets/chart/timeaxis.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace tidegate;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double bar = 0.005;
constexpr int points = 1'000'000;
constexpr int repaints = 101;
constexpr qint64 step = 1000;

void fill(TimeSeries& series)
{
    for (int i = 0; i < points; ++i)
        series.append(i * step, 12'000 + 3000 * std::sin(i / 900.0) + i % 97 * 40);
}

class PaintCount final : public QObject
{
public:
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    Theme::instance().install();
    TimeSeries series(points);
    fill(series);
    TimeAxis axis;
    axis.setRange(0, points * step, false);
    ChartWidget chart(u"chart"_s, u"Rows per second"_s, &axis);
    chart.resize(1200, 320);
    chart.setSeries({ChartSeries{.name = u"read"_s, .data = &series}});
    chart.show();
    if (!QTest::qWaitForWindowExposed(&chart))
        return 2;
    PaintCount paints;
    chart.installEventFilter(&paints);
    std::vector<double> seconds;
    for (int i = 0; i < repaints; ++i) {
        QElapsedTimer timer;
        timer.start();
        chart.refresh();
        chart.repaint();
        seconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    if (paints.count != repaints)
        return 2;
    const nlohmann::json details{{"points", points},
                                 {"repaints", repaints},
                                 {"slowest", quantile(seconds, 1)},
                                 {"p95", quantile(seconds, 0.95)}};
    return report("chart", quantile(seconds, 0.5), bar, "s", details) ? 0 : 1;
}
