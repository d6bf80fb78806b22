// SPDX-License-Identifier: Apache-2.0
#include "sql/planning.h"
#include "sql/typemap.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tidegate::sql {

namespace {

PlannedColumn* planned(JobPlan& plan, std::string_view name)
{
    const auto found =
        std::find_if(plan.columns.begin(), plan.columns.end(), [&](const auto& c) { return c.name == name; });
    return found == plan.columns.end() ? nullptr : &*found;
}

bool within(const std::vector<std::string>& names, const std::vector<std::string>& all)
{
    return std::all_of(names.begin(), names.end(),
                       [&](const auto& name) { return std::find(all.begin(), all.end(), name) != all.end(); });
}

Result<void> markKey(JobPlan& plan)
{
    const auto& key = plan.inputs.job.key;
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const auto path = fmt::format("key[{}]", i);
        auto* column = planned(plan, key[i]);
        if (column == nullptr)
            return planError(path, fmt::format("the key names {}, which the job does not load", key[i]),
                             "add it to `columns`; a key holds names of target columns");
        if (!seen.insert(key[i]).second)
            return planError(path, fmt::format("the key names {} twice", key[i]), "remove one");
        ColumnInfo type;
        type.baseType = baseTypeOf(column->targetType);
        if (!canBeKey(type))
            return planError(path, fmt::format("{} is {}, which has no equality", key[i], column->targetType),
                             "use another key");
        column->key = true;
    }
    return {};
}

void warnOfIndexes(JobPlan& plan)
{
    const auto& job = plan.inputs.job;
    if (!plan.inputs.target || job.mode != Mode::Incremental || job.apply != Apply::Merge)
        return;
    const auto& target = *plan.inputs.target;
    const bool indexed = std::any_of(target.indexes.begin(), target.indexes.end(), [&](const auto& index) {
        return !index.empty() && within({index.front()}, job.key);
    });
    if (!indexed)
        warn(plan, "key_without_index", "key", fmt::format("no index of {} begins with a key column", plan.targetTable),
             "every apply reads the whole target; make an index on the key");
    for (const auto& unique : target.uniqueKeys) {
        if (!within(unique, job.key))
            warn(plan, "other_unique_key", "key",
                 fmt::format("the target is also unique by ({})", fmt::join(unique, ", ")),
                 "two rows with other keys but the same values there stop the run");
    }
}

Result<void> planDistribution(JobPlan& plan)
{
    const auto& job = plan.inputs.job;
    if (plan.inputs.targetServer.dialect != Dialect::Greenplum6)
        return {};
    plan.distributedBy = plan.inputs.target ? plan.inputs.target->distributedBy : job.target.distributedBy;
    if (plan.distributedBy.empty() && !plan.inputs.target)
        plan.distributedBy = job.key;
    for (const auto& name : plan.distributedBy) {
        if (planned(plan, name) != nullptr)
            continue;
        if (!plan.inputs.target)
            return planError("target.distributed_by",
                             fmt::format("distributed_by names {}, which the job does not load", name),
                             "add it to `columns`");
        plan.distributedBy = job.key; // the target's own distribution key is not loaded
        break;
    }
    if (!plan.inputs.target && !job.key.empty() && !within(plan.distributedBy, job.key))
        return planError("target.distributed_by", "the primary key must hold every column of distributed_by",
                         "distribute by columns of the key");
    return {};
}

/// Segments parse the distribution key first.
void orderColumns(JobPlan& plan)
{
    const auto rank = [&](const PlannedColumn& column) {
        const auto found = std::find(plan.distributedBy.begin(), plan.distributedBy.end(), column.name);
        return found - plan.distributedBy.begin();
    };
    std::stable_sort(plan.columns.begin(), plan.columns.end(),
                     [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
}

} // namespace

Result<void> planKey(JobPlan& plan)
{
    const auto& job = plan.inputs.job;
    const bool merges = job.mode == Mode::Incremental && job.apply == Apply::Merge;
    if (merges && job.key.empty())
        return planError("key", "merge needs a key",
                         "name the target columns that identify a row in `key`, or use `apply: append`");
    if (job.onDuplicateKey == OnDuplicateKey::Newest && job.mode == Mode::Full && (job.key.empty() || !job.watermark))
        return planError("on_duplicate_key", "newest needs a key and a watermark",
                         "add them, or use `on_duplicate_key: stop`");
    if (auto marked = markKey(plan); !marked)
        return marked;
    if (auto distributed = planDistribution(plan); !distributed)
        return distributed;
    orderColumns(plan);
    warnOfIndexes(plan);
    if (job.mode == Mode::Full && job.key.empty() && !plan.keptColumns.empty())
        warn(plan, "kept_columns_reset", "columns",
             fmt::format("a full load without a key sets {} to the default", fmt::join(plan.keptColumns, ", ")),
             "name a key, so that they keep their values");
    return {};
}

} // namespace tidegate::sql
