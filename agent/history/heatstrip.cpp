// SPDX-License-Identifier: Apache-2.0
#include "agent/history/heatstrip.h"

#include <algorithm>

namespace tidegate::agent {

namespace {

using namespace std::chrono_literals;

constexpr auto grace = 1min;

class Cell
{
public:
    Cell(const StripFacts& facts, TimePoint now, Stretch stretch) : m_facts(facts), m_now(now), m_stretch(stretch) {}

    [[nodiscard]] StripCell read() const
    {
        StripCell cell;
        bool running = false;
        bool touched = false;
        const PastRun* last = nullptr;
        for (const PastRun& run : m_facts.runs) {
            if (run.startedAt >= m_stretch.to || run.endedAt.value_or(m_now) < m_stretch.from)
                continue;
            touched = true;
            running = running || !run.endedAt;
            if (!endsHere(run))
                continue;
            cell.rows += run.hasFailed() ? 0 : run.rows.inserted;
            if (last == nullptr || *run.endedAt >= *last->endedAt)
                last = &run;
        }
        const bool failed = last != nullptr && last->hasFailed();
        cell.state = running ? "running" : failed ? "failed" : touched ? "ran" : withoutRun();
        return cell;
    }

private:
    [[nodiscard]] bool endsHere(const PastRun& run) const
    {
        return run.endedAt && *run.endedAt >= m_stretch.from && *run.endedAt < m_stretch.to;
    }

    [[nodiscard]] std::string_view withoutRun() const
    {
        const bool wasDue = std::any_of(m_facts.planned.begin(), m_facts.planned.end(), [this](TimePoint due) {
            return due >= m_stretch.from && due < m_stretch.to && due + grace <= m_now;
        });
        if (wasDue)
            return "late";
        const auto covers = [this](const Stretch& known) {
            return known.from < m_stretch.to && known.to > m_stretch.from;
        };
        return std::any_of(m_facts.known.begin(), m_facts.known.end(), covers) ? "unplanned" : "nodata";
    }

    const StripFacts& m_facts;
    const TimePoint m_now;
    const Stretch m_stretch;
};

} // namespace

std::vector<StripCell> heatStrip(const StripFacts& facts, TimePoint now, TimePoint from, std::chrono::seconds length,
                                 int count)
{
    std::vector<StripCell> cells;
    for (int i = 0; i < count; ++i)
        cells.push_back(Cell(facts, now, {from + length * i, from + length * (i + 1)}).read());
    return cells;
}

} // namespace tidegate::agent
