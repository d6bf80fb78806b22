// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/monitorheader.h"

#include "widgets/actionregistry.h"
#include "widgets/components/buttons.h"
#include "widgets/components/pageheader.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/monitor/runwords.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QMenu>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 minute = 60'000;
} // namespace

MonitorHeader::MonitorHeader(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader(this)), m_jobs(new QComboBox(this)), m_range(new SegmentSwitch(this)),
      m_more(makeIconButton(u"monitor.more"_s, u"more"_s, tr("Other ways to run"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_header);
    m_jobs->setObjectName(u"monitor.job"_s);
    m_jobs->setAccessibleName(tr("Job"));
    m_jobs->setFont(Theme::instance().mono(13, 600));
    m_jobs->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_jobs->setMinimumWidth(140);
    m_header->addMark(m_jobs);
    m_range->setObjectName(u"monitor.range"_s);
    m_range->setAccessibleName(tr("Range of the charts"));
    m_range->addChoice(u"1m"_s, tr("1 m"));
    m_range->addChoice(u"5m"_s, tr("5 m"));
    m_range->addChoice(u"15m"_s, tr("15 m"));
    m_range->addChoice(u"1h"_s, tr("1 h"));
    m_range->setCurrent(u"5m"_s);
    m_header->addTool(m_range);
    connect(m_jobs, &QComboBox::textActivated, this, &MonitorHeader::jobChosen);
    connect(m_range, &SegmentSwitch::currentChanged, this, &MonitorHeader::rangeChosen);
}

void MonitorHeader::registerActions(ActionRegistry& registry, QWidget* page)
{
    m_run = registry.add(page, {.id = u"monitor.run"_s,
                                .text = tr("Run"),
                                .tip = tr("Run one window, or one load of a full job"),
                                .shortcut = QKeySequence(u"Ctrl+R"_s),
                                .icon = u"run"_s,
                                .context = Qt::WidgetWithChildrenShortcut});
    m_stop = registry.add(page, {.id = u"monitor.stop"_s,
                                 .text = tr("Stop"),
                                 .tip = tr("Stop the run; what is applied stays applied"),
                                 .shortcut = QKeySequence(u"Ctrl+."_s),
                                 .icon = u"stop"_s,
                                 .context = Qt::WidgetWithChildrenShortcut});
    connect(m_run, &QAction::triggered, this, &MonitorHeader::runWanted);
    connect(m_stop, &QAction::triggered, this, &MonitorHeader::stopWanted);
    auto* menu = new QMenu(m_more);
    const auto way = [&](const QString& id, const QString& text, const QString& tip, void (MonitorHeader::*wanted)()) {
        QAction* action = registry.add(page, {.id = u"monitor."_s + id, .text = text, .tip = tip});
        connect(action, &QAction::triggered, this, wanted);
        menu->addAction(action);
    };
    way(u"dryRun"_s, tr("Dry run"), tr("Show what a run would do, and change nothing"), &MonitorHeader::dryRunWanted);
    way(u"again"_s, tr("Run the last window again"), tr("Read the last window once more"), &MonitorHeader::againWanted);
    way(u"acceptChange"_s, tr("Run and accept the change"), tr("Go on after the job or its target was changed"),
        &MonitorHeader::acceptChangeWanted);
    way(u"takeOver"_s, tr("Run and take over"), tr("End the present owner's work and become the owner"),
        &MonitorHeader::takeOverWanted);
    way(u"reload"_s, tr("Reload the whole table"), tr("Load everything beside the table, then swap"),
        &MonitorHeader::reloadWanted);
    m_more->setMenu(menu);
    m_header->addTool(m_more);
    m_header->addTool(makeActionButton(ButtonRole::Plain, m_stop, this));
    m_header->addTool(makeActionButton(ButtonRole::Primary, m_run, this));
}

void MonitorHeader::setJobs(const QStringList& jobs)
{
    const QString before = job();
    m_jobs->clear();
    m_jobs->addItems(jobs);
    setJob(before);
}

void MonitorHeader::setJob(const QString& job)
{
    if (const int row = m_jobs->findText(job); row >= 0)
        m_jobs->setCurrentIndex(row);
}

QString MonitorHeader::job() const
{
    return m_jobs->currentText();
}

QWidget* MonitorHeader::selector() const
{
    return m_jobs;
}

qint64 MonitorHeader::rangeMilliseconds() const
{
    const QString range = m_range->current();
    return range == u"1m" ? minute : range == u"15m" ? 15 * minute : range == u"1h" ? 60 * minute : 5 * minute;
}

void MonitorHeader::showRun(const RunStatus& status)
{
    const bool hasJob = !job().isEmpty();
    m_header->setTitle(hasJob ? QString() : tr("Monitor"));
    m_header->setState(hasJob ? std::optional(stateOf(status)) : std::nullopt);
    m_header->setScope(hasJob ? stageSentence(status) : QString());
    m_header->setNote(windowSentence(status));
    m_jobs->setVisible(hasJob);
    m_range->setVisible(hasJob);
    if (!m_run)
        return;
    m_run->setEnabled(hasJob && !status.isActive());
    m_stop->setEnabled(status.isActive() && status.stage != RunStatus::Stage::Stopping);
    m_more->setEnabled(hasJob && !status.isActive());
}

} // namespace tidegate
