// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/monitorheader.h"

#include "models/language.h"
#include "widgets/actionregistry.h"
#include "widgets/components/buttons.h"
#include "widgets/components/pageheader.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/monitor/runwords.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QMenu>
#include <QVBoxLayout>

#include <array>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr std::array<qint64, 4> spans{15 * minute, 60 * minute, 24 * 60 * minute, 7 * 24 * 60 * minute};

QStringList rangeIds()
{
    return {u"15m"_s, u"1h"_s, u"24h"_s, u"7d"_s};
}

} // namespace

MonitorHeader::MonitorHeader(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader(this)), m_jobs(new QComboBox(this)),
      m_frozen(makeButton(
          ButtonRole::Link, u"monitor.unfreeze"_s, [] { return tr("Frozen, go on"); }, this)),
      m_range(new SegmentSwitch(this)), m_more(makeIconButton(
                                            u"monitor.more"_s, u"more"_s, [] { return tr("Other ways to run"); }, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_header);
    m_jobs->setObjectName(u"monitor.job"_s);
    m_jobs->setFont(Theme::instance().mono(13, 600));
    m_jobs->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_jobs->setMinimumWidth(140);
    translated(this, [this] { m_jobs->setAccessibleName(tr("Job")); });
    m_header->addMark(m_jobs);
    m_frozen->hide();
    m_header->addTool(m_frozen);
    addRanges();
    connect(m_jobs, &QComboBox::textActivated, this, &MonitorHeader::jobChosen);
    connect(m_range, &SegmentSwitch::currentChanged, this, &MonitorHeader::rangeChosen);
    connect(m_frozen, &QPushButton::clicked, this, &MonitorHeader::freezeWanted);
}

void MonitorHeader::addRanges()
{
    m_range->setObjectName(u"monitor.range"_s);
    translated(this, [this] { m_range->setAccessibleName(tr("Range of the charts")); });
    m_range->addChoice(u"15m"_s, [] { return tr("15 m"); });
    m_range->addChoice(u"1h"_s, [] { return tr("1 h"); });
    m_range->addChoice(u"24h"_s, [] { return tr("24 h"); });
    m_range->addChoice(u"7d"_s, [] { return tr("7 d"); });
    m_range->setCurrent(u"15m"_s);
    m_header->addTool(m_range);
}

void MonitorHeader::registerActions(ActionRegistry& registry, QWidget* page)
{
    m_run = registry.add(page, {.id = u"monitor.run"_s,
                                .text = [] { return tr("Run"); },
                                .tip = [] { return tr("Run one window, or one load of a full job"); },
                                .shortcut = QKeySequence(u"Ctrl+R"_s),
                                .icon = u"run"_s,
                                .context = Qt::WidgetWithChildrenShortcut});
    m_stop = registry.add(page, {.id = u"monitor.stop"_s,
                                 .text = [] { return tr("Stop"); },
                                 .tip = [] { return tr("Stop the run; what is applied stays applied"); },
                                 .shortcut = QKeySequence(u"Ctrl+."_s),
                                 .icon = u"stop"_s,
                                 .context = Qt::WidgetWithChildrenShortcut});
    m_dryRun = registry.add(page, {.id = u"monitor.dryRun"_s,
                                   .text = [] { return tr("Dry run…"); },
                                   .tip = [] { return tr("Show what a run would do, and change nothing"); },
                                   .shortcut = QKeySequence(u"Ctrl+Shift+R"_s),
                                   .context = Qt::WidgetWithChildrenShortcut});
    QAction* freeze =
        registry.add(page, {.id = u"monitor.freeze"_s,
                            .text = [] { return tr("Freeze the charts"); },
                            .tip = [] { return tr("Let the charts stand still, or go on; also Space"); }});
    connect(m_run, &QAction::triggered, this, [this] { Q_EMIT runWanted(RunWay::Plain); });
    connect(m_dryRun, &QAction::triggered, this, [this] { Q_EMIT runWanted(RunWay::DryRun); });
    connect(m_stop, &QAction::triggered, this, &MonitorHeader::stopWanted);
    connect(freeze, &QAction::triggered, this, &MonitorHeader::freezeWanted);
    auto* menu = new QMenu(m_more);
    menu->addAction(m_dryRun);
    addWay(
        registry, page, menu, RunWay::Again, u"again"_s, [] { return tr("Run the last window again…"); },
        [] { return tr("Read the last window once more"); });
    addWay(
        registry, page, menu, RunWay::AcceptChange, u"acceptChange"_s, [] { return tr("Run and accept the change…"); },
        [] { return tr("Go on after the job or its target was changed"); });
    addWay(
        registry, page, menu, RunWay::TakeOver, u"takeOver"_s, [] { return tr("Run and take over…"); },
        [] { return tr("End the present owner's work and become the owner"); });
    addWay(
        registry, page, menu, RunWay::Reload, u"reload"_s, [] { return tr("Reload the whole table…"); },
        [] { return tr("Load everything beside the table, then swap"); });
    m_more->setMenu(menu);
    m_header->addTool(m_more);
    m_header->addTool(makeActionButton(ButtonRole::Plain, m_stop, this));
    m_header->addTool(makeActionButton(ButtonRole::Primary, m_run, this));
}

void MonitorHeader::addWay(ActionRegistry& registry, QWidget* page, QMenu* menu, RunWay way, const QString& id,
                           const Phrase& text, const Phrase& tip)
{
    QAction* action = registry.add(page, {.id = u"monitor."_s + id, .text = text, .tip = tip});
    connect(action, &QAction::triggered, this, [this, way] { Q_EMIT runWanted(way); });
    menu->addAction(action);
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

void MonitorHeader::setFrozen(bool frozen)
{
    m_frozen->setVisible(frozen);
}

void MonitorHeader::chooseRange(int number)
{
    m_range->setCurrent(rangeIds().value(number - 1));
}

qint64 MonitorHeader::rangeMilliseconds() const
{
    const auto number = rangeIds().indexOf(m_range->current());
    return spans.at(static_cast<std::size_t>(std::max<qsizetype>(number, 0)));
}

void MonitorHeader::showRun(const RunStatus& status, bool before)
{
    const bool hasJob = !job().isEmpty();
    m_header->setTitle(hasJob ? Phrase() : Phrase([] { return tr("Monitor"); }));
    m_header->setState(hasJob ? std::optional(stateOf(status)) : std::nullopt);
    m_header->setScope(!hasJob ? QString() : before ? lastRunSentence(status) : stageSentence(status));
    m_header->setNote(windowSentence(status));
    m_jobs->setVisible(hasJob);
    m_range->setVisible(hasJob);
    if (!m_run)
        return;
    m_run->setEnabled(hasJob && !status.isActive());
    m_dryRun->setEnabled(m_run->isEnabled());
    m_stop->setEnabled(status.isActive() && status.stage != RunStatus::Stage::Stopping);
    m_more->setEnabled(m_run->isEnabled());
}

} // namespace tidegate
