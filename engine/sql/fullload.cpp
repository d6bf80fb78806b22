// SPDX-License-Identifier: Apache-2.0
#include "sql/fulltext.h"
#include "sql/sqltext.h"
#include "sql/statements.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::sql {

namespace {

bool within(const std::vector<std::string>& names, const std::vector<std::string>& all)
{
    return !names.empty() && std::all_of(names.begin(), names.end(), [&](const auto& name) {
        return std::find(all.begin(), all.end(), name) != all.end();
    });
}

/// True where an index that is made beside proves that the key is one.
bool indexProvesKey(const JobPlan& plan)
{
    const auto& key = plan.inputs.job.key;
    if (!plan.inputs.target)
        return !key.empty();
    const auto& unique = plan.inputs.target->uniqueKeys;
    return plan.swapByRename &&
           std::any_of(unique.begin(), unique.end(), [&](const auto& names) { return within(names, key); });
}

bool keyMayBeNull(const JobPlan& plan)
{
    if (!plan.inputs.target)
        return true;
    const auto& key = plan.inputs.job.key;
    return std::any_of(key.begin(), key.end(), [&](const auto& name) {
        const auto* column = plan.inputs.target->column(name);
        return column == nullptr || !column->notNull;
    });
}

Statement nullKeys(const std::vector<std::string>& key, std::string_view relation)
{
    return {"look for rows without a key",
            fmt::format("select count(*) over () as total, {}\nfrom {} b\nwhere {}\nlimit 5", prefixed(key, "b."),
                        relation, anyNull(key, "b")),
            {},
            StatementRole::NullKeys};
}

Statement repeatedKeys(const JobPlan& plan, const std::vector<std::string>& key, std::string_view relation,
                       Quoter& quoter)
{
    return {"look for a key that two rows have",
            fmt::format("select r.rows_with_this_key, {0}\n"
                        "from (\n"
                        "    select {1}, count(*) as rows_with_this_key\n"
                        "    from {2} b\n"
                        "    group by {1}\n"
                        "    having count(*) > 1\n"
                        "    limit 1\n"
                        ") r\n"
                        "join {2} b on {3}\n"
                        "limit 2",
                        prefixed(loadedNames(plan, quoter), "b."), prefixed(key, "b."), relation,
                        equalOn(key, "b", "r")),
            {},
            StatementRole::RepeatedKeys};
}

/// Rows arrived in the order of the watermark, so the last place in the table is the newest.
Statement superseded(const JobPlan& plan, const std::vector<std::string>& key, std::string_view relation)
{
    const bool segments = isGreenplum(plan);
    return {"keep the newest of the rows with one key",
            fmt::format("delete from {0} b\n"
                        "using (\n"
                        "    select b.ctid as place_in_table, {3}row_number() over (\n"
                        "        partition by {1}\n"
                        "        order by b.ctid desc\n"
                        "    ) as place\n"
                        "    from {0} b\n"
                        ") r\n"
                        "where b.ctid = r.place_in_table{2}\n"
                        "  and r.place > 1",
                        relation, prefixed(key, "b."), segments ? "\n  and b.gp_segment_id = r.gp_segment_id" : "",
                        segments ? "b.gp_segment_id, " : ""),
            {},
            StatementRole::Superseded};
}

/// Storage options of the target, as catalogues write them ("fillfactor=70").
std::string withOptions(const TableInfo& target, Quoter& quoter)
{
    std::vector<std::string> options;
    for (const auto& option : target.options) {
        const auto equals = option.find('=');
        if (equals != std::string::npos)
            options.push_back(fmt::format("{} = {}", quoter.name(option.substr(0, equals)),
                                          quoter.literal(option.substr(equals + 1))));
    }
    return options.empty() ? "" : fmt::format("\nwith ({})", fmt::join(options, ", "));
}

std::string besideBody(const JobPlan& plan, std::string_view beside, Quoter& quoter)
{
    if (!plan.inputs.target) {
        std::vector<std::string> lines;
        for (const auto& column : plan.columns)
            lines.push_back(fmt::format("{} {}", quoter.name(column.name), column.targetType));
        return fmt::format("create table {} (\n    {}\n){}", beside, fmt::join(lines, ",\n    "),
                           distribution(plan, quoter));
    }
    const auto& target = *plan.inputs.target;
    const auto like = isGreenplum(plan)
                          ? "including defaults including constraints including storage including comments"
                          : "including all excluding indexes";
    return fmt::format("create {}table {} (\n    like {} {}\n){}{}", target.unlogged ? "unlogged " : "", beside,
                       plan.targetTable, like, withOptions(target, quoter),
                       distributionOf(plan, target.distributedBy, quoter));
}

/// Rows that are new get the next numbers of an identity that the job does not fill, not 1, 2, 3 again.
void continueIdentities(const JobPlan& plan, std::string_view beside, Quoter& quoter,
                        std::vector<Statement>& statements)
{
    for (const auto& name : plan.keptColumns) {
        const auto* column = plan.inputs.target->column(name);
        if (column == nullptr || column->identity == ' ' || column->ownedSequence.empty())
            continue;
        statements.push_back(
            {fmt::format("go on counting {}", name),
             fmt::format("select setval(pg_get_serial_sequence({}, {}), o.last_value, o.is_called)\nfrom {} o",
                         quoter.literal(beside), quoter.literal(name), column->ownedSequence)});
    }
}

std::string schemaOf(const JobPlan& plan)
{
    if (plan.inputs.target)
        return plan.inputs.target->schema;
    const auto parts = parseQualifiedName(plan.targetTable);
    return parts ? parts->front() : std::string();
}

} // namespace

Result<std::string> besideTable(const JobPlan& plan, std::string_view beside)
{
    return joinQualifiedName({schemaOf(plan), std::string(beside)});
}

Result<std::vector<Statement>> createBesideSql(const JobPlan& plan, std::string_view beside)
{
    Quoter quoter;
    const auto table = quoter.qualified({schemaOf(plan), std::string(beside)});
    std::vector<Statement> statements;
    if (!plan.inputs.target)
        statements.push_back({"make the target's schema", ensureSchema(schemaOf(plan), quoter)});
    statements.push_back({"make a table beside the target", besideBody(plan, table, quoter)});
    if (plan.inputs.target)
        continueIdentities(plan, table, quoter, statements);
    return quoter.finish(statements);
}

Result<std::vector<Statement>> finishBesideSql(const JobPlan& plan, std::string_view beside)
{
    Quoter quoter;
    const auto table = quoter.qualified({schemaOf(plan), std::string(beside)});
    const auto key = keyNames(plan, quoter);
    std::vector<Statement> statements;
    if (!key.empty() && keyMayBeNull(plan))
        statements.push_back(nullKeys(key, table));
    if (!key.empty() && plan.inputs.job.onDuplicateKey == OnDuplicateKey::Newest)
        statements.push_back(superseded(plan, key, table));
    else if (!key.empty() && !indexProvesKey(plan))
        statements.push_back(repeatedKeys(plan, key, table, quoter));
    if (plan.swapByRename)
        addBesideIndexes(plan, table, beside, quoter, statements);
    statements.push_back({"let the planner know what is there", fmt::format("analyze {}", table)});
    return quoter.finish(statements);
}

Result<std::vector<Statement>> dropBesideSql(const JobPlan& plan, std::string_view beside)
{
    Quoter quoter;
    const auto table = quoter.qualified({schemaOf(plan), std::string(beside)});
    return quoter.finish(
        std::vector<Statement>{{"drop the table beside", fmt::format("drop table if exists {}", table)}});
}

Result<std::vector<Statement>> guardSql(const JobPlan& plan)
{
    std::vector<Statement> statements;
    if (plan.inputs.target)
        statements.push_back({"count what the target has",
                              fmt::format("select count(*) from {}", plan.targetTable),
                              {},
                              StatementRole::TargetRows});
    return statements;
}

Result<std::vector<Statement>> keyCheckSql(const JobPlan& plan, std::string_view relation)
{
    Quoter quoter;
    const auto key = keyNames(plan, quoter);
    if (key.empty())
        return std::vector<Statement>{};
    return quoter.finish(std::vector<Statement>{nullKeys(key, relation), repeatedKeys(plan, key, relation, quoter)});
}

} // namespace tidegate::sql
