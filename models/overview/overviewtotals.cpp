// SPDX-License-Identifier: Apache-2.0
#include "models/overview/overviewtotals.h"

#include <algorithm>

namespace tidegate {

namespace {

constexpr qint64 day = 24 * 3600;

void count(OverviewTotals& totals, Standing standing)
{
    ++totals.jobs;
    totals.worst = std::min(totals.worst, standing);
    totals.needing += needsPerson(standing) ? 1 : 0;
    totals.running += standing == Standing::Running ? 1 : 0;
    totals.good += standing == Standing::Good || standing == Standing::Running ? 1 : 0;
    totals.unrun += standing == Standing::Unrun ? 1 : 0;
}

void addUsual(OverviewTotals& totals, const JobOverview& job)
{
    if (!job.usualLow || !job.usualHigh)
        return;
    totals.usualLow = totals.usualLow.value_or(0) + *job.usualLow;
    totals.usualHigh = totals.usualHigh.value_or(0) + *job.usualHigh;
}

void addDelay(OverviewTotals& totals, const JobOverview& job, Standing standing)
{
    if (!job.delaySeconds || job.delaySeconds <= totals.largestDelay)
        return;
    totals.largestDelay = job.delaySeconds;
    totals.slowest = job.job;
    totals.slowestIsLate = standing == Standing::Late || standing == Standing::Failed;
}

void addProof(OverviewTotals& totals, const std::optional<OverviewProof>& proof, const QDateTime& now, bool& sameLevel)
{
    ProofCounts& counts = totals.proofs;
    if (!proof) {
        ++counts.never;
        return;
    }
    if (counts.level.isEmpty())
        counts.level = proof->level;
    sameLevel = sameLevel && counts.level == proof->level;
    if (proof->result == OverviewProof::Result::NotComparable) {
        ++counts.notComparable;
        return;
    }
    if (!totals.oldestProof.isValid() || proof->at < totals.oldestProof)
        totals.oldestProof = proof->at;
    if (proof->result == OverviewProof::Result::Different)
        ++counts.different;
    else if (proof->at.secsTo(now) >= day)
        ++counts.old;
    else
        ++counts.fresh;
}

} // namespace

OverviewTotals totalsOf(const OverviewSnapshot& snapshot, const QSet<QString>& running, const QDateTime& now)
{
    OverviewTotals totals;
    bool sameLevel = true;
    for (const JobOverview& job : snapshot.jobs) {
        const Standing standing = standingOf(job, running.contains(job.job));
        count(totals, standing);
        totals.rows24h += job.rows24h;
        totals.quarantined += job.quarantined;
        addUsual(totals, job);
        addDelay(totals, job, standing);
        addProof(totals, job.proof, now, sameLevel);
    }
    if (!sameLevel)
        totals.proofs.level.clear();
    return totals;
}

} // namespace tidegate
