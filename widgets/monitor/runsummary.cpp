// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/runsummary.h"

#include "models/monitor/humanize.h"
#include "models/monitor/metricsfeed.h"
#include "widgets/chart/partsbar.h"
#include "widgets/chart/statrow.h"
#include "widgets/components/textlabel.h"
#include "widgets/monitor/runwords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tidegate {

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
    const QString rows = u"99.9 M"_s;
    m_stats->addStat(u"read"_s, tr("Read"), rows, tr("rows"));
    m_stats->addStat(u"inserted"_s, tr("Inserted"), rows, tr("rows"));
    m_stats->addStat(u"unchanged"_s, tr("Unchanged"), rows);
    m_stats->addStat(u"superseded"_s, tr("Superseded"), rows);
    m_stats->addStat(u"quarantined"_s, tr("Quarantined"), rows);
    m_stats->addStat(u"rate"_s, tr("Rate"), rows, tr("rows/s, 999 MB/s"));
    m_stats->addStat(u"elapsed"_s, tr("Elapsed"), tr("99 min 59 s"));
}

void RunSummaryView::showRun(const RunStatus& status, const MetricsSeries* series)
{
    const auto fraction = status.fraction();
    const bool never = status.stage == RunStatus::Stage::Never;
    const bool stopped = !never && !status.isActive() && !status.isWell();
    m_percent->setText(fraction && !stopped ? tr("%1 %").arg(static_cast<int>(*fraction * 100)) : QString());
    m_percent->setVisible(!m_percent->text().isEmpty());
    m_sentence->setText(progressSentence(status));
    m_bar->setStopped(stopped);
    m_bar->setParts({never ? 0.0 : fraction.value_or(status.isActive() ? -1.0 : 0.0)});
    showNumbers(status);
    showRates(status, series);
}

void RunSummaryView::showNumbers(const RunStatus& status)
{
    if (status.stage == RunStatus::Stage::Never) {
        for (const QString& id :
             {u"read"_s, u"inserted"_s, u"unchanged"_s, u"superseded"_s, u"quarantined"_s, u"elapsed"_s})
            m_stats->setStat(id, u"–"_s);
        return;
    }
    const auto count = [](qint64 rows) { return humanCount(static_cast<double>(rows)); };
    m_stats->setStat(u"read"_s, count(status.rows.read), tr("rows"));
    m_stats->setStat(u"inserted"_s, count(status.rows.inserted), tr("rows"));
    m_stats->setStat(u"unchanged"_s, count(status.rows.unchanged));
    m_stats->setStat(u"superseded"_s, count(status.rows.superseded));
    m_stats->setStat(u"quarantined"_s, count(status.rows.quarantined), {},
                     status.rows.quarantined > 0 ? std::optional(State::Late) : std::nullopt);
    m_stats->setStat(u"elapsed"_s, humanDuration(status.seconds));
}

void RunSummaryView::showRates(const RunStatus& status, const MetricsSeries* series)
{
    const auto rate = [&](double rows, double megabytes) {
        m_stats->setStat(u"rate"_s, humanCount(rows),
                         tr("rows/s, %1 MB/s").arg(megabytes, 0, 'f', megabytes < 100 ? 1 : 0));
    };
    if (status.isActive() && series && series->rowsRead.last())
        return rate(series->rowsRead.last()->value, series->megabytes.last()->value);
    if (status.stage == RunStatus::Stage::Ended && status.seconds > 0 && status.rows.read > 0)
        return rate(static_cast<double>(status.rows.read) / status.seconds,
                    static_cast<double>(status.bytes) / 1e6 / status.seconds);
    m_stats->setStat(u"rate"_s, u"–"_s);
}

void RunSummaryView::showAge(std::optional<double> seconds)
{
    m_age->setText(seconds ? tr("last progress %1 ago").arg(humanDuration(*seconds)) : QString());
}

} // namespace tidegate
