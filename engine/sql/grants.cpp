// SPDX-License-Identifier: Apache-2.0
#include "sql/sqltext.h"
#include "sql/statements.h"

#include <fmt/format.h>

namespace tidegate::sql {

namespace {

std::string sourceGrants(const JobPlan& plan, const std::string& user, Quoter& quoter)
{
    std::string text = "-- At the source, as its administrator: read the tables.\n";
    const auto read = [&](const TableInfo& table) {
        return fmt::format("grant usage on schema {0} to {2};\ngrant select on {0}.{1} to {2};\n",
                           quoter.name(table.schema), quoter.name(table.name), user);
    };
    if (plan.inputs.job.source.query.empty())
        text += read(plan.inputs.source);
    else
        text += fmt::format("-- and select on every table of `source.query` to {}\n", user);
    if (plan.inputs.join)
        text += read(*plan.inputs.join);
    if (plan.inputs.job.mode != Mode::Incremental)
        return text;
    if (plan.inputs.sourceServer.dialect == Dialect::Greenplum6)
        return text +
               "-- Open writers of other users are visible to superusers only: without that, give the job a lag.\n";
    return text + "-- See when the transactions of others began; without it the job needs a lag.\n" +
           fmt::format("grant pg_read_all_stats to {};\n", user);
}

std::string targetGrants(const JobPlan& plan, const std::string& user, Quoter& quoter)
{
    const auto state = quoter.name(plan.inputs.stateSchema);
    std::string text = "\n-- At the target, as its administrator: a schema for ledger, epochs and staging.\n";
    text += fmt::format("create schema {} authorization {}; -- where it exists: grant usage, create on schema\n", state,
                        user);
    const auto parts = parseQualifiedName(plan.targetTable);
    const auto schema = quoter.name(plan.inputs.target ? plan.inputs.target->schema : parts ? parts->front() : "");
    const bool makes = !plan.inputs.target || plan.inputs.job.mode == Mode::Full;
    if (makes)
        text += fmt::format("-- Tables are made in the target's schema.\ngrant usage, create on schema {} to {};\n",
                            schema, user);
    else
        text += fmt::format("grant usage on schema {} to {};\n", schema, user);
    if (!plan.inputs.target)
        return text;
    text += fmt::format("grant select, insert, delete on {} to {};\n", plan.targetTable, user);
    if (plan.inputs.job.mode == Mode::Full && plan.swapByRename)
        text += fmt::format(
            "-- A full load swaps a new table in, which only a member of the owner may do.\n"
            "grant {} to {};\n",
            plan.inputs.target->owner.empty() ? "owner_of_the_target" : quoter.name(plan.inputs.target->owner), user);
    return text;
}

} // namespace

Result<std::string> grantsSql(const JobPlan& plan, std::string_view sourceUser, std::string_view targetUser)
{
    Quoter quoter;
    const auto source = quoter.name(sourceUser);
    const auto target = quoter.name(targetUser);
    const auto text = sourceGrants(plan, source, quoter) + targetGrants(plan, target, quoter);
    return quoter.finish(text);
}

} // namespace tidegate::sql
