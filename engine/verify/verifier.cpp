// SPDX-License-Identifier: Apache-2.0
#include "verify/verifier.h"

#include "sql/statesql.h"
#include "verify/copylines.h"

#include <fmt/format.h>

namespace tidegate {

namespace {

/// More keys than this are not moved to the target: the comparison waits for a quieter time.
constexpr std::int64_t mostPending = 1'000'000;
constexpr std::size_t frameBytes = 256 * 1024;
constexpr std::chrono::milliseconds progressEvery(100);

constexpr std::string_view beginSnapshot = "begin transaction isolation level repeatable read";
// Each end waits for the other for as long as its sort takes.
constexpr std::string_view noIdleLimit = "set idle_in_transaction_session_timeout = 0";

Error nothingApplied(const sql::JobPlan& plan)
{
    return {ErrorCode::Refused,
            fmt::format("job {}: nothing was applied yet, so there is nothing to verify", plan.inputs.job.name),
            "run the job first"};
}

} // namespace

Verifier::Verifier(const sql::JobPlan& plan, Session& source, Session& target, const VerifyOptions& options,
                   VerifyObserver& observer, std::stop_token stop)
    : m_plan(plan), m_source(source), m_target(target), m_options(options), m_observer(observer),
      m_stop(std::move(stop))
{
    m_report.job = plan.inputs.job.name;
    m_report.level = options.level;
}

Result<VerifyReport> Verifier::run()
{
    if (auto done = openTarget(); !done)
        return done.error();
    if (auto done = readFrontier(); !done)
        return done.error();
    if (auto done = openSource(); !done)
        return done.error();
    describeScope();
    const auto sql = VerifySql::create(m_plan, m_report.before, m_from);
    if (!sql)
        return sql.error();
    if (auto done = leaveOutPending(*sql); !done)
        return done.error();
    if (m_report.comparable) {
        if (auto done = m_options.level == VerifyLevel::L3 ? compareRows(*sql) : compareFigures(*sql); !done)
            return done.error();
    }
    m_source.rollback();
    m_target.rollback();
    return std::move(m_report);
}

Result<std::string> Verifier::oneText(Session& session, const sql::Statement& statement)
{
    const auto rows = session.run(statement, m_stop);
    if (!rows)
        return rows.error();
    return std::string(rows->empty() ? std::string_view() : rows->text(0, 0));
}

Result<void> Verifier::openTarget()
{
    if (m_target.server().version >= 90600) {
        if (auto done = m_target.query(noIdleLimit, m_stop); !done)
            return done.error();
    }
    if (auto begun = m_target.query(beginSnapshot, m_stop); !begun)
        return begun.error();
    auto now = oneText(m_target, VerifySql::clock());
    if (!now)
        return now.error();
    m_report.targetAsOf = *std::move(now);
    return {};
}

Result<void> Verifier::readFrontier()
{
    const auto state = sql::StateSql::create(m_plan.inputs.stateSchema, m_plan.inputs.targetServer);
    if (!state)
        return state.error();
    const auto present = m_target.run(state->present(), m_stop);
    if (!present)
        return present.error();
    if (!m_plan.inputs.target || !present->boolean(0, 0))
        return nothingApplied(m_plan);
    const auto rows = m_target.run(state->lastLedger(m_plan.inputs.job.id), m_stop);
    if (!rows)
        return rows.error();
    if (rows->empty())
        return nothingApplied(m_plan);
    for (int column = 0; column < rows->columns(); ++column) {
        const auto name = rows->columnName(column);
        if (name == "hi")
            m_report.hi = rows->value(0, column);
        else if (name == "applied_at")
            m_report.appliedAt = rows->text(0, column);
        else if (name == "config_hash" && rows->text(0, column) != m_plan.configHash)
            m_report.warnings.emplace_back("the job was changed since its last run: differences may come from that");
        else if (name == "target_oid" && rows->integer(0, column) != m_plan.inputs.target->oid)
            m_report.warnings.emplace_back("the target is not the table that the last run wrote");
    }
    const auto beginning = m_target.run(state->ledgerBeginning(m_plan.inputs.job.id), m_stop);
    if (!beginning)
        return beginning.error();
    if (!beginning->empty())
        m_from = beginning->value(0, 0);
    if (m_plan.inputs.job.mode == Mode::Full)
        m_report.hi.reset();
    else if (!m_report.hi)
        return Error{ErrorCode::Refused,
                     fmt::format("job {}: the ledger has no window of this incremental job", m_plan.inputs.job.name),
                     "run it with --reload once"};
    return {};
}

Result<void> Verifier::openSource()
{
    if (m_source.server().version >= 90600) {
        if (auto done = m_source.query(noIdleLimit, m_stop); !done)
            return done.error();
    }
    if (auto begun = m_source.query(beginSnapshot, m_stop); !begun)
        return begun.error();
    auto now = oneText(m_source, VerifySql::clock());
    if (!now)
        return now.error();
    m_report.sourceAsOf = *std::move(now);
    if (!m_report.hi)
        return {};
    const auto bound = VerifySql::settledBound(m_plan, *m_report.hi);
    if (!bound)
        return bound.error();
    auto before = oneText(m_source, *bound);
    if (!before)
        return before.error();
    m_report.before = *std::move(before);
    return {};
}

void Verifier::describeScope()
{
    if (m_report.before)
        m_report.scope =
            fmt::format("rows whose watermark is {}before {}, source as of {}",
                        m_from ? fmt::format("{} or later, and ", *m_from) : "", *m_report.before, m_report.sourceAsOf);
    else
        m_report.scope =
            fmt::format("every row: what was loaded at {} against the source as of {}; what changed between is "
                        "shown as a difference",
                        m_report.appliedAt, m_report.sourceAsOf);
    if (!m_plan.inputs.job.source.where.empty())
        m_report.scope += fmt::format(", where {}", m_plan.inputs.job.source.where);
}

Result<void> Verifier::leaveOutPending(const VerifySql& sql)
{
    if (sql.copyPending(mostPending).empty())
        return {};
    for (const auto& statement : sql.createPending()) {
        if (auto done = m_target.run(statement, m_stop); !done)
            return done.error();
    }
    if (auto moved = movePending(sql); !moved)
        return moved;
    if (m_report.pending > mostPending) {
        m_report.comparable = false;
        m_report.notComparable =
            fmt::format("more than {} keys are pending: run the job, then verify again", mostPending);
        return {};
    }
    auto analyzed = m_target.run(sql.analyzePending(), m_stop);
    return analyzed ? Result<void>() : analyzed.error();
}

Result<void> Verifier::movePending(const VerifySql& sql)
{
    if (auto begun = m_source.beginCopyOut(sql.copyPending(mostPending + 1), m_stop); !begun)
        return begun;
    if (auto begun = m_target.beginCopyIn(sql.copyPendingIn(), m_stop); !begun)
        return begun;
    std::string frame;
    for (bool more = true; more;) {
        frame.clear();
        const auto read = m_source.readCopy(frame, frameBytes, m_stop);
        if (!read) {
            m_target.abandonCopy();
            return read.error();
        }
        more = *read == Session::CopyRead::Rows;
        if (auto written = m_target.writeCopy(frame, m_stop); !written)
            return written;
    }
    m_report.pending = m_source.copiedRows();
    return m_target.endCopyIn(m_stop);
}

Result<void> Verifier::compareFigures(const VerifySql& sql)
{
    const auto source = m_source.run(sql.figures(Side::Source), m_stop);
    if (!source)
        return source.error();
    const auto target = m_target.run(sql.figures(Side::Target), m_stop);
    if (!target)
        return target.error();
    m_report.sourceRows = source->integer(0, 0);
    m_report.targetRows = target->integer(0, 0);
    m_report.same = true;
    for (int i = 0; i < source->columns(); ++i) {
        VerifyCheck check{sql.figureNames()[static_cast<std::size_t>(i)], source->value(0, i), target->value(0, i),
                          false};
        check.same = check.source == check.target;
        m_report.same = m_report.same && check.same;
        m_report.checks.push_back(std::move(check));
    }
    return {};
}

Result<void> Verifier::compareRows(const VerifySql& sql)
{
    for (const auto side : {Side::Source, Side::Target}) {
        if (auto begun = session(side).beginCopyOut(sql.copyDigests(side), m_stop); !begun)
            return begun;
    }
    const auto& job = m_plan.inputs.job;
    const auto rule = job.key.empty()                                ? KeyRule::Multiset
                      : job.onDuplicateKey == OnDuplicateKey::Newest ? KeyRule::AnyOf
                                                                     : KeyRule::Unique;
    RowMerge merge(rule, m_report, static_cast<std::size_t>(m_options.examples));
    if (auto done = pull(merge); !done) {
        m_source.abandonCopy();
        m_target.abandonCopy();
        return done;
    }
    m_report.same = m_report.missing + m_report.extra + m_report.different + m_report.duplicate == 0;
    const bool sameCount = m_report.sourceRows == m_report.targetRows;
    m_report.checks.push_back(
        {"rows", std::to_string(m_report.sourceRows), std::to_string(m_report.targetRows), sameCount});
    return merge.examples().empty() ? Result<void>() : showExamples(sql, merge.examples());
}

Result<void> Verifier::pull(RowMerge& merge)
{
    CopyLines source(m_source);
    CopyLines target(m_target);
    for (auto want = merge.want(); want != RowMerge::Want::Nothing; want = merge.want()) {
        const auto line = want == RowMerge::Want::Source ? source.next(m_stop) : target.next(m_stop);
        if (!line)
            return line.error();
        const auto tab = line->find('\t');
        const auto key = line->substr(0, tab);
        const auto row = tab == std::string_view::npos ? std::string_view() : line->substr(tab + 1);
        if (want == RowMerge::Want::Source)
            merge.source(key, row);
        else
            merge.target(key, row);
        tellProgress();
    }
    return {};
}

void Verifier::tellProgress()
{
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lastTold < progressEvery)
        return;
    m_lastTold = now;
    m_observer.onProgress(m_report.sourceRows, m_report.targetRows);
}

} // namespace tidegate
