// SPDX-License-Identifier: Apache-2.0
#include "sync/directrun.h"

#include "sync/holder.h"
#include "sync/nextrange.h"
#include "sync/silentobserver.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate {

namespace {

/// The table beside has the epoch in its name, which a dry run does not take.
constexpr auto besideName = "tidegate_beside_example";

Result<void> add(DryRun& shown, Side side, const Result<std::vector<sql::Statement>>& statements)
{
    if (!statements)
        return statements.error();
    for (const auto& statement : *statements)
        shown.statements.push_back({side, statement.title, statement.sql});
    return {};
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
    if (m_context.options.reload)
        return reloadRange(*plan);
    return rangeOf(m_context, first.lo, first.hi, plan->sweep);
}

Result<sql::ReadRange> DirectRun::nextRange(std::string_view jobName)
{
    if (auto prepared = prepare(jobName); !prepared)
        return prepared.error();
    return firstRange();
}

/// Somebody else at work does not stop a dry run: nothing is written. A run would be busy.
void DirectRun::warnOfHolder()
{
    if (!m_context.state->present())
        return;
    const auto holders = readHolders(*m_context.target, *m_context.state, m_context.job.id, m_context.stop);
    const auto engine = readHolderEngine(*m_context.target, *m_context.state, m_context.job.id, m_context.stop);
    if (!holders || !engine)
        return;
    const auto owner =
        std::find_if(holders->begin(), holders->end(), [](const Holder& holder) { return holder.owner; });
    if (owner != holders->end())
        m_teller.warn(busyError(m_context.job.id, *owner, *engine).message);
}

Result<void> DirectRun::showStatements(DryRun& shown, const sql::ReadRange& range, const std::string& extract)
{
    const auto& plan = m_context.plan;
    shown.statements.push_back({Side::Source, "read", extract});
    if (!range.goesToStaging()) {
        for (auto step : {sql::finishBesideSql, sql::swapSql, sql::createBesideSql}) {
            if (auto added = add(shown, Side::Target, step(plan, besideName)); !added)
                return added;
        }
        return {};
    }
    for (const auto& statements : {sql::applySql(plan, 0), sql::createTargetSql(plan), sql::createStagingSql(plan)}) {
        if (auto added = add(shown, Side::Target, statements); !added)
            return added;
    }
    return {};
}

/// Shows what a run would do now. Both sessions are read only.
Result<RunState> DirectRun::dryRun()
{
    auto& context = m_context;
    warnOfHolder();
    sql::ReadRange range;
    if (context.job.mode == Mode::Incremental) {
        if (auto allowed = context.options.reload ? sql::checkReload(context.plan) : refuseForeignRows(); !allowed)
            return allowed.error();
        auto first = firstRange();
        if (!first)
            return first.error();
        range = std::move(*first);
    }
    m_teller.enter(RunPhase::Read); // what is told from here on is what a run would send
    const auto extract = sql::extractSql(context.plan, range, 0, 0);
    if (!extract)
        return extract.error();
    DryRun shown;
    if (auto done = showStatements(shown, range, *extract); !done)
        return done.error();
    for (const auto& statement : shown.statements)
        m_teller.statement(statement.side, statement.title, statement.sql);
    shown.rowsExpected = estimatedRows(context, *extract);
    m_teller.expect(shown.rowsExpected);
    shown.locks = sql::locksOf(context.plan, !range.goesToStaging());
    const auto plan = context.source->query("explain " + *extract, context.stop);
    if (!plan)
        return plan.error();
    for (int row = 0; row < plan->size(); ++row) {
        shown.readingPlan.emplace_back(plan->text(row, 0));
        m_teller.info(fmt::format("plan of the extract: {}", shown.readingPlan.back()));
    }
    m_summary.dryRun = std::move(shown);
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
