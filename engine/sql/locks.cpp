// SPDX-License-Identifier: Apache-2.0
#include "sql/sqltext.h"
#include "sql/statements.h"

#include <fmt/format.h>

namespace tidegate::sql {

namespace {

std::string sourceName(const JobPlan& plan)
{
    const auto& inputs = plan.inputs;
    const auto name = inputs.source.kind == 'q'
                          ? std::string("the tables of source.query")
                          : joinQualifiedName({inputs.source.schema, inputs.source.name}).value_or(inputs.source.name);
    if (!inputs.join)
        return name;
    return fmt::format("{} and {}", name,
                       joinQualifiedName({inputs.join->schema, inputs.join->name}).value_or(inputs.join->name));
}

} // namespace

std::vector<std::string> locksOf(const JobPlan& plan, bool fullLoad)
{
    std::vector<std::string> notes{
        fmt::format("source: ACCESS SHARE on {} while it is read: only DDL waits", sourceName(plan))};
    const auto& target = plan.targetTable;
    if (!plan.inputs.target) {
        notes.push_back(fmt::format("target: {} does not exist yet: nobody can wait for it", target));
        return notes;
    }
    const std::string_view writersOut = isGreenplum(plan) ? "EXCLUSIVE" : "SHARE ROW EXCLUSIVE";
    if (fullLoad && plan.swapByRename)
        notes.push_back(fmt::format("target: ACCESS EXCLUSIVE on {} for the moment of the swap; it waits for readers at"
                                    " most 2 s at a time and then lets others pass",
                                    target));
    else if (!fullLoad && plan.inputs.job.apply == Apply::Append)
        notes.push_back(fmt::format("target: ROW EXCLUSIVE on {} while it applies: nobody waits", target));
    else
        notes.push_back(fmt::format("target: {} on {} while it {}: readers go on, other writers wait", writersOut,
                                    target, fullLoad ? "replaces the rows" : "applies"));
    return notes;
}

} // namespace tidegate::sql
