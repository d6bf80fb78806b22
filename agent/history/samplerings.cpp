// SPDX-License-Identifier: Apache-2.0
#include "agent/history/samplerings.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tidegate::agent {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

struct Ring
{
    std::chrono::seconds step;
    std::chrono::seconds keep;
};

constexpr std::array<Ring, 3> rings{{{1s, 1h}, {10s, 24h}, {300s, 24h * 30}}};

std::int64_t cellOf(TimePoint at, std::chrono::seconds step)
{
    return at.time_since_epoch() / milliseconds(step) * step.count();
}

/// The finest ring that still has `from`; where points are longer than a coarser ring's step, that one.
const Ring& ringFor(TimePoint now, TimePoint from, milliseconds perPoint)
{
    std::size_t best = 0;
    while (best + 1 < rings.size() && (now - from > rings[best].keep + 1min || rings[best + 1].step <= perPoint))
        ++best;
    return rings[best];
}

void addTo(std::optional<Sample>& sum, const SqlRow& row)
{
    if (!sum)
        sum.emplace();
    sum->seconds += row.real(1);
    sum->rows += row.integer(2);
    sum->bytes += row.integer(3);
    sum->sourceWait += row.real(4);
    sum->targetWait += row.real(5);
    sum->staged = sum->staged && !row.isNull(6) ? std::optional(*sum->staged + row.integer(6)) : std::nullopt;
}

} // namespace

Result<void> SampleRings::add(std::int64_t series, TimePoint at, const Sample& sample)
{
    auto& database = m_store.database();
    auto written = database.transaction([&]() -> Result<void> {
        for (const Ring& ring : rings) {
            const auto changed = database.change(
                "insert into sample values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) on conflict(series, step, at) do update"
                " set seconds = seconds + excluded.seconds, rows = rows + excluded.rows, bytes = bytes +"
                " excluded.bytes, source_wait = source_wait + excluded.source_wait, target_wait = target_wait +"
                " excluded.target_wait, staged = staged + excluded.staged",
                {series, std::int64_t{ring.step.count()}, cellOf(at, ring.step), sample.seconds, sample.rows,
                 sample.bytes, sample.sourceWait, sample.targetWait, sqlInteger(sample.staged)});
            if (!changed)
                return changed.error();
        }
        return {};
    });
    return written ? dropOld(at) : written;
}

Result<void> SampleRings::dropOld(TimePoint now)
{
    {
        const std::lock_guard lock(m_mutex);
        if (now - m_droppedAt < 1min)
            return {};
        m_droppedAt = now;
    }
    for (const Ring& ring : rings) {
        const auto dropped =
            m_store.database().change("delete from sample where step = ?1 and at < ?2",
                                      {std::int64_t{ring.step.count()}, cellOf(now - ring.keep, ring.step)});
        if (!dropped)
            return dropped.error();
    }
    return {};
}

Result<std::vector<SamplePoint>> SampleRings::read(std::int64_t series, TimePoint from, TimePoint to, int points)
{
    const auto wanted = milliseconds((to - from).count() / std::max(points, 1));
    const Ring& ring = ringFor(m_store.now(), from, wanted);
    const auto steps = std::max<std::int64_t>(1, (wanted + ring.step - 1ms) / milliseconds(ring.step));
    const auto perPoint = ring.step * steps;
    const auto begin = TimePoint(std::chrono::seconds(cellOf(from, perPoint)));
    const auto rows = m_store.database().query(
        "select at, seconds, rows, bytes, source_wait, target_wait, staged from sample where series = ?1 and step = ?2 "
        "and at "
        ">= ?3 and at < ?4 order by at",
        {series, std::int64_t{ring.step.count()}, cellOf(begin, ring.step), (millis(to) + 999) / 1000});
    if (!rows)
        return rows.error();
    std::vector<SamplePoint> cells;
    for (TimePoint at = begin; at < to; at += perPoint)
        cells.push_back({at, std::nullopt});
    for (const SqlRow& row : *rows) {
        const auto index =
            static_cast<std::size_t>((TimePoint(std::chrono::seconds(row.integer(0))) - begin) / perPoint);
        if (index < cells.size())
            addTo(cells[index].sample, row);
    }
    return cells;
}

} // namespace tidegate::agent
