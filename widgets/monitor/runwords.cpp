// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/runwords.h"

#include "models/monitor/humanize.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::RunWords)
};

QString endedSentence(const RunStatus& status)
{
    const QString took = humanDuration(status.seconds);
    if (!status.verified.value_or(true))
        return Words::tr("applied in %1, verification differs").arg(took);
    if (status.outcome == u"applied")
        return Words::tr("applied in %1").arg(took);
    if (status.outcome == u"nothing_to_do")
        return Words::tr("nothing to do");
    if (status.outcome == u"refused")
        return Words::tr("refused after %1").arg(took);
    if (status.outcome == u"busy")
        return Words::tr("another owner holds the job");
    if (status.outcome == u"cancelled")
        return Words::tr("cancelled after %1").arg(took);
    return Words::tr("failed after %1").arg(took);
}

QString readSentence(const RunStatus& status)
{
    const QString read = humanCount(static_cast<double>(status.rows.read));
    const QString expected = humanCount(static_cast<double>(status.rowsExpected));
    const bool isMore = status.rows.read > status.rowsExpected;
    if (status.windows > 1 && status.rowsExpected > 0 && !isMore)
        return Words::tr("window %1 of %2, %3 of about %4 rows read up to its end")
            .arg(status.window)
            .arg(status.windows)
            .arg(read, expected);
    if (status.windows > 1)
        return Words::tr("window %1 of %2, %3 rows read so far").arg(status.window).arg(status.windows).arg(read);
    if (status.rowsExpected > 0 && isMore)
        return Words::tr("reading, %1 rows so far; about %2 were expected").arg(read, expected);
    if (status.rowsExpected > 0)
        return Words::tr("reading, %1 of about %2 rows").arg(read, expected);
    return Words::tr("reading, %1 rows so far").arg(read);
}

} // namespace

State stateOfOutcome(const QString& outcome)
{
    if (outcome == u"running")
        return State::Running;
    if (outcome == u"applied" || outcome == u"nothing_to_do")
        return State::Ok;
    if (outcome == u"refused" || outcome == u"busy")
        return State::Late;
    if (outcome == u"cancelled")
        return State::Off;
    return outcome == u"failed" ? State::Failed : State::NoData;
}

State stateOf(const RunStatus& status)
{
    switch (status.stage) {
    case RunStatus::Stage::Never:
        return State::Idle;
    case RunStatus::Stage::Starting:
    case RunStatus::Stage::Running:
    case RunStatus::Stage::Stopping:
        return State::Running;
    case RunStatus::Stage::Unknown:
        return State::NoData;
    case RunStatus::Stage::Ended:
        break;
    }
    return status.verified.value_or(true) ? stateOfOutcome(status.outcome) : State::Different;
}

QString stageSentence(const RunStatus& status)
{
    switch (status.stage) {
    case RunStatus::Stage::Never:
        return Words::tr("not run since the console started");
    case RunStatus::Stage::Starting:
        return Words::tr("starting");
    case RunStatus::Stage::Running:
        return Words::tr("running for %1").arg(humanDuration(status.seconds));
    case RunStatus::Stage::Stopping:
        return Words::tr("stopping");
    case RunStatus::Stage::Unknown:
        return Words::tr("the agent ended while it ran; the ledger knows how far it came");
    case RunStatus::Stage::Ended:
        break;
    }
    return endedSentence(status);
}

QString lastRunSentence(const RunStatus& status)
{
    return Words::tr("last run %1, %2")
        .arg(status.startedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s), endedSentence(status));
}

QString windowSentence(const RunStatus& status)
{
    if (!status.hasWindow)
        return {};
    if (status.lo.isEmpty())
        return Words::tr("window up to %1").arg(status.hi);
    return Words::tr("window %1 to %2").arg(status.lo, status.hi);
}

QString progressSentence(const RunStatus& status)
{
    if (status.stage == RunStatus::Stage::Never)
        return Words::tr("Run it to see rows flow");
    if (status.stage == RunStatus::Stage::Ended) {
        const QString read = humanCount(static_cast<double>(status.rows.read));
        return status.isWell() ? Words::tr("%1 rows read, every one accounted for").arg(read)
                               : Words::tr("%1 rows read, nothing of this window was applied").arg(read);
    }
    if (status.phase == u"read")
        return readSentence(status);
    if (status.phase == u"apply")
        return Words::tr("%1 rows staged, applying them in one transaction")
            .arg(humanCount(static_cast<double>(status.staged - status.rowsBefore)));
    if (status.phase == u"swap")
        return Words::tr("building indexes and swapping tables");
    if (status.phase == u"verify")
        return Words::tr("comparing source and target");
    if (status.phase == u"window")
        return Words::tr("asking the source how far the window may reach");
    return status.phase == u"own" ? Words::tr("taking ownership of the job") : Words::tr("preparing");
}

namespace {

QString originSentence(const KnownRun& run)
{
    if (run.origin == KnownRun::Origin::History)
        return run.trigger.isEmpty() ? Words::tr("started in an earlier session of the agent")
                                     : Words::tr("started in an earlier session of the agent, by %1").arg(run.trigger);
    return run.owner.isEmpty()
               ? Words::tr("started elsewhere")
               : Words::tr("started elsewhere: by %1 on %2, epoch %3").arg(run.owner, run.host).arg(run.epoch);
}

QString countersSentence(const KnownRun& run)
{
    return Words::tr("%1 rows read: %2 inserted, %3 unchanged, %4 deleted, %5 superseded, %6 quarantined")
        .arg(groupedCount(run.rows.read), groupedCount(run.rows.inserted), groupedCount(run.rows.unchanged),
             groupedCount(run.rows.deleted), groupedCount(run.rows.superseded), groupedCount(run.rows.quarantined));
}

} // namespace

QList<LogModel::Remark> factsOf(const KnownRun& run)
{
    QDateTime end = run.endedAt;
    if (!end.isValid())
        end = run.startedAt.addMSecs(static_cast<qint64>(std::max(0.0, run.seconds) * 1000));
    QList<LogModel::Remark> facts{{run.startedAt, LogSeverity::Info, originSentence(run)}};
    if (!run.heldBy.isEmpty())
        facts << LogModel::Remark{run.startedAt, LogSeverity::Warning,
                                  Words::tr("the window was held back: %1").arg(run.heldBy)};
    if (!run.hi.isEmpty())
        facts << LogModel::Remark{end, LogSeverity::Info,
                                  run.lo.isEmpty() ? Words::tr("window up to %1").arg(run.hi)
                                                   : Words::tr("window %1 to %2").arg(run.lo, run.hi)};
    facts << LogModel::Remark{end, LogSeverity::Info, countersSentence(run)};
    if (!run.error.isEmpty())
        facts << LogModel::Remark{end, LogSeverity::Error, run.error};
    facts << LogModel::Remark{
        end, LogSeverity::Info,
        run.origin == KnownRun::Origin::Ledger
            ? Words::tr("its log stayed where it was started; this is what the target's ledger keeps of it")
            : Words::tr("its log went with the agent of that session; this is what the history keeps of it")};
    return facts;
}

} // namespace tidegate
