// SPDX-License-Identifier: Apache-2.0
#include "sql/fragment.h"
#include "sql/planning.h"
#include "sql/typemap.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace tidegate::sql {

namespace {

/// One column of the watermark, found in its catalogue.
struct WatermarkColumn
{
    const ColumnInfo* info = nullptr;
    bool joined = false;
    std::string reference; ///< quoted: t.updated_at
};

Error noSuchColumn(std::string_view path, std::string_view column, std::string_view where, const TableInfo& table)
{
    return planError(path, fmt::format("{} has no column {}", where, column),
                     fmt::format("it has {}", columnNames(table)));
}

/// Where a column stands in the job file, which may name a single one without a list.
std::string columnPath(const Watermark& watermark, std::size_t index)
{
    return watermark.columns.size() == 1 ? "watermark.column" : fmt::format("watermark.column[{}]", index);
}

Result<const TableInfo*> joinedTable(const PlanInputs& inputs)
{
    const auto& join = inputs.job.watermark->join;
    if (!join)
        return static_cast<const TableInfo*>(nullptr);
    if (!inputs.join)
        return planError("watermark.join.table", fmt::format("the joined table {} does not exist", join->table),
                         "correct its name; it is a table of the source's connection");
    if (join->alias == "t" || join->alias.empty())
        return planError("watermark.join.alias", "the joined table needs an alias other than t",
                         "t is the source; use for example o");
    return &*inputs.join;
}

Result<WatermarkColumn> resolve(const PlanInputs& inputs, std::size_t index)
{
    const auto& watermark = *inputs.job.watermark;
    const auto path = columnPath(watermark, index);
    const auto& text = watermark.columns[index];
    const auto parts = parseQualifiedName(text);
    if (!parts || parts->size() > 2)
        return planError(
            path, fmt::format("`{}` is not a column", text),
            "name a column of t or of the join's alias; an expression goes into `source.query` as a column");
    auto join = joinedTable(inputs);
    if (!join)
        return std::move(join).error();
    const std::string alias = parts->size() == 2 ? parts->front() : "t";
    WatermarkColumn column;
    column.joined = *join != nullptr && alias == watermark.join->alias;
    if (!column.joined && alias != "t")
        return planError(path, fmt::format("`{}` names {}, which is neither t nor the join's alias", text, alias),
                         "qualify it with t, or add `watermark.join`");
    const TableInfo& table = column.joined ? **join : inputs.source;
    column.info = table.column(parts->back());
    if (column.info == nullptr)
        return noSuchColumn(path, parts->back(), column.joined ? "the joined table" : "the source", table);
    auto reference = joinQualifiedName({alias, parts->back()});
    if (!reference)
        return std::move(reference).error();
    column.reference = std::move(reference).value();
    return column;
}

std::optional<WatermarkType> typeOf(const ColumnInfo& column)
{
    const auto& base = column.baseType;
    if (base == "timestamptz")
        return WatermarkType::Timestamptz;
    if (base == "timestamp")
        return WatermarkType::Timestamp;
    if (base == "date")
        return WatermarkType::Date;
    return std::nullopt;
}

std::string proposal(const WatermarkColumn& column)
{
    const auto& base = column.info->baseType;
    if (base == "int8" || base == "int4")
        return fmt::format("to_timestamp({})", column.reference);
    return fmt::format("cast({} as timestamptz)", column.reference);
}

Result<void> setType(JobPlan& plan, const std::vector<WatermarkColumn>& columns)
{
    plan.watermarkPrecision = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        const auto path = columnPath(*plan.inputs.job.watermark, i);
        const auto type = typeOf(*column.info);
        if (!type)
            return planError(path,
                             fmt::format("{} is {}; a watermark is timestamptz, timestamp or date", column.reference,
                                         column.info->type),
                             fmt::format("use `source.query` with a column made by {}", proposal(column)));
        if (plan.watermarkType && *plan.watermarkType != *type)
            return planError(path,
                             fmt::format("{} is {}, {} is {}: the columns of one watermark need one type",
                                         columns[0].reference, columns[0].info->type, column.reference,
                                         column.info->type),
                             "convert one of them in `source.query`");
        plan.watermarkType = type;
        const auto modifiers = typeModifiers(column.info->type);
        const int precision = *type == WatermarkType::Date ? 0 : modifiers.empty() ? 6 : modifiers.front();
        plan.watermarkPrecision = std::max(plan.watermarkPrecision, precision);
    }
    return {};
}

void setZone(JobPlan& plan)
{
    if (plan.watermarkType == WatermarkType::Timestamptz)
        return;
    const auto& zone = plan.inputs.job.watermark->zone;
    plan.watermarkZone = zone.empty() ? plan.inputs.sourceServer.zone : zone;
    plan.watermarkZoneOrigin = zone.empty() ? "server" : "job";
}

Result<void> setNulls(JobPlan& plan)
{
    const auto& job = plan.inputs.job;
    plan.nulls = job.watermark->nulls;
    if (job.mode != Mode::Incremental || job.apply != Apply::Append)
        return {};
    if (job.watermark->overlap.count() > 0)
        return planError("watermark.overlap", "append can't have an overlap: it would insert the same rows again",
                         "remove it, or use `apply: merge` with a key");
    if (!job.deleteWhen.empty())
        return planError("delete_when", "append never deletes", "use `apply: merge` with a key");
    if (plan.nulls != NullWatermark::Reject && plan.watermarkNullable)
        warn(plan, "append_rejects_nulls", "watermark.nulls", "append rejects rows without a watermark",
             "say `nulls: reject`, or use `apply: merge`");
    plan.nulls = NullWatermark::Reject;
    return {};
}

/// The alias is SQL: `O` and `o` are one, `"O"` is another.
Result<void> foldAlias(JobDefinition& job)
{
    if (!job.watermark->join)
        return {};
    auto parts = parseQualifiedName(job.watermark->join->alias);
    if (!parts || parts->size() != 1)
        return planError("watermark.join.alias", fmt::format("`{}` is no alias", job.watermark->join->alias),
                         "write one plain name, for example o");
    job.watermark->join->alias = parts->front();
    return {};
}

/// The side of `a = b` that belongs to `alias`.
Result<std::string> columnOf(const PlanInputs& inputs, std::string_view side, std::string_view alias)
{
    const auto parts = parseQualifiedName(side);
    if (!parts || parts->size() != 2 || parts->front() != alias)
        return Error{};
    const TableInfo& table = alias == "t" ? inputs.source : *inputs.join;
    if (table.column(parts->back()) == nullptr)
        return noSuchColumn("watermark.join.on", parts->back(), alias == "t" ? "the source" : "the joined table",
                            table);
    return quoteIdentifier(parts->back());
}

} // namespace

Result<std::vector<JoinPair>> joinPairs(const PlanInputs& inputs)
{
    const auto& join = *inputs.job.watermark->join;
    std::vector<JoinPair> pairs;
    for (const auto part : splitAnd(join.on)) {
        auto sides = splitEquals(part);
        const auto isAliased = [&](std::string_view side) {
            const auto parts = parseQualifiedName(side);
            return parts && parts->size() == 2 && parts->front() == join.alias;
        };
        if (sides.size() == 2 && isAliased(sides[1]))
            std::swap(sides[0], sides[1]);
        const auto own = sides.size() == 2 ? parseQualifiedName(sides[1]) : Result<std::vector<std::string>>(Error{});
        if (sides.size() != 2 || !isAliased(sides[0]) || !own || own->size() != 2 || own->front() != "t")
            return planError("watermark.join.on",
                             fmt::format("`{}` is not of the form {}.column = t.column", part, join.alias),
                             "join several columns with `and`; anything else goes into `source.query`");
        auto joined = columnOf(inputs, sides[0], join.alias);
        auto mine = columnOf(inputs, sides[1], "t");
        if (!joined || !mine)
            return joined ? std::move(mine).error() : std::move(joined).error();
        pairs.push_back({std::move(joined).value(), std::move(mine).value()});
    }
    return pairs;
}

Result<std::vector<std::string>> joinedWatermarkColumns(const PlanInputs& inputs)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < inputs.job.watermark->columns.size(); ++i) {
        auto column = resolve(inputs, i);
        if (!column)
            return std::move(column).error();
        const bool known = std::find(names.begin(), names.end(), column->info->name) != names.end();
        if (column->joined && !known)
            names.push_back(column->info->name);
    }
    return names;
}

Result<void> planWatermark(JobPlan& plan)
{
    const auto& job = plan.inputs.job;
    if (!job.watermark) {
        if (job.mode == Mode::Incremental)
            return planError("watermark", "an incremental job needs a watermark",
                             "name the column whose time orders changes");
        return {};
    }
    if (job.watermark->columns.empty())
        return planError("watermark.column", "the watermark names no column",
                         "name the column whose time orders changes");
    if (auto folded = foldAlias(plan.inputs.job); !folded)
        return folded;
    std::vector<WatermarkColumn> columns;
    for (std::size_t i = 0; i < job.watermark->columns.size(); ++i) {
        auto column = resolve(plan.inputs, i);
        if (!column)
            return std::move(column).error();
        columns.push_back(std::move(column).value());
    }
    if (job.watermark->join) {
        if (auto pairs = joinPairs(plan.inputs); !pairs)
            return std::move(pairs).error();
    }
    if (auto typed = setType(plan, columns); !typed)
        return typed;
    setZone(plan);
    auto& references = plan.watermarkColumns;
    for (const auto& column : columns)
        references.push_back(column.reference);
    plan.watermarkExpression =
        references.size() == 1 ? references.front() : fmt::format("greatest({})", fmt::join(references, ", "));
    plan.watermarkNullable =
        std::all_of(columns.begin(), columns.end(), [](const auto& c) { return c.joined || !c.info->notNull; });
    const bool own = std::any_of(columns.begin(), columns.end(), [](const auto& c) { return !c.joined; });
    if (!own)
        warn(plan, "watermark_without_own_column", "watermark.column", "no column of t is part of the watermark",
             "a row that changes without its joined row is found only by verification");
    return setNulls(plan);
}

} // namespace tidegate::sql
