// SPDX-License-Identifier: GPL-3.0-or-later
// What OverviewPage says in each of its states: waiting, live, stale, in trouble, empty.
#include "models/monitor/humanize.h"
#include "models/overview/overviewwords.h"
#include "models/qtconvert.h"
#include "widgets/chart/statrow.h"
#include "widgets/components/banner.h"
#include "widgets/components/emptystate.h"
#include "widgets/overview/answerheader.h"
#include "widgets/overview/attentionview.h"
#include "widgets/overview/overviewlook.h"
#include "widgets/overview/overviewpage.h"
#include "widgets/overview/overviewside.h"
#include "widgets/overview/overviewtable.h"

#include <QPushButton>
#include <QScrollArea>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int agesEvery = 10; ///< seconds

PageBadge badgeOf(const OverviewTotals& totals)
{
    if (totals.needing == 0)
        return {};
    return {stateOf(totals.worst), {}, answerText(totals)};
}

QString usualText(const OverviewTotals& totals)
{
    if (!totals.usualLow || !totals.usualHigh)
        return {};
    QString low = humanCount(static_cast<double>(*totals.usualLow));
    const QString high = humanCount(static_cast<double>(*totals.usualHigh));
    if (const QString unit = high.section(u' ', 1); !unit.isEmpty() && low.section(u' ', 1) == unit)
        low = low.section(u' ', 0, 0); // "69.5–76.9 M"
    return OverviewPage::tr("usual %1–%2").arg(low, high);
}

} // namespace

void OverviewPage::onFeed()
{
    show(QDateTime::currentDateTimeUtc());
}

void OverviewPage::show(const QDateTime& now)
{
    const OverviewSnapshot& snapshot = m_feed->snapshot();
    const bool known = m_feed->phase() != OverviewFeed::Phase::Nothing;
    const bool empty = m_pool->pool() && m_pool->pool()->jobs.empty();
    const bool jobs = !empty && !snapshot.jobs.empty();
    const OverviewTotals totals = totalsOf(snapshot, m_feed->running(), now);
    m_jobs.setKnown(known);
    m_jobs.setMoment(now, m_feed->phase() == OverviewFeed::Phase::Stale);
    m_jobs.setSnapshot(snapshot, m_feed->running());
    m_needs.setMoment(now);
    m_needs.setSnapshot(snapshot, m_feed->running());
    m_side->setSnapshot(snapshot, totals, now, known);
    m_empty->setVisible(empty);
    m_header->setVisible(!empty);
    m_stats->setVisible(jobs);
    m_table->setVisible(jobs);
    m_side->setVisible(jobs);
    m_sideArea->setVisible(jobs && m_sideArea->widget() == m_side);
    showAnswer(totals, now);
    showStats(totals, now);
    showTrouble(now);
    showAge();
    if (known || empty || m_feed->error()) {
        m_patience.stop();
        m_waited = false;
    } else if (!m_waited && !m_patience.isActive()) {
        m_patience.start();
    }
    const PageBadge badge = known || totals.needing > 0 ? badgeOf(totals) : PageBadge();
    if (badge.state != m_badge.state || badge.description != m_badge.description) {
        m_badge = badge;
        Q_EMIT badgeChanged();
    }
}

void OverviewPage::showAnswer(const OverviewTotals& totals, const QDateTime& now)
{
    const OverviewSnapshot& snapshot = m_feed->snapshot();
    switch (m_feed->phase()) {
    case OverviewFeed::Phase::Nothing:
        if (m_feed->error())
            return m_header->setAnswer(tr("Not known"),
                                       tr("Nobody answered, and nothing was kept of an earlier time."));
        return m_header->setAnswer({}, m_waited ? waitText() : QString());
    case OverviewFeed::Phase::Stale:
        return m_header->setAnswer(tr("%1?", "an answer that is not sure any more").arg(answerText(totals)),
                                   scopeText(totals, snapshot, now));
    case OverviewFeed::Phase::Cached:
    case OverviewFeed::Phase::Live:
        return m_header->setAnswer(answerText(totals), scopeText(totals, snapshot, now));
    }
}

void OverviewPage::showStats(const OverviewTotals& totals, const QDateTime& now)
{
    const bool stale = m_feed->phase() == OverviewFeed::Phase::Stale;
    if (m_feed->phase() == OverviewFeed::Phase::Nothing) {
        for (const QString& id : {u"running"_s, u"rows"_s, u"delay"_s, u"verified"_s, u"quarantined"_s})
            m_stats->setStat(id, u"–"_s);
        return;
    }
    const auto show = [this, stale](const QString& id, const QString& value, const QString& unit,
                                    std::optional<State> state = {}) {
        m_stats->setStat(id, stale ? tr("%1?", "a number that is not sure any more").arg(value) : value, unit, state);
    };
    show(u"running"_s, groupedCount(totals.running), tr("of %1").arg(groupedCount(totals.jobs)));
    show(u"rows"_s, humanCount(static_cast<double>(totals.rows24h)), usualText(totals));
    if (totals.largestDelay)
        show(u"delay"_s, ageText(static_cast<qint64>(*totals.largestDelay)), {},
             totals.slowestIsLate ? std::optional(State::Late) : std::nullopt);
    else
        show(u"delay"_s, u"–"_s, {});
    const ProofCounts& proofs = totals.proofs;
    show(u"verified"_s, tr("%1 / %2").arg(groupedCount(proofs.fresh + proofs.old), groupedCount(totals.jobs)),
         totals.oldestProof.isValid() ? tr("oldest %1").arg(ageText(totals.oldestProof.secsTo(now))) : QString(),
         proofs.different > 0 ? std::optional(State::Different) : std::nullopt);
    show(u"quarantined"_s, rowsText(totals.quarantined), tr("rows"));
}

void OverviewPage::showTrouble(const QDateTime& now)
{
    const auto error = m_feed->error();
    if (!error || m_empty->isVisibleTo(this))
        return m_trouble->clear();
    // An agent that is gone is asked again by itself once it is back.
    const bool gone = error->code == ErrorCode::ConnectionLost;
    m_again->setVisible(!gone);
    if (m_feed->phase() == OverviewFeed::Phase::Stale)
        return m_trouble->showMessage(
            State::Stale,
            tr("Shown as of %1. What happened since is not known.").arg(momentText(m_feed->snapshot().asOf, now)),
            gone ? tr("The agent does not answer. It is started again by itself.")
                 : tr("%1 %2", "what happened, what to do").arg(toQt(error->message), toQt(error->hint)).trimmed());
    m_trouble->showMessage(
        gone ? State::Stale : State::Failed,
        gone ? tr("The agent does not answer, so nothing is known of the last 24 hours.") : toQt(error->message),
        gone ? tr("It is started again by itself. Jobs can be edited meanwhile.") : toQt(error->hint));
}

void OverviewPage::showAge()
{
    const OverviewSnapshot& snapshot = m_feed->snapshot();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    switch (m_feed->phase()) {
    case OverviewFeed::Phase::Nothing:
        return m_header->setAge({});
    case OverviewFeed::Phase::Cached:
        return m_header->setAge(tr("as of %1, asking now").arg(momentText(snapshot.asOf, now)));
    case OverviewFeed::Phase::Live:
        return m_header->setAge(tr("as of %1 ago").arg(ageText(snapshot.asOf.secsTo(now))));
    case OverviewFeed::Phase::Stale:
        return m_header->setAge(tr("as of %1").arg(momentText(snapshot.asOf, now)));
    }
}

QString OverviewPage::waitText() const
{
    return m_pool->pool() ? tr("Asking the agent about the last 24 hours") : tr("Reading the pool");
}

void OverviewPage::onSecond()
{
    showAge();
    if (++m_seconds % agesEvery == 0)
        onFeed();
}

} // namespace tidegate
