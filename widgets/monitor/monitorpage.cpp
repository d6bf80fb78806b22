// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/monitorpage.h"

#include "models/language.h"
#include "models/monitor/eta.h"
#include "widgets/chart/timeaxis.h"
#include "widgets/components/emptystate.h"
#include "widgets/monitor/bottleneckbar.h"
#include "widgets/log/logview.h"
#include "widgets/monitor/logdock.h"
#include "widgets/monitor/monitorbody.h"
#include "widgets/monitor/monitorcharts.h"
#include "widgets/monitor/monitorheader.h"
#include "widgets/monitor/runlistview.h"
#include "widgets/monitor/runsummary.h"
#include "widgets/monitor/runwords.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <chrono>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Below this width the right column goes under the charts.
constexpr int twoColumns = 1000;
constexpr int openLog = 160;
constexpr int secondsBetweenClocks = 60;

} // namespace

MonitorPage::MonitorPage(const MonitorModels& models, QWidget* parent)
    : Page(
          u"monitor"_s, [] { return tr("Monitor"); }, u"monitor"_s, parent),
      m_models(models), m_feed(models.metrics, models.clocks, models.agent), m_pastRuns(models.agent, &m_runList),
      m_header(new MonitorHeader(this)), m_empty(new EmptyState(u"monitor.empty"_s, this)),
      m_body(new MonitorBody(&m_feed, &m_runList, this)), m_log(new LogDock(models.log, this)),
      m_desk(models.runs, models.agent, m_body->banner(), this)
{
    layOut();
    connectHeader();
    connectModels();
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &MonitorPage::onSecond);
    m_second.start();
    setJobs({}, {}, {});
}

void MonitorPage::layOut()
{
    m_empty->setContent([] { return tr("No jobs in this pool"); },
                        [] { return tr("A job is a file in customers/NAME/jobs. Make one on the page Jobs."); },
                        [] { return tr("Go to Jobs"); });
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"monitor.splitter"_s);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_body);
    splitter->addWidget(m_log);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({560, openLog});
    connect(m_log, &LogDock::foldedChanged, splitter, [this, splitter](bool folded) {
        const int lower = folded ? m_log->minimumSizeHint().height() : openLog;
        splitter->setSizes({std::max(splitter->height() - lower, lower), lower});
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_empty);
    column->addWidget(splitter, 1);
}

void MonitorPage::connectHeader()
{
    connect(m_header, &MonitorHeader::jobChosen, this, &MonitorPage::show);
    connect(m_header, &MonitorHeader::rangeChosen, this, [this] { m_feed.setSpan(m_header->rangeMilliseconds()); });
    connect(m_header, &MonitorHeader::freezeWanted, this,
            [this] { m_body->charts()->setFrozen(!m_body->charts()->isFrozen()); });
    connect(m_body->charts(), &MonitorCharts::frozenChanged, m_header, &MonitorHeader::setFrozen);
    connect(m_header, &MonitorHeader::stopWanted, this, [this] { m_models.runs->stop(m_job); });
    connect(m_header, &MonitorHeader::runWanted, &m_desk, &RunDesk::want);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(u"jobs"_s, {}); });
}

void MonitorPage::connectModels()
{
    connect(m_models.runs, &RunController::changed, this, &MonitorPage::onRunChanged);
    connect(m_models.runs, &RunController::ended, this, &MonitorPage::onRunEnded);
    connect(m_models.metrics, &MetricsFeed::sampled, this, [this](const QString& name) {
        if (name == m_job)
            showMoment();
    });
    connect(m_models.clocks, &SourceClocks::changed, this, &MonitorPage::showDelay);
    connect(m_models.agent, &AgentClient::stateChanged, this, [this](AgentClient::State state) {
        if (state != AgentClient::State::Ready)
            return;
        m_pastRuns.ask();
        m_models.clocks->ask(m_job);
    });
    const auto showRuns = [this] {
        m_body->charts()->setRuns(m_runList.runs());
        if (m_models.runs->status(m_job).stage == RunStatus::Stage::Never)
            showRun();
    };
    connect(&m_runList, &QAbstractItemModel::rowsInserted, this, showRuns);
    connect(&m_runList, &QAbstractItemModel::rowsRemoved, this, showRuns);
    connect(&m_runList, &QAbstractItemModel::modelReset, this, showRuns);
    connect(&m_runList, &QAbstractItemModel::dataChanged, this, showRuns);
    connect(m_body->runs()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& row) {
                if (row.isValid())
                    m_log->showRun(m_runList.runs().at(row.row()));
            });
    connect(m_log, &LogDock::allRunsWanted, m_body->runs(), [this] { m_body->runs()->selectionModel()->clear(); });
    connect(&Language::instance(), &Language::changed, this, &MonitorPage::showRun);
}

void MonitorPage::registerActions(ActionRegistry& registry)
{
    m_header->registerActions(registry, this);
    showRun();
}

PageBadge MonitorPage::badge() const
{
    const int active = m_models.runs->activeCount();
    if (active == 0)
        return {};
    return {State::Running, QString::number(active), tr("%n running", nullptr, active)};
}

QWidget* MonitorPage::initialFocus() const
{
    return m_job.isEmpty() ? static_cast<QWidget*>(m_empty->button()) : m_header->selector();
}

void MonitorPage::setJobs(const QStringList& jobs, const QString& pool, const QString& environment)
{
    const bool moved = m_pool != pool || m_environment != environment;
    m_pool = pool;
    m_environment = environment;
    m_feed.setPlace(pool, environment);
    m_header->setJobs(jobs);
    m_empty->setVisible(jobs.isEmpty());
    m_body->setVisible(!jobs.isEmpty());
    m_log->setVisible(!jobs.isEmpty());
    if (moved || !jobs.contains(m_job))
        show(jobs.contains(m_job) ? m_job : jobs.value(0));
    else
        m_header->setJob(m_job);
    showRun();
}

void MonitorPage::open(const QString& what)
{
    if (!what.isEmpty())
        show(what);
}

void MonitorPage::showLog()
{
    m_log->view()->setFocus(Qt::OtherFocusReason);
}

void MonitorPage::show(const QString& job)
{
    m_job = job;
    m_header->setJob(job);
    m_log->setJob(job);
    m_desk.setJob(m_pool, m_environment, job);
    m_pastRuns.setJob(m_pool, m_environment, job);
    m_body->charts()->setFrozen(false);
    m_feed.setJob(job);
    m_runList.clear();
    m_runList.take(m_models.runs->status(job));
    m_sinceProgress.invalidate();
    showRun();
    m_pastRuns.ask();
    m_models.clocks->ask(job);
}

void MonitorPage::onRunChanged(const QString& job)
{
    Q_EMIT badgeChanged();
    if (job != m_job)
        return;
    m_sinceProgress.start();
    m_runList.take(m_models.runs->status(job));
    showRun();
}

void MonitorPage::onRunEnded(const QString& job)
{
    const RunStatus status = m_models.runs->status(job);
    m_models.clocks->ask(job);
    if (job == m_job)
        m_pastRuns.ask();
    else if (status.isWell())
        Q_EMIT toastWanted(tr("%1 ended").arg(job), stageSentence(status));
}

void MonitorPage::onSecond()
{
    m_feed.tick(QDateTime::currentMSecsSinceEpoch());
    if (!isVisible())
        return;
    if (++m_sinceClock >= secondsBetweenClocks) {
        m_sinceClock = 0;
        m_models.clocks->ask(m_job);
    }
    showMoment();
}

/// What is another with every second.
void MonitorPage::showMoment()
{
    if (!isVisible())
        return;
    const RunStatus status = m_models.runs->status(m_job);
    m_body->charts()->advance();
    m_body->bottleneck()->setShares(m_models.metrics->waits(m_job), status.isActive());
    showDelay();
    m_body->summary()->showEta(estimateEnd(status, m_models.metrics->series(m_job)->rowsRead, m_runList.runs()));
    const bool known = status.isActive() && m_sinceProgress.isValid();
    m_body->summary()->showAge(known ? std::optional(static_cast<double>(m_sinceProgress.elapsed()) / 1000)
                                     : std::nullopt);
}

void MonitorPage::showDelay()
{
    const auto facts = m_models.clocks->facts(m_job);
    const auto delay = m_models.clocks->delayAt(m_job, QDateTime::currentMSecsSinceEpoch());
    m_body->summary()->showDelay({delay, m_models.clocks->gained(m_job), facts ? facts->hi : QString()});
}

void MonitorPage::showRun()
{
    RunStatus status = m_models.runs->status(m_job);
    // Before the first run of a session the last one of all is what there is to look at.
    const auto& known = m_runList.runs();
    const bool before = status.stage == RunStatus::Stage::Never && !known.isEmpty() &&
                        known.first().outcome != u"running" && known.first().outcome != u"unknown";
    if (before)
        status = statusOf(known.first());
    m_header->showRun(status, before);
    m_body->summary()->showRun(status, m_models.metrics->series(m_job));
    m_body->charts()->setLive(status.isActive());
    m_desk.showBanner(status);
    showMoment();
}

void MonitorPage::keyPressEvent(QKeyEvent* event)
{
    MonitorCharts* charts = m_body->charts();
    const int key = event->key();
    if (m_job.isEmpty() || (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != 0)
        return Page::keyPressEvent(event);
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        charts->moveCursor(key == Qt::Key_Left ? -1 : 1);
    else if (key >= Qt::Key_1 && key <= Qt::Key_4)
        m_header->chooseRange(key - Qt::Key_0);
    else if (key == Qt::Key_Space)
        charts->setFrozen(!charts->isFrozen());
    else if (key == Qt::Key_Escape && charts->axis()->cursor())
        charts->axis()->setCursor({});
    else
        Page::keyPressEvent(event);
}

void MonitorPage::resizeEvent(QResizeEvent* event)
{
    const bool narrow = event->size().width() < twoColumns;
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    m_body->setNarrow(narrow);
    m_log->setFolded(narrow);
}

void MonitorPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    showMoment();
}

} // namespace tidegate
