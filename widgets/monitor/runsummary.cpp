// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/runsummary.h"

#include "models/language.h"
#include "models/monitor/eta.h"
#include "models/monitor/humanize.h"
#include "models/monitor/metricsfeed.h"
#include "widgets/chart/partsbar.h"
#include "widgets/chart/statrow.h"
#include "widgets/components/textlabel.h"
#include "widgets/monitor/runwords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace tidegate {

namespace {
/// Seconds by which a delay must have changed to be called falling or growing.
constexpr double noticeableTrend = 2;
} // namespace

using namespace Qt::Literals::StringLiterals;

RunSummaryView::RunSummaryView(QWidget* parent)
    : QWidget(parent), m_percent(new TextLabel({18, 600, Token::Text}, this)),
      m_sentence(new TextLabel(TextLabel::field, this)), m_age(new TextLabel(TextLabel::age, this)),
      m_bar(new PartsBar(u"monitor.progress"_s, this)), m_stats(new StatRow(u"monitor.stats"_s, this))
{
    setObjectName(u"monitor.summary"_s);
    auto* line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(m_percent);
    line->addWidget(m_sentence, 1);
    line->addWidget(m_age);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(line);
    column->addWidget(m_bar);
    column->addSpacing(6);
    column->addWidget(m_stats);
    addStats();
}

void RunSummaryView::addStats()
{
    const QString rows = u"99.9 M"_s;
    m_stats->addStat(
        u"read"_s, [] { return tr("Read"); }, rows, u"99.9 GB"_s);
    m_stats->addStat(
        u"staged"_s, [] { return tr("Staged"); }, rows);
    m_stats->addStat(
        u"inserted"_s, [] { return tr("Inserted"); }, rows);
    m_stats->addStat(
        u"unchanged"_s, [] { return tr("Unchanged"); }, rows);
    m_stats->addStat(
        u"deleted"_s, [] { return tr("Deleted"); }, rows);
    m_stats->addStat(
        u"superseded"_s, [] { return tr("Superseded"); }, rows);
    m_stats->addStat(
        u"quarantined"_s, [] { return tr("Quarantined"); }, rows);
    m_stats->addStat(
        u"delay"_s, [] { return tr("Delay"); }, humanDuration(23 * 60 + 59), tr("▼ falling"));
    m_stats->addStat(
        u"rate"_s, [] { return tr("Rate"); }, u"999 k"_s, tr("rows/s, %1 MB/s").arg(u"99.9"_s));
    m_stats->addStat(
        u"eta"_s, [] { return tr("Done in"); }, durationRange(600, 1200), tr("from %1 s, %n runs", nullptr, 9).arg(60));
    m_stats->setHint(u"staged"_s, [] {
        return tr("Rows that the target has taken beside the table. They are in the table, and count as inserted, only"
                  " with the commit at the end of a window");
    });
    m_stats->setHint(u"unchanged"_s, [] { return tr("Rows that the target had already, with the same values"); });
    m_stats->setHint(u"superseded"_s,
                     [] { return tr("Older versions of a key that the same read had newer ones of"); });
}

void RunSummaryView::showRun(const RunStatus& status, const MetricsSeries* series)
{
    showParts(status);
    m_sentence->setText(progressSentence(status));
    showNumbers(status);
    showRates(status, series);
}

void RunSummaryView::showParts(const RunStatus& status)
{
    const auto fraction = status.fraction();
    const bool never = status.stage == RunStatus::Stage::Never;
    const bool stopped = !never && !status.isActive() && !status.isWell();
    const auto whole = status.wholeFraction();
    m_percent->setText(whole && !stopped ? tr("%1 %").arg(static_cast<int>(*whole * 100)) : QString());
    m_percent->setVisible(!m_percent->text().isEmpty());
    m_bar->setStopped(stopped);
    const double current = never ? 0.0 : fraction.value_or(status.isActive() ? -1.0 : 0.0);
    QList<double> parts;
    for (int window = 1; window <= std::max(1, status.windows); ++window)
        parts << (status.isWell() || window < status.window ? 1.0
                  : window == std::max(1, status.window)    ? current
                                                            : 0.0);
    m_bar->setParts(parts);
}

void RunSummaryView::showNumbers(const RunStatus& status)
{
    static const QStringList counters{u"read"_s,    u"staged"_s,     u"inserted"_s,    u"unchanged"_s,
                                      u"deleted"_s, u"superseded"_s, u"quarantined"_s, u"elapsed"_s};
    if (status.stage == RunStatus::Stage::Never) {
        for (const QString& id : counters)
            m_stats->setStat(id, u"–"_s);
        return;
    }
    const auto count = [](qint64 rows) { return humanCount(static_cast<double>(rows)); };
    m_stats->setStat(u"read"_s, count(status.rows.read),
                     status.bytes > 0 ? humanBytes(static_cast<double>(status.bytes)) : QString());
    m_stats->setStat(u"staged"_s, count(status.staged));
    m_stats->setStat(u"inserted"_s, count(status.rows.inserted));
    m_stats->setStat(u"unchanged"_s, count(status.rows.unchanged));
    m_stats->setStat(u"deleted"_s, count(status.rows.deleted));
    m_stats->setStat(u"superseded"_s, count(status.rows.superseded));
    m_stats->setStat(u"quarantined"_s, count(status.rows.quarantined), {},
                     status.rows.quarantined > 0 ? std::optional(State::Late) : std::nullopt);
}

void RunSummaryView::showRates(const RunStatus& status, const MetricsSeries* series)
{
    const auto rate = [&](double rows, double megabytes) {
        m_stats->setStat(u"rate"_s, humanCount(rows),
                         megabytes <= 0
                             ? tr("rows/s")
                             : tr("rows/s, %1 MB/s").arg(QString::number(megabytes, 'f', megabytes < 100 ? 1 : 0)));
    };
    if (status.isActive() && series && series->rowsRead.last())
        return rate(series->rowsRead.last()->value, series->megabytes.last()->value);
    if (status.stage == RunStatus::Stage::Ended && status.seconds > 0 && status.rows.read > 0)
        return rate(static_cast<double>(status.rows.read) / status.seconds,
                    static_cast<double>(status.bytes) / 1e6 / status.seconds);
    m_stats->setStat(u"rate"_s, u"–"_s);
}

void RunSummaryView::showDelay(const DelayFacts& delay)
{
    if (!delay.seconds)
        return m_stats->setStat(u"delay"_s, u"–"_s);
    const QString trend = delay.gained >= noticeableTrend    ? tr("▼ falling")
                          : delay.gained <= -noticeableTrend ? tr("▲ growing")
                                                             : QString();
    m_stats->setStat(u"delay"_s, humanDuration(*delay.seconds), trend);
    m_stats->setHint(u"delay"_s, [hi = delay.hi] {
        return tr("The source's clock less the end of the last applied window, %1").arg(hi);
    });
}

void RunSummaryView::showEta(const std::optional<Eta>& eta)
{
    if (!eta)
        return m_stats->setStat(u"eta"_s, u"–"_s);
    const QString basis = eta->runs > 0 ? tr("from %1 s, %n runs", nullptr, eta->runs).arg(eta->measuredSeconds)
                                        : tr("from %1 s").arg(eta->measuredSeconds);
    m_stats->setStat(u"eta"_s, durationRange(eta->lowSeconds, eta->highSeconds), basis);
}

void RunSummaryView::showAge(std::optional<double> seconds)
{
    m_age->setText(seconds ? tr("last progress %1 ago").arg(humanDuration(*seconds)) : QString());
}

} // namespace tidegate
