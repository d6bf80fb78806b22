// SPDX-License-Identifier: Apache-2.0
#include "cli/jobsql.h"

namespace tidegate::cli {

namespace {

constexpr auto besideName = "tidegate_beside_example";

/// Appends what each step makes, until one fails.
Result<Statements> joined(std::vector<Result<Statements>> steps)
{
    Statements all;
    for (auto& step : steps) {
        if (!step)
            return step.error();
        all.insert(all.end(), step->begin(), step->end());
    }
    return all;
}

} // namespace

Result<Statements> ddlOf(const sql::JobPlan& plan)
{
    const bool full = plan.inputs.job.mode == Mode::Full;
    return joined({sql::createTargetSql(plan), full ? Result<Statements>(Statements{}) : sql::createStagingSql(plan)});
}

Result<Statements> swapOf(const sql::JobPlan& plan)
{
    return joined({sql::createBesideSql(plan, besideName), sql::finishBesideSql(plan, besideName), sql::guardSql(plan),
                   sql::swapSql(plan, besideName)});
}

Result<Statements> applyOf(const sql::JobPlan& plan)
{
    return plan.inputs.job.mode == Mode::Full ? swapOf(plan) : sql::applySql(plan, exampleAttempt);
}

} // namespace tidegate::cli
