// SPDX-License-Identifier: Apache-2.0
#include "sql/fingerprint.h"
#include "sql/fragment.h"
#include "sql/sqltext.h"
#include "sql/statements.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::sql {

namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

/// "    name  type" lines with the types below each other.
std::string definitionLines(const Lines& lines)
{
    std::size_t width = 0;
    for (const auto& [name, type] : lines)
        width = std::max(width, std::min<std::size_t>(characters(name), 32));
    std::string text;
    for (const auto& [name, type] : lines) {
        text += text.empty() ? "    " : ",\n    ";
        const auto size = characters(name);
        text.append(name).append(size < width ? width - size : 0, ' ').append(" ").append(type);
    }
    return text;
}

/// A domain's checks belong to the target; in staging they would stop the copy without saying which row.
std::string stagingType(const JobPlan& plan, const PlannedColumn& column)
{
    const auto info = targetColumn(plan, column);
    return info.typeClass == 'd' && !info.domainOf.empty() ? info.domainOf : column.targetType;
}

Lines stagingLines(const JobPlan& plan, Quoter& quoter)
{
    Lines lines;
    for (const auto& column : plan.columns)
        lines.emplace_back(quoter.name(column.name), stagingType(plan, column));
    lines.emplace_back("_wm", watermarkTypeName(plan));
    lines.emplace_back("_part", "integer");
    lines.emplace_back("_attempt", "bigint");
    if (!plan.inputs.job.deleteWhen.empty())
        lines.emplace_back("_del", "boolean");
    lines.emplace_back("_ord", "bigserial");
    return lines;
}

std::string stagingBody(const JobPlan& plan, Quoter& quoter)
{
    return fmt::format("(\n{}\n){}", definitionLines(stagingLines(plan, quoter)), distribution(plan, quoter));
}

std::string schemaOfNewTarget(const JobPlan& plan)
{
    const auto parts = parseQualifiedName(plan.targetTable);
    return parts ? parts->front() : std::string();
}

} // namespace

Result<std::vector<Statement>> createTargetSql(const JobPlan& plan)
{
    std::vector<Statement> statements;
    if (plan.inputs.target)
        return statements;
    Quoter quoter;
    Lines lines;
    for (const auto& column : plan.columns)
        lines.emplace_back(quoter.name(column.name), column.targetType);
    auto body = definitionLines(lines);
    if (!plan.inputs.job.key.empty())
        body += fmt::format(",\n    primary key ({})", fmt::join(keyNames(plan, quoter), ", "));
    const auto& job = plan.inputs.job;
    statements.push_back({"make the target's schema", ensureSchema(schemaOfNewTarget(plan), quoter)});
    statements.push_back({"make the target", fmt::format("create table {} (\n{}\n){}", plan.targetTable, body,
                                                         distribution(plan, quoter))});
    statements.push_back({"say where the target comes from",
                          fmt::format("comment on table {} is {}", plan.targetTable, quoter.literal(jobTitle(job)))});
    return quoter.finish(statements);
}

std::string stagingDefinition(const JobPlan& plan)
{
    Quoter quoter;
    return fmt::format("tidegate staging {}", hex16(fnv1a(stagingBody(plan, quoter))));
}

Result<std::vector<Statement>> createStagingSql(const JobPlan& plan)
{
    if (plan.watermarkExpression.empty())
        return Error{ErrorCode::Invalid,
                     fmt::format("job {} has no watermark, so it needs no staging table", plan.inputs.job.name)};
    Quoter quoter;
    // On Greenplum an unlogged table is not mirrored either; on both the manifest notices rows lost in a crash.
    const auto kind = isGreenplum(plan) ? "" : "unlogged ";
    std::vector<Statement> statements;
    statements.push_back({"make the staging table",
                          fmt::format("create {}table {} {}", kind, plan.stagingTable, stagingBody(plan, quoter))});
    statements.push_back(
        {"mark the staging table's definition",
         fmt::format("comment on table {} is {}", plan.stagingTable, quoter.literal(stagingDefinition(plan)))});
    return quoter.finish(statements);
}

Result<std::vector<Statement>> dropStagingSql(const JobPlan& plan)
{
    return std::vector<Statement>{
        {"drop the staging table", fmt::format("drop table if exists {}", plan.stagingTable)}};
}

Result<std::vector<Statement>> emptyStagingSql(const JobPlan& plan)
{
    return std::vector<Statement>{{"lock the staging table, unless somebody uses it",
                                   fmt::format("lock table {} in access exclusive mode nowait", plan.stagingTable)},
                                  {"empty the staging table", fmt::format("truncate table {}", plan.stagingTable)}};
}

} // namespace tidegate::sql
