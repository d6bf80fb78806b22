// SPDX-License-Identifier: Apache-2.0
#include "sync/windowplan.h"

#include "db/dberror.h"
#include "sync/watermarkliteral.h"
#include "sync/windowclock.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

/// More windows than this in one run is a step that was meant otherwise.
constexpr std::size_t mostWindows = 10000;

class Planner
{
public:
    explicit Planner(RunContext& context)
        : m_context(context), m_watermark(*context.job.watermark),
          m_type(typeName(context.plan.watermarkType.value_or(sql::WatermarkType::Timestamptz)))
    {
    }

    Result<WindowPlan> plan()
    {
        if (auto begun = findLo(); !begun)
            return begun.error();
        WindowClock clock(*m_context.source, *m_context.target, m_context.plan);
        auto reading = clock.read(m_plan.lo, m_context.stop);
        if (!reading)
            return reading.error();
        for (auto& warning : reading->warnings)
            m_context.teller.warn(std::move(warning));
        m_plan.hi = std::move(reading->hi);
        m_plan.heldBy = std::move(reading->heldBy);
        if (auto cut = cutBySteps(); !cut)
            return cut.error();
        if (auto looked = lookForSetBackClock(reading->now); !looked)
            return looked.error();
        if (auto swept = findSweep(); !swept)
            return swept.error();
        return std::move(m_plan);
    }

private:
    Result<void> findLo()
    {
        if (m_context.last) {
            m_plan.lo = m_context.last->hi;
            return {};
        }
        auto start = startOf(m_context);
        if (!start)
            return start.error();
        m_plan.lo = std::move(*start);
        return {};
    }

    Result<void> cutBySteps()
    {
        auto lo = m_plan.lo;
        for (;;) {
            const auto order = compare(lo);
            if (!order)
                return order.error();
            if (!*order)
                return {};
            auto hi = stepFrom(lo);
            if (!hi)
                return hi.error();
            m_plan.windows.push_back({lo, *hi, m_plan.heldBy});
            if (*hi == m_plan.hi)
                return {};
            if (m_plan.windows.size() > mostWindows)
                return Error{ErrorCode::Refused,
                             fmt::format("watermark.step cuts the stretch from {} to {} into more than {} windows",
                                         m_plan.lo.value_or("the beginning"), m_plan.hi, mostWindows),
                             "choose a longer step"};
            lo = std::move(*hi);
        }
    }

    /// What is written while the clock shows again what a window has passed already lies before that window's hi.
    Result<void> lookForSetBackClock(const std::string& now)
    {
        if (!m_plan.windows.empty() || !m_plan.lo)
            return {};
        const auto fold = foldOverlap(*m_context.source, m_context.plan, m_plan.lo, m_context.stop);
        if (!fold)
            return fold.error();
        if (fold->count() > 0) // local time went back, as it does every year, and the overlap of such days covers it
            return {};
        const auto rows =
            m_context.source->query(fmt::format("select case when pg_is_in_recovery() then 0"
                                                " else extract(epoch from ({}) - $2::text::timestamptz) end",
                                                instantOfLiteral(m_context.plan, "$1::text")),
                                    {*m_plan.lo, now}, m_context.stop);
        if (!rows)
            return rows.error();
        const double behind = rows->number(0, 0);
        const auto clock = "the clock of " + endName(m_context.source->connection(), Side::Source);
        if (behind > 0 && !m_context.last)
            m_context.teller.warn(
                fmt::format("watermark.start lies {:.0f} s after {}: nothing is read until then", behind, clock));
        else if (behind > 0)
            m_context.teller.warn(fmt::format(
                "{} is {:.0f} s before the last window's hi, so it was set back: what is written until it gets there"
                " again is read only with a watermark.overlap of more than that, or found by verification",
                clock, behind));
        return {};
    }

    /// Is there anything between lo and the run's hi?
    Result<bool> compare(const std::optional<std::string>& lo)
    {
        if (!lo)
            return true;
        const auto rows = m_context.source->query(fmt::format("select $1::text::{0} < $2::text::{0}", m_type),
                                                  {lo, m_plan.hi}, m_context.stop);
        if (!rows)
            return rows.error();
        return rows->boolean(0, 0);
    }

    Result<std::string> stepFrom(const std::optional<std::string>& lo)
    {
        if (!lo || !m_watermark.step || m_watermark.step->count() <= 0)
            return m_plan.hi;
        const auto step = std::to_string(m_watermark.step->count());
        const auto statement = m_type == "date"
                                   ? std::string("select least($2::text::date, $1::text::date"
                                                 " + greatest(1, ($3::text::bigint / 86400000)::int))::text")
                                   : fmt::format("select least($2::text::{0}, $1::text::{0}"
                                                 " + greatest(1, $3::text::bigint / 1000) * interval '1 second')::text",
                                                 m_type);
        const auto rows = m_context.source->query(statement, {lo, m_plan.hi, step}, m_context.stop);
        if (!rows)
            return rows.error();
        return std::string(rows->text(0, 0));
    }

    Result<void> findSweep()
    {
        if (m_context.plan.nulls != NullWatermark::Sweep || !m_context.last)
            return {};
        const auto rows =
            m_context.target->query("select $1::text::timestamptz < date_trunc('day', transaction_timestamp())",
                                    {m_context.last->appliedAt}, m_context.stop);
        if (!rows)
            return rows.error();
        m_plan.sweep = rows->boolean(0, 0);
        return {};
    }

    RunContext& m_context;
    const Watermark& m_watermark;
    std::string m_type;
    WindowPlan m_plan;
};

} // namespace

Result<WindowPlan> planWindows(RunContext& context)
{
    return Planner(context).plan();
}

Result<std::optional<std::string>> startOf(RunContext& context)
{
    const auto& start = context.job.watermark->start;
    if (start.empty())
        return std::optional<std::string>{};
    const auto rows =
        context.source->query("select " + literalOfText(context.plan, "$1", start), {start}, context.stop);
    if (!rows)
        return rows.error();
    return rows->value(0, 0);
}

Result<sql::ReadRange> rangeOf(RunContext& context, const std::optional<std::string>& lo, const std::string& hi,
                               bool sweep)
{
    sql::ReadRange range;
    range.lo = lo;
    range.hi = hi;
    range.includeNulls = context.plan.nulls != NullWatermark::Sweep || sweep;
    if (!context.last || context.job.apply == Apply::Append) {
        range.overlap = std::chrono::milliseconds(0); // nothing below `start` is wanted, and append takes a row once
        return range;
    }
    const auto fold = foldOverlap(*context.source, context.plan, lo, context.stop);
    if (!fold)
        return fold.error();
    if (*fold > context.job.watermark->overlap)
        range.overlap = *fold;
    return range;
}

} // namespace tidegate
