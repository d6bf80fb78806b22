// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/jobneed.h"

namespace tidegate {

/// Verified jobs by what the last verification said.
struct ProofCounts
{
    int different = 0;
    int fresh = 0; ///< equal, younger than a day
    int old = 0;   ///< equal, a day or older
    int notComparable = 0;
    int never = 0;
    QString level; ///< of all; empty where they differ

    [[nodiscard]] int all() const { return different + fresh + old + notComparable + never; }
};

/// The numbers above the table.
struct OverviewTotals
{
    int jobs = 0;
    int needing = 0;
    int running = 0;
    int good = 0;  ///< ran as planned, running ones included
    int unrun = 0; ///< nothing known
    Standing worst = Standing::Unrun;
    qint64 rows24h = 0;
    std::optional<qint64> usualLow; ///< absent: not known of a single job
    std::optional<qint64> usualHigh;
    std::optional<double> largestDelay;
    QString slowest; ///< whose delay that is
    bool slowestIsLate = false;
    ProofCounts proofs;
    QDateTime oldestProof;
    qint64 quarantined = 0;
};

OverviewTotals totalsOf(const OverviewSnapshot& snapshot, const QSet<QString>& running, const QDateTime& now);

} // namespace tidegate
