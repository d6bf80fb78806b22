// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/monitor/runstatus.h"

#include <nlohmann/json_fwd.hpp>

#include <QList>

namespace tidegate {

/// One run of a job as far as it is known: from this session, from the agent's history, or only from what the target's
/// ledger keeps of runs that somebody else started.
struct KnownRun
{
    enum class Origin { Session, History, Ledger };

    Origin origin = Origin::Session;
    qint64 run = 0;   ///< the agent's number in this session; 0: of an earlier one, or elsewhere
    qint64 epoch = 0; ///< of the ledger; 0: not known
    QString outcome;  ///< text of the protocol: applied, failed …; "running" while it runs
    QDateTime startedAt;
    QDateTime endedAt;
    double seconds = -1; ///< -1: unknown
    RowNumbers rows;
    qint64 bytes = -1; ///< -1: unknown
    QString lo;
    QString hi;
    QString heldBy;
    QString kind; ///< window, full, reload, again …; empty: not known
    int windows = 0;
    QString trigger; ///< by what it was started, as the history says
    QString owner;   ///< database user of a run known from the ledger
    QString host;
    QString error;
    QString hint; ///< what to do about the error

    friend bool operator==(const KnownRun&, const KnownRun&) = default;
};

KnownRun runFromStatus(const RunStatus& status);
/// A run that has ended, as if it had been seen.
RunStatus statusOf(const KnownRun& run);
/// `runs` of history.runs, newest first.
QList<KnownRun> runsFromHistory(const nlohmann::json& answer);
/// `rows` of ledger.read, newest first: the rows of one epoch are the windows of one run.
QList<KnownRun> runsFromLedger(const nlohmann::json& rows);
/// All of them newest first, each run once, from where it is known best.
QList<KnownRun> mergeRuns(const QList<KnownRun>& session, const QList<KnownRun>& history, const QList<KnownRun>& ledger,
                          qsizetype most);

} // namespace tidegate
