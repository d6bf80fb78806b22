// SPDX-License-Identifier: Apache-2.0
#include "sync/watermarkliteral.h"

#include "sql/identifier.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

std::string zoneOf(const sql::JobPlan& plan)
{
    return sql::quoteLiteral(plan.watermarkZone.empty() ? "UTC" : plan.watermarkZone).value_or("'UTC'");
}

/// Microseconds that must go so that `digits` fractional digits stay.
int stepOf(int digits)
{
    int step = 1;
    for (int i = digits; i < 6; ++i)
        step *= 10;
    return step;
}

std::string floored(std::string_view time, int digits)
{
    const int step = stepOf(digits);
    if (step == 1)
        return std::string(time);
    return fmt::format("({0} - (extract(microseconds from {0})::bigint % {1}) * interval '1 microsecond')", time, step);
}

/// Does a time as a person wrote it say its offset: a Z at the end, or a sign after the time of day?
bool saysOffset(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos)
        return false;
    return text.find_first_of("Zz+-", colon) != std::string_view::npos;
}

} // namespace

std::string_view typeName(sql::WatermarkType type)
{
    switch (type) {
    case sql::WatermarkType::Timestamptz:
        return "timestamptz";
    case sql::WatermarkType::Timestamp:
        return "timestamp";
    case sql::WatermarkType::Date:
        break;
    }
    return "date";
}

std::string literalOfInstant(const sql::JobPlan& plan, std::string_view instant)
{
    const auto type = plan.watermarkType.value_or(sql::WatermarkType::Timestamptz);
    if (type == sql::WatermarkType::Timestamptz)
        return fmt::format("{}::text", floored(instant, plan.watermarkPrecision));
    const auto local = fmt::format("({} at time zone {})", instant, zoneOf(plan));
    if (type == sql::WatermarkType::Date)
        return fmt::format("{}::date::text", local);
    return fmt::format("{}::text", floored(local, plan.watermarkPrecision));
}

std::string instantOfLiteral(const sql::JobPlan& plan, std::string_view literal)
{
    const auto type = plan.watermarkType.value_or(sql::WatermarkType::Timestamptz);
    if (type == sql::WatermarkType::Timestamptz)
        return fmt::format("({})::timestamptz", literal);
    return fmt::format("(({})::timestamp at time zone {})", literal, zoneOf(plan));
}

std::string literalOfText(const sql::JobPlan& plan, std::string_view parameter, std::string_view text)
{
    if (saysOffset(text))
        return literalOfInstant(plan, fmt::format("({}::text::timestamptz)", parameter));
    return literalOfInstant(plan, fmt::format("({}::text::timestamp at time zone {})", parameter, zoneOf(plan)));
}

} // namespace tidegate
