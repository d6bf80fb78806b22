// SPDX-License-Identifier: Apache-2.0
#include "sync/directrun.h"

#include "db/cataloguereader.h"
#include "db/statements.h"
#include "sync/applyguard.h"
#include "sync/applywindow.h"
#include "sync/fullload.h"
#include "sync/staging.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <random>

namespace tidegate {

namespace {

std::string newBatchId(std::int64_t attempt)
{
    std::random_device random;
    return fmt::format("{:x}-{:08x}{:08x}", attempt, random(), random());
}

} // namespace

Result<RunState> DirectRun::full(const std::string& kind)
{
    auto next = draft(kind, {});
    next.batchId = newBatchId(m_context.ownership->nextAttempt());
    sql::ReadRange range;
    if (m_context.job.mode == Mode::Incremental) {
        auto bounded = boundReload(next);
        if (!bounded)
            return bounded.error();
        range = std::move(*bounded);
    }
    if (auto loaded = FullLoad(m_context, range, next).run(); !loaded)
        return loaded.error();
    record(next);
    return RunState::Applied;
}

/// Fixes where windows go on after a reload: at the hi of the moment before its snapshot, never before the last one.
Result<sql::ReadRange> DirectRun::boundReload(LedgerRow& next)
{
    m_teller.enter(RunPhase::Window);
    if (auto allowed = sql::checkReload(m_context.plan); !allowed)
        return allowed.error();
    const auto windows = planWindows(m_context);
    if (!windows)
        return windows.error();
    const bool ahead = !windows->windows.empty();
    next.hi = ahead ? windows->hi : windows->lo;
    next.heldBy = windows->heldBy;
    m_summary.window = WindowBounds{next.lo, *next.hi, next.heldBy};
    m_teller.window(*m_summary.window);
    const auto check = sql::nullWatermarksSql(m_context.plan);
    if (!check)
        return check.error();
    if (auto checked = ApplyCounter(*m_context.source, m_context.plan).run(*check, m_context.stop); !checked)
        return checked.error();
    auto range = reloadRange(*windows);
    if (range)
        next.readLo = range->lo;
    return range;
}

/// What a reload reads: everything from the job's start. Merging, all that its snapshot shows: windows meet the newest
/// rows again by key. Appending, only what lies before the next window: a row is taken once.
Result<sql::ReadRange> DirectRun::reloadRange(const WindowPlan& windows)
{
    sql::ReadRange range;
    range.into = sql::ReadRange::Into::Beside;
    range.overlap = std::chrono::milliseconds(0);
    auto start = startOf(m_context);
    if (!start)
        return start.error();
    range.lo = std::move(*start);
    if (m_context.job.apply == Apply::Append)
        range.hi = windows.windows.empty() ? windows.lo : windows.hi;
    if (m_context.job.key.empty() && !m_context.plan.keptColumns.empty())
        m_teller.warn(
            fmt::format("a reload without a key sets {} to the default", fmt::join(m_context.plan.keptColumns, ", ")));
    return range;
}

Result<RunState> DirectRun::again()
{
    m_teller.enter(RunPhase::Window);
    const auto window = m_context.state->lastWindow(*m_context.target, m_context.job.id, m_context.stop);
    if (!window)
        return window.error();
    if (!*window || !(*window)->hi)
        return Error{ErrorCode::Refused, fmt::format("job {} has no applied window to read again", m_context.job.id),
                     "run it first", Side::Target};
    auto next = draft("again", {});
    next.hi = next.lo;
    next.readLo = (*window)->lo;
    next.readHi = (*window)->hi;
    m_summary.window = WindowBounds{next.readLo, *next.readHi, {}};
    m_teller.window(*m_summary.window);
    if (auto prepared = prepareTarget(); !prepared)
        return prepared.error();
    const auto range = rangeOf(m_context, next.readLo, *next.readHi, true);
    if (!range)
        return range.error();
    if (auto done = oneWindow(*range, std::move(next)); !done)
        return done.error();
    return RunState::Applied;
}

Result<RunState> DirectRun::windows()
{
    m_teller.enter(RunPhase::Window);
    if (auto prepared = prepareTarget(); !prepared)
        return prepared.error();
    const auto plan = planWindows(m_context);
    if (!plan)
        return plan.error();
    m_summary.window =
        WindowBounds{plan->lo, plan->windows.empty() ? plan->lo.value_or(plan->hi) : plan->hi, plan->heldBy};
    if (plan->windows.empty()) {
        m_teller.window(*m_summary.window);
        return RunState::NothingToDo;
    }
    bool sweep = plan->sweep;
    int number = 0;
    for (const auto& window : plan->windows) {
        m_teller.beginWindow(++number, static_cast<int>(plan->windows.size()));
        m_teller.enter(RunPhase::Window);
        m_summary.window = window;
        m_teller.window(window);
        const auto range = rangeOf(m_context, window.lo, window.hi, sweep);
        if (!range)
            return range.error();
        auto next = draft("window", window.heldBy);
        next.lo = window.lo;
        next.hi = window.hi;
        if (auto done = oneWindow(*range, std::move(next)); !done)
            return done.error();
        sweep = false;
    }
    return RunState::Applied;
}

/// The target exists and may take this job's first window; staging is there and empty.
Result<void> DirectRun::prepareTarget()
{
    auto& context = m_context;
    if (!context.plan.inputs.target) {
        auto table = createTarget();
        if (!table)
            return table.error();
        auto inputs = context.plan.inputs;
        inputs.target = std::move(*table);
        auto plan = sql::planJob(std::move(inputs));
        if (!plan)
            return plan.error();
        context.plan = std::move(*plan);
    }
    if (auto allowed = refuseForeignRows(); !allowed)
        return allowed;
    return Staging(*context.target, *context.state, context.plan)
        .prepare([this](std::string_view text) { m_teller.info(text); }, context.stop);
}

/// Another job may make the same schema or table at the same moment: then it is there, and that is what counts.
Result<std::optional<sql::TableInfo>> DirectRun::createTarget()
{
    auto& context = m_context;
    const auto create = sql::createTargetSql(context.plan);
    if (!create)
        return create.error();
    constexpr int tries = 3;
    for (int i = 1;; ++i) {
        const auto created = runInTransaction(*context.target, *create, context.stop);
        const auto state = created ? std::string_view{} : created.error().detail("sqlstate");
        const bool met = state == "42P07" || state == "42P06" || state == "23505" || state == "42710";
        if (!created && (!met || i == tries))
            return created.error();
        auto table = readTableInfo(*context.target, context.job.target.table, context.stop);
        if (!table || *table)
            return table;
    }
}

/// A job that appends must not begin behind rows of somebody else.
Result<void> DirectRun::refuseForeignRows()
{
    auto& context = m_context;
    if (context.job.apply != Apply::Append || context.last || !context.plan.inputs.target)
        return {};
    const auto rows =
        context.target->query(fmt::format("select exists (select 1 from {})", context.plan.targetTable), context.stop);
    if (!rows)
        return rows.error();
    if (!rows->boolean(0, 0))
        return {};
    return Error{ErrorCode::Refused,
                 fmt::format("{} already has rows, and job {} would append to them without a ledger",
                             context.plan.targetTable, context.job.id),
                 "empty the table, or take over from the other tool: `ledger JOB --adopt HI`", Side::Target};
}

Result<void> DirectRun::oneWindow(const sql::ReadRange& range, LedgerRow next)
{
    auto& context = m_context;
    StagedAttempt staged;
    staged.attempt = context.ownership->nextAttempt();
    next.batchId = newBatchId(staged.attempt);
    const auto copied = copyRange(context, range, staged.attempt, context.plan.stagingTable, true);
    if (!copied)
        return copied.error();
    staged.rows = *copied;
    m_teller.enter(RunPhase::Apply);
    if (auto applied = applyWindow(context.target, context.targetOptions, *context.state, context.plan, staged,
                                   context.last, next, context.stop);
        !applied)
        return applied;
    context.target->setListener(m_teller.listener(Side::Target)); // a settled commit leaves another session
    record(next);
    const auto note = [this](std::string_view text) { m_teller.info(text); };
    if (auto emptied = Staging(*context.target, *context.state, context.plan).empty(note, context.stop); !emptied)
        note(fmt::format("staging stays filled until the next run: {}", emptied.error().message));
    return {};
}

} // namespace tidegate
