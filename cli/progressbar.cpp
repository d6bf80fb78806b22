// SPDX-License-Identifier: Apache-2.0
#include "cli/progressbar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tidegate::cli {

namespace {

constexpr std::size_t barCells = 24;

std::string bar(std::int64_t done, std::int64_t expected)
{
    // The number of rows is the planner's estimate: never show more than it, and full only at the end.
    const double share = std::clamp(static_cast<double>(done) / static_cast<double>(expected), 0.0, 0.99);
    const auto filled = static_cast<std::size_t>(share * barCells);
    return fmt::format("[{}{}] {:2.0f} %  ", std::string(filled, '#'), std::string(barCells - filled, '.'),
                       share * 100);
}

std::int64_t perSecond(std::int64_t amount, double seconds)
{
    return seconds > 0 ? std::llround(static_cast<double>(amount) / seconds) : 0;
}

} // namespace

std::string shortCount(std::int64_t count)
{
    if (count < 10'000)
        return fmt::format("{}", count);
    if (count < 10'000'000)
        return fmt::format("{:.1f} k", static_cast<double>(count) / 1e3);
    return fmt::format("{:.1f} M", static_cast<double>(count) / 1e6);
}

std::string shortBytes(std::int64_t bytes)
{
    constexpr std::array units = {"B", "KiB", "MiB", "GiB", "TiB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 1024 && unit + 1 < units.size(); ++unit)
        value /= 1024;
    return unit == 0 ? fmt::format("{} B", bytes) : fmt::format("{:.1f} {}", value, units.at(unit));
}

std::string progressLine(const RunProgress& progress, std::size_t width)
{
    std::string line = fmt::format("{:<7} ", toString(progress.phase));
    if (progress.phase == RunPhase::Read && progress.rowsExpected > 0)
        line += bar(progress.rows.read, progress.rowsExpected);
    line += fmt::format("{} rows  {}  {} rows/s  {}/s", shortCount(progress.rows.read), shortBytes(progress.bytesRead),
                        shortCount(perSecond(progress.rows.read, progress.secondsElapsed)),
                        shortBytes(perSecond(progress.bytesRead, progress.secondsElapsed)));
    return line.substr(0, width);
}

} // namespace tidegate::cli
