// SPDX-License-Identifier: Apache-2.0
#include "sync/directrun.h"

#include "db/dberror.h"
#include "sync/applyguard.h"
#include "sync/ledger.h"
#include "sync/silentobserver.h"
#include "sync/watermarkliteral.h"

#include <fmt/format.h>

namespace tidegate {

Result<LedgerRow> DirectRun::adopt(std::string_view jobName, std::string_view hi)
{
    if (auto prepared = prepare(jobName); !prepared)
        return prepared.error();
    auto& context = m_context;
    if (context.job.mode != Mode::Incremental)
        return Error{ErrorCode::Usage, fmt::format("job {} is loaded in full: it has no windows to continue", jobName),
                     "only a job of mode incremental can take over from another tool; `run` loads this one"};
    if (context.last)
        return Error{
            ErrorCode::Refused,
            fmt::format("job {} has ledger rows already (up to {})", jobName, context.last->hi.value_or("a full load")),
            "only a job without a ledger can take over from another tool; `run --reload` starts afresh", Side::Target};
    if (!context.plan.inputs.target)
        return Error{ErrorCode::Refused, fmt::format("the target table {} does not exist", context.plan.targetTable),
                     "there is nothing to take over: `run` loads it", Side::Target};
    const std::string text(hi);
    const auto literal =
        context.source->query("select " + literalOfText(context.plan, "$1", text), {text}, context.stop);
    if (!literal && literal.error().code != ErrorCode::QueryFailed)
        return literal.error();
    if (!literal)
        return Error{ErrorCode::Usage, fmt::format("{} is not a time: {}", hi, literal.error().message),
                     "write ISO 8601, for example 2026-01-31T08:00:00+08:00"};
    auto row = draft("adopt", {});
    row.hi = literal->value(0, 0);
    const auto past = context.source->query(
        fmt::format("select isfinite({0}) and {0} <= transaction_timestamp()", instantOfLiteral(context.plan, "$1")),
        {*row.hi}, context.stop);
    if (!past)
        return past.error();
    if (!past->boolean(0, 0))
        return Error{ErrorCode::Refused,
                     fmt::format("{} lies after the clock of {}: no tool can have loaded that far", *row.hi,
                                 endName(context.source->connection(), Side::Source)),
                     "give the time up to which the other tool has loaded every row", Side::Source};
    row.batchId = fmt::format("{:x}", context.ownership->nextAttempt());
    if (auto begun = beginApply(*context.target, *context.state, row, context.last, context.stop); !begun)
        return begun.error();
    if (auto inserted = context.state->insert(*context.target, row, context.stop); !inserted) {
        context.target->rollback();
        return inserted.error();
    }
    if (auto done = commitApply(context.target, *context.state, row, context.targetOptions, context.stop); !done)
        return done.error();
    auto written = context.state->last(*context.target, context.job.id, context.stop);
    return written && *written ? Result<LedgerRow>(**written) : Result<LedgerRow>(std::move(row));
}

Result<LedgerRow> adoptLedger(const Pool& pool, const EnvironmentDefinition* environment, std::string_view jobName,
                              std::string_view hi, std::stop_token stop)
{
    SilentObserver observer;
    return DirectRun(pool, environment, {}, observer, stop).adopt(jobName, hi);
}

} // namespace tidegate
