// SPDX-License-Identifier: Apache-2.0
#include "sync/directrun.h"

#include "db/cataloguereader.h"
#include "sync/applyguard.h"
#include "sync/gitrevision.h"
#include "sync/holder.h"
#include "sync/jobcheck.h"
#include "sync/verifyafter.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

RunState stateOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Busy:
    case ErrorCode::Fenced:
        return RunState::Busy;
    case ErrorCode::Refused:
    case ErrorCode::DataRejected:
        return RunState::Refused;
    case ErrorCode::Cancelled:
        return RunState::Cancelled;
    default:
        return RunState::Failed;
    }
}

std::string withHint(const std::string& message, const std::string& hint)
{
    return hint.empty() ? message : fmt::format("{} ({})", message, hint);
}

} // namespace

DirectRun::DirectRun(const Pool& pool, const EnvironmentDefinition* environment, RunOptions options,
                     RunObserver& observer, const std::stop_token& stop)
    : m_pool(pool), m_environment(environment), m_teller(observer), m_passStop(stop, [this] { m_stop.request_stop(); }),
      m_context{m_teller, m_stop.get_token(), std::move(options), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}
{
}

RunSummary DirectRun::run(std::string_view jobName)
{
    m_summary.job = jobName;
    m_teller.enter(RunPhase::Prepare);
    const auto state = go(jobName);
    if (state) {
        m_summary.state = *state;
        if (*state == RunState::Applied)
            m_summary.verified = verifyAfterRun(m_pool, m_environment, m_context.job, m_teller, m_context.stop);
    } else {
        m_summary.error = explained(state.error());
        m_summary.state = stateOf(*m_summary.error);
    }
    m_context.ownership.reset();
    m_summary.rows = m_teller.rows();
    m_summary.warnings = m_teller.warnings();
    m_summary.seconds = m_teller.seconds();
    m_teller.enter(RunPhase::Finished);
    return std::move(m_summary);
}

Result<RunState> DirectRun::go(std::string_view jobName)
{
    if (auto prepared = prepare(jobName); !prepared)
        return prepared.error();
    auto accepted = checkFingerprint(m_context.plan, m_context.last, m_context.identity, m_context.options);
    if (!accepted)
        return accepted.error();
    for (auto& change : *accepted)
        m_teller.warn(std::move(change));
    if (m_context.options.dryRun)
        return dryRun();
    if (m_context.job.mode == Mode::Full)
        return full("full");
    if (m_context.options.reload)
        return full("reload");
    return m_context.options.again ? again() : windows();
}

/// From the job's file to its newest ledger row: sessions, plan, ownership.
Result<void> DirectRun::prepare(std::string_view jobName)
{
    auto job = validJob(m_pool, jobName);
    if (!job)
        return job.error();
    m_context.job = std::move(*job);
    for (const auto& finding : m_pool.job(jobName)->findings) {
        if (finding.severity == Severity::Warning && finding.code == "shared_target") // others are the plan's too
            m_teller.warn(withHint(finding.message, finding.hint));
    }
    if (auto runnable = checkRunnable(m_context.job, m_context.options); !runnable)
        return runnable;
    for (const auto step : {&DirectRun::open, &DirectRun::plan, &DirectRun::own}) {
        if (auto done = (this->*step)(); !done)
            return done;
    }
    return {};
}

Result<void> DirectRun::open()
{
    const auto source = resolveConnection(m_pool, m_environment, m_context.job.source.connection);
    if (!source)
        return source.error();
    const auto target = resolveConnection(m_pool, m_environment, m_context.job.target.connection);
    if (!target)
        return target.error();
    m_context.sourceOptions.side = Side::Source;
    m_context.sourceOptions.job = m_context.job.name;
    m_context.targetOptions.side = Side::Target;
    m_context.targetOptions.job = m_context.job.name;
    m_context.targetOptions.readOnly = m_context.options.dryRun;
    auto opened = Session::open(*source, m_context.sourceOptions, m_context.stop);
    if (!opened)
        return opened.error();
    m_context.source = std::move(*opened);
    opened = Session::open(*target, m_context.targetOptions, m_context.stop);
    if (!opened)
        return opened.error();
    m_context.target = std::move(*opened);
    m_context.source->setListener(m_teller.listener(Side::Source));
    m_context.target->setListener(m_teller.listener(Side::Target));
    const auto* file = m_pool.job(m_context.job.name);
    m_context.identity.pool = m_pool.name;
    m_context.identity.environment = m_environment ? m_environment->name : std::string();
    m_context.identity.jobFile = file ? file->path.generic_string() : std::string();
    m_context.identity.configRev = gitRevision(m_pool.root, m_context.identity.jobFile);
    return {};
}

Result<void> DirectRun::plan()
{
    auto inputs =
        readInputs(*m_context.source, *m_context.target, m_context.job, m_context.stop, m_context.options.reload);
    if (!inputs)
        return inputs.error();
    auto plan = sql::planJob(std::move(*inputs));
    if (!plan)
        return plan.error();
    m_context.plan = std::move(*plan);
    for (const auto& note : m_context.plan.notes) {
        if (note.severity == Severity::Warning)
            m_teller.warn(withHint(note.message, note.hint));
    }
    if (m_context.job.tuning.streams > 1)
        m_teller.info(fmt::format("tuning.streams is {}; this version runs with 1", m_context.job.tuning.streams));
    if (!m_context.plan.watermarkZone.empty())
        m_teller.info(fmt::format("the watermark is read in {} (from the {})", m_context.plan.watermarkZone,
                                  m_context.plan.watermarkZoneOrigin));
    return {};
}

Result<void> DirectRun::own()
{
    m_teller.enter(RunPhase::Own);
    auto& context = m_context;
    auto state = context.options.dryRun ? StateStore::look(*context.target, context.stop)
                                        : StateStore::ensure(*context.target, context.stop);
    if (!state)
        return state.error();
    context.state = std::move(*state);
    if (!context.options.dryRun) {
        auto session = Session::open(context.target->connection(), context.targetOptions, context.stop);
        if (!session)
            return session.error();
        (*session)->setListener(m_teller.listener(Side::Target));
        auto owned = Ownership::take(
            std::move(*session), *context.state, context.job.id, context.options.takeOver,
            [this](std::string_view text) { m_teller.warn(std::string(text)); }, context.stop);
        if (!owned)
            return owned.error();
        context.ownership = std::move(*owned);
        context.ownership->watch(m_stop);
        // Whoever held the job until now may have swapped the target: look again.
        auto inputs = readInputs(*context.source, *context.target, context.job, context.stop, context.options.reload);
        if (!inputs)
            return inputs.error();
        auto plan = sql::planJob(std::move(*inputs));
        if (!plan)
            return plan.error();
        context.plan = std::move(*plan);
    }
    auto last = context.state->last(*context.target, context.job.id, context.stop);
    if (!last)
        return last.error();
    context.last = std::move(*last);
    return {};
}

LedgerRow DirectRun::draft(const std::string& kind, std::string heldBy) const
{
    auto next = nextLedgerRow(m_context.last, m_context.job.id);
    next.kind = kind;
    next.epoch = m_context.ownership->epoch();
    next.heldBy = std::move(heldBy);
    next.configHash = m_context.plan.configHash;
    next.configRev = m_context.identity.configRev;
    next.pool = m_context.identity.pool;
    next.environment = m_context.identity.environment;
    next.targetOid = m_context.plan.inputs.target ? m_context.plan.inputs.target->oid : 0;
    return next;
}

void DirectRun::record(const LedgerRow& row)
{
    m_context.last = row;
    m_teller.applied(RowCounts{row.rowsRead, row.rowsInserted, row.rowsDeleted, row.rowsUnchanged, row.rowsSuperseded,
                               row.rowsQuarantined});
}

/// A session that broke because somebody took the job over is told as that.
Error DirectRun::explained(Error error)
{
    if (!m_context.ownership || !m_context.state)
        return error;
    const auto loss = m_context.ownership->lossReason();
    if (loss && error.code == ErrorCode::Cancelled)
        error = *loss;
    if (error.code != ErrorCode::ConnectionLost || error.side != Side::Target)
        return error;
    auto options = m_context.targetOptions;
    options.connectTimeout = std::chrono::seconds(3);
    const auto session = Session::open(m_context.target->connection(), options, {});
    const auto engine = session ? readHolderEngine(**session, *m_context.state, m_context.job.id, {})
                                : Result<std::optional<HolderEngine>>(session.error());
    if (!engine || !*engine || (*engine)->epoch <= m_context.ownership->epoch())
        return error;
    Error fenced{ErrorCode::Fenced,
                 fmt::format("job {} was taken over by {} on {} (process {}) at {}", m_context.job.id, (*engine)->owner,
                             (*engine)->host, (*engine)->pid, (*engine)->takenAt),
                 "the ledger says what was applied; the new owner goes on from there", Side::Target};
    return std::move(fenced.with("cause", error.message));
}

RunSummary runJob(const Pool& pool, const EnvironmentDefinition* environment, std::string_view jobName,
                  const RunOptions& options, RunObserver& observer, std::stop_token stop)
{
    return DirectRun(pool, environment, options, observer, stop).run(jobName);
}

} // namespace tidegate
