// SPDX-License-Identifier: Apache-2.0
#include "sync/fingerprint.h"

#include "sql/fingerprint.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tidegate {

namespace {

Error foreignLedger(const sql::JobPlan& plan, const LedgerRow& last, const RunIdentity& identity)
{
    const auto owner = [](const std::string& pool, const std::string& environment) {
        return environment.empty() ? fmt::format("pool {}", pool)
                                   : fmt::format("pool {}, environment {}", pool, environment);
    };
    return Error{ErrorCode::Busy,
                 fmt::format("the ledger rows of job {} in this target belong to {}; this run belongs to {}",
                             plan.inputs.job.id, owner(last.pool, last.environment),
                             owner(identity.pool, identity.environment)),
                 "give this job an `id:` of its own, or choose the environment that the rows belong to", Side::Target};
}

std::string definitionChange(const sql::JobPlan& plan, const LedgerRow& last, const RunIdentity& identity)
{
    const auto parts = sql::changedParts(last.configHash, plan.configHash);
    std::string text = parts.empty()
                           ? fmt::format("the job's definition changed since {}", last.appliedAt)
                           : fmt::format("the job's {} changed since {}", fmt::join(parts, ", "), last.appliedAt);
    if (!plan.keptColumns.empty())
        text += fmt::format("; it does not fill {} of the target", fmt::join(plan.keptColumns, ", "));
    if (!last.configRev.empty() && last.configRev.back() != '+')
        text += fmt::format("; see `git diff {} -- {}`", last.configRev.substr(0, 12), identity.jobFile);
    return text;
}

/// `offers`: what a person may choose instead, for programs that show buttons.
Error refused(const std::string& what, std::string hint, const std::string& offers)
{
    Error error{ErrorCode::Refused, what, std::move(hint), Side::Target};
    error.with("offers", offers);
    return error;
}

} // namespace

Result<std::vector<std::string>> checkFingerprint(const sql::JobPlan& plan, const std::optional<LedgerRow>& last,
                                                  const RunIdentity& identity, const RunOptions& options)
{
    std::vector<std::string> accepted;
    if (!last)
        return accepted;
    if (last->pool != identity.pool || last->environment != identity.environment)
        return foreignLedger(plan, *last, identity);
    const auto& job = plan.inputs.job;
    if (options.reload || job.mode == Mode::Full)
        return accepted;
    if (!last->hi)
        return refused(fmt::format("job {} was loaded in full so far, so there is no window to continue from", job.id),
                       "load it once more with `run --reload`; windows follow from there", "reload");
    if (!plan.inputs.target)
        return refused(
            fmt::format("the target table {} is not there, but windows up to {} are applied{}", plan.targetTable,
                        *last->hi,
                        plan.configHash == last->configHash ? "" : "; " + definitionChange(plan, *last, identity)),
            "nothing was created: `run --reload` loads everything again; or restore the table", "reload");
    std::vector<std::string> changes;
    if (plan.inputs.target->oid != last->targetOid)
        changes.push_back(
            fmt::format("{} is another table than the one that windows up to {} were applied to (oid {}, now {})",
                        plan.targetTable, *last->hi, last->targetOid, plan.inputs.target->oid));
    if (plan.configHash != last->configHash)
        changes.push_back(definitionChange(plan, *last, identity));
    if (changes.empty())
        return accepted;
    if (!options.acceptChange)
        return refused(
            fmt::format("{}", fmt::join(changes, "; ")),
            "`run --reload` loads everything again; `run --accept-change` goes on from the last window, for a"
            " change that leaves the rows already applied right",
            "accept_change,reload");
    for (auto& change : changes)
        accepted.push_back("accepted: " + std::move(change));
    return accepted;
}

} // namespace tidegate
