// SPDX-License-Identifier: Apache-2.0
#include "sql/sqltext.h"

#include "sql/fragment.h"
#include "sql/typemap.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::sql {

namespace {

std::string counted(std::int64_t count, std::string_view unit)
{
    return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

} // namespace

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string jobTitle(const JobDefinition& job)
{
    return job.description.empty() ? commentText(job.name)
                                   : fmt::format("{} ({})", commentText(job.name), commentText(job.description));
}

std::string alignedColumns(const std::vector<std::pair<std::string, std::string>>& columns)
{
    constexpr std::size_t widest = 40; // a longer expression keeps its name beside it
    std::size_t width = 0;
    for (const auto& [expression, name] : columns) {
        const auto size = characters(expression);
        if (!name.empty() && size <= widest && expression.find('\n') == std::string::npos)
            width = std::max(width, size);
    }
    std::string text;
    for (const auto& [expression, name] : columns) {
        text += text.empty() ? "    " : ",\n    ";
        text += expression;
        if (name.empty())
            continue;
        const auto size = characters(expression);
        const bool single = expression.find('\n') == std::string::npos;
        text.append(single && size < width ? width - size : 0, ' ').append(" as ").append(name);
    }
    return text;
}

std::string intervalText(std::chrono::milliseconds duration)
{
    const auto count = duration.count();
    if (count % 3'600'000 == 0)
        return counted(count / 3'600'000, "hour");
    if (count % 60'000 == 0)
        return counted(count / 60'000, "minute");
    if (count % 1000 == 0)
        return counted(count / 1000, "second");
    return counted(count, "millisecond");
}

std::string watermarkLiteral(const JobPlan& plan, std::string_view value, Quoter& quoter)
{
    const auto type = plan.watermarkType.value_or(WatermarkType::Timestamptz);
    const auto word = type == WatermarkType::Date        ? "date"
                      : type == WatermarkType::Timestamp ? "timestamp"
                                                         : "timestamptz";
    return fmt::format("{} {}", word, quoter.literal(value));
}

std::string watermarkTypeName(const JobPlan& plan)
{
    if (plan.watermarkType == WatermarkType::Date)
        return "date";
    const auto precision = plan.watermarkPrecision == 6 ? "" : fmt::format("({})", plan.watermarkPrecision);
    return fmt::format("timestamp{} {} time zone", precision,
                       plan.watermarkType == WatermarkType::Timestamp ? "without" : "with");
}

std::vector<std::string> keyNames(const JobPlan& plan, Quoter& quoter)
{
    std::vector<std::string> names;
    for (const auto& name : plan.inputs.job.key)
        names.push_back(quoter.name(name));
    return names;
}

std::string prefixed(const std::vector<std::string>& names, std::string_view prefix)
{
    std::string text;
    for (const auto& name : names)
        text.append(text.empty() ? "" : ", ").append(prefix).append(name);
    return text;
}

std::string equalOn(const std::vector<std::string>& names, std::string_view left, std::string_view right)
{
    std::string text;
    for (const auto& name : names)
        text += fmt::format("{}{}.{} = {}.{}", text.empty() ? "" : " and ", left, name, right, name);
    return text;
}

std::string anyNull(const std::vector<std::string>& names, std::string_view alias)
{
    std::string text;
    for (const auto& name : names)
        text += fmt::format("{}{}.{} is null", text.empty() ? "" : " or ", alias, name);
    return text;
}

std::vector<std::string> loadedNames(const JobPlan& plan, Quoter& quoter)
{
    std::vector<std::string> names;
    for (const auto& column : plan.columns)
        names.push_back(quoter.name(column.name));
    return names;
}

std::vector<std::string> keptNames(const JobPlan& plan, Quoter& quoter)
{
    std::vector<std::string> names;
    for (const auto& name : plan.keptColumns)
        names.push_back(quoter.name(name));
    return names;
}

ColumnInfo targetColumn(const JobPlan& plan, const PlannedColumn& column)
{
    if (plan.inputs.target) {
        if (const auto* there = plan.inputs.target->column(column.name))
            return *there;
    }
    ColumnInfo made;
    made.name = column.name;
    made.type = column.targetType;
    made.baseType = baseTypeOf(column.targetType);
    return made;
}

bool isGreenplum(const JobPlan& plan)
{
    return plan.inputs.targetServer.dialect == Dialect::Greenplum6;
}

std::string distributionOf(const JobPlan& plan, const std::vector<std::string>& columns, Quoter& quoter)
{
    if (!isGreenplum(plan))
        return {};
    if (columns.empty())
        return "\ndistributed randomly";
    std::vector<std::string> names;
    names.reserve(columns.size());
    for (const auto& name : columns)
        names.push_back(quoter.name(name));
    return fmt::format("\ndistributed by ({})", fmt::join(names, ", "));
}

std::string distribution(const JobPlan& plan, Quoter& quoter)
{
    return distributionOf(plan, plan.distributedBy, quoter);
}

std::string ensureSchema(std::string_view schema, Quoter& quoter)
{
    const auto body = fmt::format("begin\n"
                                  "    if not exists (select 1 from pg_catalog.pg_namespace where nspname = {}) then\n"
                                  "        create schema {};\n"
                                  "    end if;\n"
                                  "end",
                                  quoter.literal(schema), quoter.name(schema));
    std::string tag = "$";
    while (body.find(tag + "$") != std::string::npos)
        tag += 's';
    return fmt::format("do {0}$\n{1}\n{0}$", tag, body);
}

std::string overriding(const JobPlan& plan, const std::vector<std::string>& unquotedNames)
{
    if (!plan.inputs.target)
        return {};
    const bool identity = std::any_of(unquotedNames.begin(), unquotedNames.end(), [&](const auto& name) {
        const auto* column = plan.inputs.target->column(name);
        return column != nullptr && column->identity != ' ';
    });
    return identity ? "\noverriding system value" : "";
}

} // namespace tidegate::sql
