// SPDX-License-Identifier: Apache-2.0
#include "sql/planning.h"
#include "sql/statements.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::sql {

namespace {

Error refused(std::string message, std::string hint)
{
    Error error{ErrorCode::Refused, std::move(message), std::move(hint), Side::Target};
    return error.with("path", "target.table");
}

Result<void> nameNewTarget(JobPlan& plan)
{
    const auto& target = plan.inputs.job.target;
    auto parts = parseQualifiedName(target.table);
    if (!parts)
        return std::move(parts).error();
    if (parts->size() != 2)
        return planError("target.table", fmt::format("the target `{}` must be named with its schema", target.table),
                         fmt::format("write it as schema.table, for example public.{}", target.table));
    if (!target.create) {
        Error error{ErrorCode::NotFound, fmt::format("the target table {} does not exist", target.table),
                    "make it, or let Tidegate make it with `target.create: true`", Side::Target};
        return error.with("path", "target.table");
    }
    auto name = joinQualifiedName(*parts);
    if (!name)
        return std::move(name).error();
    plan.targetTable = std::move(name).value();
    return {};
}

/// A foreign key whose action would change rows that stay; of the table itself none stays when all are replaced.
const ForeignKeyInfo* changingReference(const TableInfo& target, bool replacesAll)
{
    const auto found = std::find_if(target.referencedBy.begin(), target.referencedBy.end(), [&](const auto& key) {
        return (key.onDelete == 'c' || key.onDelete == 'n' || key.onDelete == 'd') && !(replacesAll && key.within);
    });
    return found == target.referencedBy.end() ? nullptr : &*found;
}

/// A rule may put anything in the place of our deletes and inserts.
Result<void> checkRules(const TableInfo& target)
{
    const auto rule = std::find_if(target.dependents.begin(), target.dependents.end(),
                                   [](const auto& what) { return what.starts_with("rule "); });
    if (rule == target.dependents.end())
        return {};
    return refused(fmt::format("loading into {}.{} is refused: its {} may swallow or double rows", target.schema,
                               target.name, *rule),
                   "drop the rule, or load into a table without rules");
}

/// Deleting and inserting a row again must have no effect beyond the row.
Result<void> checkDeleteAndInsert(const TableInfo& target, std::string_view what, bool replacesAll)
{
    if (const auto* key = changingReference(target, replacesAll)) {
        return refused(
            fmt::format("{} into {}.{} is refused: the foreign key {} of {} would change rows there when old "
                        "versions are deleted",
                        what, target.schema, target.name, key->name, key->table),
            "make the foreign key NO ACTION, or load into a table that nothing references");
    }
    if (!target.rowTriggers.empty()) {
        return refused(
            fmt::format("{} into {}.{} is refused: its row trigger {} would fire for rows that did not change", what,
                        target.schema, target.name, target.rowTriggers.front()),
            "drop or disable the trigger, or load into a table without triggers");
    }
    return {};
}

void warnOfReferences(JobPlan& plan, const TableInfo& target)
{
    if (target.referencedBy.empty())
        return;
    const auto& key = target.referencedBy.front();
    warn(plan, "referenced_target", "target.table",
         fmt::format("{} references the target with {}", key.table, key.name),
         "a row that is referenced can only be replaced where that foreign key is deferrable");
}

} // namespace

Result<void> checkReload(const JobPlan& plan)
{
    if (plan.swapByRename || !plan.inputs.target)
        return {};
    return checkDeleteAndInsert(*plan.inputs.target, "a reload", true);
}

Result<void> planTarget(JobPlan& plan)
{
    const auto& job = plan.inputs.job;
    if (!plan.inputs.target)
        return nameNewTarget(plan);
    const auto& target = *plan.inputs.target;
    auto name = joinQualifiedName({target.schema, target.name});
    if (!name)
        return std::move(name).error();
    plan.targetTable = std::move(name).value();
    if (target.kind != 'r' && target.kind != 'p')
        return planError("target.table", fmt::format("the target {} is not a table", plan.targetTable),
                         "name a table; views and foreign tables can't be loaded");
    if (auto free = checkRules(target); !free)
        return free;
    const bool plain = target.kind == 'r';
    plan.swapByRename = plain && target.dependents.empty() && target.referencedBy.empty() && target.rowTriggers.empty();
    const bool merges = job.mode == Mode::Incremental && job.apply == Apply::Merge;
    const bool replaces = job.mode == Mode::Full && !plan.swapByRename;
    if (merges || replaces) {
        if (auto safe = checkDeleteAndInsert(target, merges ? "merge" : "a full load", replaces); !safe)
            return safe;
        warnOfReferences(plan, target);
    }
    return {};
}

} // namespace tidegate::sql
