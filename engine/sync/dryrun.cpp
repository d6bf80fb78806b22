// SPDX-License-Identifier: Apache-2.0
#include "sync/directrun.h"

#include "sync/nextrange.h"
#include "sync/silentobserver.h"
#include "sync/staging.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

void show(RunTeller& teller, Side side, const Result<std::vector<sql::Statement>>& statements)
{
    if (!statements) {
        teller.warn(statements.error().message);
        return;
    }
    for (const auto& statement : *statements)
        teller.statement(side, statement.title, statement.sql);
}

} // namespace

/// Fixes the window as a run would now, and says how its first part is read.
Result<sql::ReadRange> DirectRun::firstRange()
{
    m_teller.enter(RunPhase::Window);
    const auto plan = planWindows(m_context);
    if (!plan)
        return plan.error();
    const auto& first = plan->windows.empty() ? WindowBounds{plan->lo, plan->hi, plan->heldBy} : plan->windows.front();
    m_summary.window = first;
    m_teller.window(first);
    return rangeOf(m_context, first.lo, first.hi, plan->sweep);
}

Result<sql::ReadRange> DirectRun::nextRange(std::string_view jobName)
{
    if (auto prepared = prepare(jobName); !prepared)
        return prepared.error();
    return firstRange();
}

/// Shows what a run would do now. Both sessions are read only.
Result<RunState> DirectRun::dryRun()
{
    auto& context = m_context;
    const bool full = context.job.mode == Mode::Full || context.options.reload;
    sql::ReadRange range;
    if (context.job.mode == Mode::Incremental) {
        const auto first = firstRange();
        if (!first)
            return first.error();
        if (!full)
            range = *first;
    }
    const std::string beside = "beside";
    const auto relation =
        full ? sql::besideTable(context.plan, beside) : Result<std::string>(context.plan.stagingTable);
    if (!relation)
        return relation.error();
    const auto extract = sql::extractSql(context.plan, range, 0, 0);
    const auto in = sql::copyInSql(context.plan, *relation, !full);
    if (!extract)
        return extract.error();
    if (!in)
        return in.error();
    if (!full && !context.plan.inputs.target)
        show(m_teller, Side::Target, sql::createTargetSql(context.plan));
    show(m_teller, Side::Target,
         full ? sql::createBesideSql(context.plan, beside) : sql::createStagingSql(context.plan));
    m_teller.statement(Side::Source, "extract", *extract);
    m_teller.statement(Side::Target, "copy", *in);
    if (full) {
        show(m_teller, Side::Target, sql::finishBesideSql(context.plan, beside));
        show(m_teller, Side::Target, sql::swapSql(context.plan, beside));
    } else {
        show(m_teller, Side::Target, sql::applySql(context.plan, 0));
    }
    m_teller.expect(estimatedRows(context, *extract));
    const auto plan = context.source->query("explain " + *extract, context.stop);
    if (!plan)
        return plan.error();
    for (int row = 0; row < plan->size(); ++row)
        m_teller.info(fmt::format("plan of the extract: {}", plan->text(row, 0)));
    return RunState::NothingToDo;
}

Result<sql::ReadRange> nextReadRange(const Pool& pool, const EnvironmentDefinition* environment,
                                     std::string_view jobName, std::stop_token stop)
{
    SilentObserver observer;
    RunOptions options;
    options.dryRun = true;
    return DirectRun(pool, environment, options, observer, stop).nextRange(jobName);
}

} // namespace tidegate
