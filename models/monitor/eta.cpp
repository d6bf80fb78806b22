// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/eta.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double leastFraction = 0.05;
constexpr std::size_t leastSamples = 10;
constexpr std::size_t block = 5; ///< seconds; single seconds jump, their mean is what lasts
constexpr qint64 minute = 60'000;
constexpr int mostRuns = 9;
constexpr qint64 leastRows = 1000; ///< of a run that says something about pace

/// Means of neighbouring samples of the last minute, newest first.
std::vector<double> recentRates(const TimeSeries& rates, int& seconds)
{
    std::vector<double> means;
    const auto last = rates.last();
    if (!last)
        return means;
    double sum = 0;
    std::size_t count = 0;
    std::size_t used = 0;
    for (std::size_t i = rates.size(); i > 0 && rates.point(i - 1).at > last->at - minute; --i, ++used) {
        sum += rates.point(i - 1).value;
        if (++count == block) {
            means.push_back(sum / static_cast<double>(block));
            sum = 0;
            count = 0;
        }
    }
    seconds = static_cast<int>(used);
    return used < leastSamples ? std::vector<double>{} : means;
}

/// The middle half: what lies outside are moments and odd days.
std::pair<double, double> likely(std::vector<double>& seconds)
{
    std::sort(seconds.begin(), seconds.end());
    return {seconds[seconds.size() / 4], seconds[seconds.size() * 3 / 4]};
}

/// Rows per second over whole runs, apply and all.
std::vector<double> wholePaces(const QList<KnownRun>& runs)
{
    std::vector<double> paces;
    for (const KnownRun& run : runs) {
        const bool tells = run.outcome == u"applied" && run.seconds > 0 && run.rows.read >= leastRows;
        if (tells && static_cast<int>(paces.size()) < mostRuns)
            paces.push_back(static_cast<double>(run.rows.read) / run.seconds);
    }
    return paces;
}

} // namespace

std::optional<Eta> estimateEnd(const RunStatus& status, const TimeSeries& rowsRead, const QList<KnownRun>& lastRuns)
{
    const auto fraction = status.fraction();
    const bool reading = status.stage == RunStatus::Stage::Running && status.phase == u"read";
    if (!reading || status.window < status.windows || !fraction || *fraction < leastFraction || *fraction >= 1)
        return {};
    const auto left = static_cast<double>(status.rowsExpected - status.rows.read);
    Eta eta;
    std::vector<double> ends;
    for (const double rate : recentRates(rowsRead, eta.measuredSeconds)) {
        if (rate > 0)
            ends.push_back(left / rate);
    }
    if (ends.empty())
        return {};
    const auto [low, high] = likely(ends);
    eta.lowSeconds = low;
    eta.highSeconds = high;
    std::vector<double> wholes;
    for (const double pace : wholePaces(lastRuns)) {
        if (const double whole = static_cast<double>(status.rowsExpected) / pace - status.seconds; whole > 0)
            wholes.push_back(whole);
    }
    eta.runs = static_cast<int>(wholes.size());
    if (!wholes.empty()) {
        const auto [soonest, latest] = likely(wholes);
        eta.lowSeconds = std::min(eta.lowSeconds, soonest);
        eta.highSeconds = std::max(eta.highSeconds, latest);
    }
    return eta;
}

} // namespace tidegate
