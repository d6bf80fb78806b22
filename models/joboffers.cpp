// SPDX-License-Identifier: Apache-2.0
#include "models/joboffers.h"

#include "models/qtconvert.h"
#include "sql/identifier.h"

namespace tidegate {

namespace {

QStringList literal(const sql::TableInfo& table)
{
    QStringList names;
    for (const auto& column : table.columns)
        names << toQt(column.name);
    return names;
}

QStringList qualified(const sql::TableInfo& table, const std::string& alias)
{
    QStringList names;
    for (const auto& column : table.columns)
        if (const auto name = sql::joinQualifiedName({alias, column.name}))
            names << toQt(*name);
    return names;
}

/// What orders changes is a time nearly always: those come first.
QStringList timesFirst(const sql::TableInfo& table, const std::string& alias)
{
    QStringList times;
    QStringList others;
    for (const auto& column : table.columns) {
        const auto name = sql::joinQualifiedName({alias, column.name});
        const bool time = column.baseType.starts_with("timestamp") || column.baseType == "date";
        if (name)
            (time ? times : others) << toQt(*name);
    }
    return times + others;
}

QStringList targetNames(const JobDefinition& job, const sql::PlanInputs& inputs)
{
    if (inputs.target)
        return literal(*inputs.target);
    if (job.columns.empty())
        return literal(inputs.source);
    QStringList names;
    for (const auto& column : job.columns)
        names << toQt(column.name);
    return names;
}

} // namespace

std::map<std::string, QStringList> jobOffers(const JobDefinition& job, const sql::PlanInputs& inputs)
{
    std::map<std::string, QStringList> offers;
    const auto own = qualified(inputs.source, "t");
    const auto target = targetNames(job, inputs);
    offers["source.where"] = own;
    offers["delete_when"] = own;
    offers["columns"] = literal(inputs.source);
    offers["exclude"] = literal(inputs.source);
    offers["key"] = target;
    offers["target.distributed_by"] = target;
    offers["partition.column"] = target;
    offers["watermark.column"] = timesFirst(inputs.source, "t");
    offers["watermark.join.on"] = own;
    if (inputs.join && job.watermark && job.watermark->join) {
        const auto& alias = job.watermark->join->alias;
        offers["watermark.column"] = timesFirst(*inputs.join, alias) + offers["watermark.column"];
        offers["watermark.join.on"] = qualified(*inputs.join, alias) + own;
    }
    return offers;
}

ListFieldModel::Implied impliedColumns(const sql::JobPlan& plan)
{
    ListFieldModel::Implied implied;
    for (const auto& column : plan.columns) {
        auto& row = implied[toQt(column.name)];
        row["from"] = toQt(column.expression);
        row["type"] = toQt(column.targetType);
    }
    return implied;
}

} // namespace tidegate
