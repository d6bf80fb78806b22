// SPDX-License-Identifier: Apache-2.0
#include "sync/windowclock.h"

#include "db/dberror.h"
#include "sql/identifier.h"
#include "sync/watermarkliteral.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate {

namespace {

constexpr double farthestAhead = 300; ///< seconds

Error withoutLag(const WriterReport& writers)
{
    return Error{ErrorCode::Refused,
                 fmt::format("{}; without a lag rows that commit late would be lost", writers.unknown),
                 "grant pg_read_all_stats to this role, or set watermark.lag to more than the longest write takes",
                 Side::Source};
}

} // namespace

WindowClock::WindowClock(Session& source, Session& target, const sql::JobPlan& plan)
    : m_source(source), m_target(target), m_plan(plan)
{
}

Result<ClockReading> WindowClock::read(const std::optional<std::string>& frontier, std::stop_token stop)
{
    const auto& watermark = *m_plan.inputs.job.watermark;
    auto writers = lookForWriters(m_source, watermark.hold, stop);
    if (!writers)
        return writers.error();
    if (!writers->unknown.empty() && watermark.lag.count() <= 0)
        return withoutLag(*writers);
    if (auto compared = compareClocks(writers->now, stop); !compared)
        return compared.error();

    ClockReading reading;
    reading.now = writers->now;
    reading.heldBy = writers->heldBy;
    reading.warnings = writers->warnings;
    if (!writers->unknown.empty()) {
        reading.heldBy += (reading.heldBy.empty() ? "" : "; ") + writers->unknown;
        reading.warnings.push_back(writers->unknown + "; only the lag protects against rows that commit late");
    }
    const auto reach = reachOf(*writers, stop);
    if (!reach)
        return reach.error();
    reading.hi = reach->literal;
    if (writers->prepared && frontier)
        reading.hi = *frontier;
    if (m_plan.inputs.job.apply == Apply::Append) {
        const auto twice = isTwiceToday(reach->instant, stop);
        if (!twice)
            return twice.error();
        if (*twice) {
            const auto before = beforeTwice(reach->instant, std::move(stop));
            if (!before)
                return before.error();
            reading.hi = frontier.value_or(*before);
            reading.heldBy = fmt::format("the hour that {} counts twice today", m_plan.watermarkZone);
        }
    }
    return reading;
}

Result<void> WindowClock::compareClocks(const std::string& sourceNow, std::stop_token stop)
{
    const auto rows = m_target.query("select extract(epoch from $1::text::timestamptz - clock_timestamp())",
                                     {sourceNow}, std::move(stop));
    if (!rows)
        return rows.error();
    const double ahead = rows->number(0, 0);
    if (ahead > farthestAhead)
        return Error{ErrorCode::Refused,
                     fmt::format("the clock of {} is {:.0f} s ahead of the target's",
                                 endName(m_source.connection(), Side::Source), ahead),
                     "set the clocks right (NTP) at both ends, then run again", Side::Source};
    return {};
}

Result<WindowClock::Reach> WindowClock::reachOf(const WriterReport& writers, std::stop_token stop)
{
    std::string instant = "least($1::text::timestamptz, $2::text::timestamptz)";
    if (writers.prepared) // begun at an unknown time before it was prepared: only the first window comes here
        instant = "least($1::text::timestamptz, $2::text::timestamptz, $4::text::timestamptz - interval '1 hour')";
    const auto lagged = fmt::format("({} - $3::text::bigint * interval '1 millisecond')", instant);
    Params params{writers.now, writers.holdsSince, std::to_string(m_plan.inputs.job.watermark->lag.count())};
    if (writers.prepared)
        params.emplace_back(writers.preparedAt);
    const auto rows = m_source.query(fmt::format("select {}, {}::text", literalOfInstant(m_plan, lagged), lagged),
                                     params, std::move(stop));
    if (!rows)
        return rows.error();
    return Reach{std::string(rows->text(0, 0)), std::string(rows->text(0, 1))};
}

Result<bool> WindowClock::isTwiceToday(const std::string& instant, std::stop_token stop)
{
    if (m_plan.watermarkType != sql::WatermarkType::Timestamp)
        return false;
    const auto zone = sql::quoteLiteral(m_plan.watermarkZone.empty() ? "UTC" : m_plan.watermarkZone);
    if (!zone)
        return zone.error();
    // Local time is ambiguous where some instant within three hours before or after reads the same or beyond it.
    const auto rows = m_source.query(
        fmt::format("select exists (select 1 from generate_series(1, 12) k, (select $1::text::timestamptz as at) i"
                    " where (i.at - k * interval '15 minutes') at time zone {0} >= i.at at time zone {0}"
                    " or (i.at + k * interval '15 minutes') at time zone {0} <= i.at at time zone {0})",
                    *zone),
        {instant}, std::move(stop));
    if (!rows)
        return rows.error();
    return rows->boolean(0, 0);
}

Result<std::string> WindowClock::beforeTwice(const std::string& instant, std::stop_token stop)
{
    const auto rows = m_source.query(
        fmt::format("select {}", literalOfInstant(m_plan, "($1::text::timestamptz - interval '3 hours')")), {instant},
        std::move(stop));
    if (!rows)
        return rows.error();
    return std::string(rows->text(0, 0));
}

Result<std::chrono::milliseconds> foldOverlap(Session& source, const sql::JobPlan& plan,
                                              const std::optional<std::string>& lo, std::stop_token stop)
{
    if (!lo || plan.watermarkType != sql::WatermarkType::Timestamp)
        return std::chrono::milliseconds(0);
    const auto zone = sql::quoteLiteral(plan.watermarkZone.empty() ? "UTC" : plan.watermarkZone);
    if (!zone)
        return zone.error();
    const auto instant = instantOfLiteral(plan, "$1::text");
    const auto rows = source.query(
        fmt::format(
            "select coalesce(max(extract(epoch from (s.at at time zone {0}) + interval '15 minutes'"
            " - ((s.at + interval '15 minutes') at time zone {0}))), 0)"
            " from generate_series({1} - interval '1 day', {1} + interval '1 day', interval '15 minutes') s(at)",
            *zone, instant),
        {*lo}, std::move(stop));
    if (!rows)
        return rows.error();
    const auto fold = std::chrono::milliseconds(static_cast<std::int64_t>(rows->number(0, 0) * 1000));
    if (fold.count() <= 0)
        return std::chrono::milliseconds(0);
    return std::max(fold, std::chrono::milliseconds(std::chrono::hours(1)));
}

} // namespace tidegate
