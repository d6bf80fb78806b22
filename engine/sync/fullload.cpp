// SPDX-License-Identifier: Apache-2.0
#include "sync/fullload.h"

#include "base/pause.h"
#include "base/utf8.h"
#include "db/statements.h"
#include "sql/fingerprint.h"
#include "sync/applyguard.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

using namespace std::chrono_literals;

constexpr int swapTries = 60;
constexpr auto swapPause = 1s;

bool isLockTimeout(const Error& error)
{
    return error.detail("sqlstate") == "55P03";
}

} // namespace

FullLoad::FullLoad(RunContext& context, sql::ReadRange range, LedgerRow& next)
    : m_context(context), m_range(std::move(range)), m_next(next)
{
    const auto& target = context.plan.inputs.target;
    const auto name = target ? target->name : context.job.id;
    // The same for every epoch of a job, and no other job's.
    m_besidePrefix = fmt::format("{}__new_{}_", cutAtCharacter(name, 30), sql::hex8(sql::fnv1a(context.job.id)));
    m_beside = m_besidePrefix + std::to_string(next.epoch);
}

Result<void> FullLoad::run()
{
    const auto relation = sql::besideTable(m_context.plan, m_beside);
    if (!relation)
        return relation.error();
    m_relation = *relation;
    if (auto dropped = dropLeftovers(); !dropped)
        return dropped;
    for (const auto step : {&FullLoad::copy, &FullLoad::prove, &FullLoad::guard, &FullLoad::swap}) {
        if (auto done = (this->*step)(); !done) {
            if (done.error().code != ErrorCode::OutcomeUnknown)
                dropBeside();
            return done;
        }
    }
    return {};
}

Result<void> FullLoad::dropLeftovers()
{
    const auto found = m_context.target->query("select c.relname, pg_total_relation_size(c.oid) from pg_class c"
                                               " where c.relkind = 'r' and left(c.relname::text, length($1::text)) = "
                                               "$1 and substr(c.relname::text, length($1::text) + 1) ~ '^[0-9]+$'",
                                               {m_besidePrefix}, m_context.stop);
    if (!found)
        return found.error();
    for (int row = 0; row < found->size(); ++row) {
        const std::string name(found->text(row, 0));
        m_context.teller.info(fmt::format("dropping {}, {} bytes that a broken load left", name, found->text(row, 1)));
        const auto drop = sql::dropBesideSql(m_context.plan, name);
        if (!drop)
            return drop.error();
        auto dropped = runInTransaction(*m_context.target, *drop, m_context.stop);
        if (!dropped && !isLockTimeout(dropped.error()))
            return dropped;
    }
    return {};
}

Result<void> FullLoad::copy()
{
    const auto create = sql::createBesideSql(m_context.plan, m_beside);
    if (!create)
        return create.error();
    if (auto created = runInTransaction(*m_context.target, *create, m_context.stop); !created)
        return created;
    const auto copied = copyRange(m_context, m_range, 0, m_relation, false);
    if (!copied)
        return copied.error();
    m_next.rowsRead = *copied;
    return {};
}

Result<void> FullLoad::prove()
{
    m_context.teller.enter(RunPhase::Apply);
    const auto finish = sql::finishBesideSql(m_context.plan, m_beside);
    if (!finish)
        return finish.error();
    ApplyCounter counter(*m_context.target, m_context.plan);
    auto finished = counter.run(*finish, m_context.stop);
    m_next.rowsSuperseded = counter.superseded();
    m_next.rowsInserted = m_next.rowsRead - m_next.rowsSuperseded;
    if (finished || finished.error().detail("sqlstate") != "23505")
        return finished;
    // A unique index could not be made: let the key check show which rows stand against it.
    const auto check = sql::keyCheckSql(m_context.plan, m_relation);
    if (!check)
        return check.error();
    if (auto checked = counter.run(*check, m_context.stop); !checked)
        return checked;
    return finished;
}

Result<void> FullLoad::guard()
{
    const int percent = m_context.job.target.shrinkGuard;
    const auto statements = sql::guardSql(m_context.plan);
    if (!statements)
        return statements.error();
    if (percent <= 0 || statements->empty())
        return {};
    ApplyCounter counter(*m_context.target, m_context.plan);
    if (auto counted = counter.run(*statements, m_context.stop); !counted)
        return counted;
    if (m_next.rowsInserted * 100 >= counter.targetRows() * percent)
        return {};
    return Error{
        ErrorCode::Refused,
        fmt::format("the load has {} rows but {} has {}: less than {} %", m_next.rowsInserted,
                    m_context.plan.targetTable, counter.targetRows(), percent),
        "nothing was changed: look at the source and the job's `where`; if it is right, lower target.shrink_guard",
        Side::Target};
}

Result<void> FullLoad::swap()
{
    m_context.teller.enter(RunPhase::Swap);
    for (int tries = 1;; ++tries) {
        auto swapped = trySwap();
        if (swapped || !isLockTimeout(swapped.error()))
            return swapped;
        if (tries == swapTries) {
            auto error = std::move(swapped).error();
            error.message = fmt::format("{} was in use for {} tries, so the new table was not swapped in",
                                        m_context.plan.targetTable, tries);
            error.hint = "see pg_locks for who reads it, then run again";
            return error;
        }
        if (tries == 1)
            m_context.teller.info(fmt::format("{} is in use: trying again", m_context.plan.targetTable));
        if (!pauseFor(swapPause, m_context.stop))
            return Error{ErrorCode::Cancelled, "cancelled before the new table was swapped in"};
    }
}

Result<void> FullLoad::trySwap()
{
    auto& target = *m_context.target;
    if (auto begun = beginApply(target, *m_context.state, m_next, m_context.last, m_context.stop); !begun)
        return begun;
    if (auto done = swapInside(); !done) {
        target.rollback();
        return done;
    }
    return commitApply(m_context.target, *m_context.state, m_next, m_context.targetOptions, m_context.stop);
}

Result<void> FullLoad::swapInside()
{
    auto& target = *m_context.target;
    const auto statements = sql::swapSql(m_context.plan, m_beside);
    if (!statements)
        return statements.error();
    ApplyCounter counter(target, m_context.plan);
    if (auto done = counter.run(*statements, m_context.stop); !done)
        return done;
    const auto oid = target.query("select $1::text::regclass::oid", {m_context.plan.targetTable}, m_context.stop);
    if (!oid)
        return oid.error();
    m_next.targetOid = static_cast<std::uint32_t>(oid->integer(0, 0));
    if (!m_context.plan.swapByRename && counter.inserted() != m_next.rowsInserted)
        return Error{ErrorCode::Internal,
                     fmt::format("{} rows lie beside but {} were inserted", m_next.rowsInserted, counter.inserted()),
                     "nothing was changed; report this", Side::Target};
    return m_context.state->insert(target, m_next, m_context.stop);
}

void FullLoad::dropBeside()
{
    if (!m_context.target->usable())
        return;
    const auto drop = sql::dropBesideSql(m_context.plan, m_beside);
    if (drop && !runInTransaction(*m_context.target, *drop, {}))
        m_context.teller.info(fmt::format("{} stays behind; the next load drops it", m_relation));
}

} // namespace tidegate
