// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/monitorpage.h"

#include "models/qtconvert.h"
#include "widgets/components/banner.h"
#include "widgets/components/emptystate.h"
#include "widgets/monitor/logdock.h"
#include "widgets/monitor/monitorcharts.h"
#include "widgets/monitor/monitorheader.h"
#include "widgets/monitor/runlistview.h"
#include "widgets/monitor/runsummary.h"
#include "widgets/monitor/runwords.h"
#include "widgets/monitor/waitbar.h"

#include <nlohmann/json.hpp>

#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <chrono>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int margin = 24;
/// Below this width the right column goes under the charts.
constexpr int twoColumns = 1000;
constexpr int sideWidth = 400;
constexpr int ledgerRows = 20;

} // namespace

MonitorPage::MonitorPage(const MonitorModels& models, QWidget* parent)
    : Page(
          u"monitor"_s, [] { return tr("Monitor"); }, u"monitor"_s, parent),
      m_runs(models.runs), m_metrics(models.metrics), m_clocks(models.clocks), m_agent(models.agent),
      m_header(new MonitorHeader(this)), m_empty(new EmptyState(u"monitor.empty"_s, this)),
      m_banner(new Banner(u"monitor.banner"_s, this)), m_summary(new RunSummaryView(this)),
      m_charts(new MonitorCharts(this)), m_waits(new WaitBar(u"monitor.waits"_s, this)),
      m_columns(new QBoxLayout(QBoxLayout::LeftToRight)), m_body(makeBody()), m_log(new LogDock(models.log, this))
{
    m_empty->setContent(tr("No jobs in this pool"),
                        tr("A job is a file in customers/NAME/jobs. Make one on the page Jobs."), tr("Go to Jobs"));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"monitor.splitter"_s);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_body);
    splitter->addWidget(m_log);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({560, 160});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_empty);
    column->addWidget(splitter, 1);
    connectHeader();
    connect(m_runs, &RunController::changed, this, &MonitorPage::onRunChanged);
    connect(m_runs, &RunController::ended, this, &MonitorPage::onRunEnded);
    connect(m_metrics, &MetricsFeed::sampled, this, [this](const QString& name) {
        if (name == m_job)
            onSecond();
    });
    connect(m_clocks, &SourceClocks::changed, this, &MonitorPage::showDelay);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &MonitorPage::onSecond);
    setJobs({}, {}, {});
}

QWidget* MonitorPage::makeBody()
{
    auto* area = new QScrollArea(this);
    area->setObjectName(u"monitor.body"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(area);
    auto* side = new QVBoxLayout;
    side->setSpacing(20);
    side->addWidget(m_waits);
    side->addWidget(new RunListView(u"monitor.runs"_s, &m_runList, content), 1);
    m_columns->setSpacing(32);
    m_columns->addWidget(m_charts, 1);
    m_columns->addLayout(side);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(margin, 14, margin, 14);
    column->setSpacing(16);
    column->addWidget(m_banner);
    column->addWidget(m_summary);
    column->addLayout(m_columns, 1);
    m_charts->setMinimumHeight(300);
    area->setWidget(content);
    return area;
}

void MonitorPage::connectHeader()
{
    connect(m_header, &MonitorHeader::jobChosen, this, &MonitorPage::show);
    connect(m_header, &MonitorHeader::rangeChosen, this, &MonitorPage::showRun);
    connect(m_header, &MonitorHeader::stopWanted, this, [this] { m_runs->stop(m_job); });
    connect(m_header, &MonitorHeader::runWanted, this, [this] { start({}); });
    connect(m_header, &MonitorHeader::dryRunWanted, this, [this] { start({.dryRun = true}); });
    connect(m_header, &MonitorHeader::againWanted, this, [this] { start({.again = true}); });
    connect(m_header, &MonitorHeader::reloadWanted, this, [this] { start({.reload = true}); });
    connect(m_header, &MonitorHeader::acceptChangeWanted, this, [this] { start({.acceptChange = true}); });
    connect(m_header, &MonitorHeader::takeOverWanted, this, [this] { start({.takeOver = true}); });
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(u"jobs"_s, {}); });
}

void MonitorPage::registerActions(ActionRegistry& registry)
{
    m_header->registerActions(registry, this);
    showRun();
}

PageBadge MonitorPage::badge() const
{
    const int active = m_runs->activeCount();
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

void MonitorPage::show(const QString& job)
{
    m_job = job;
    m_header->setJob(job);
    m_log->setJob(job);
    m_charts->setSeries(m_metrics->series(job));
    m_waits->setShares(m_metrics->waits(job));
    m_runList.clear();
    m_runList.take(m_runs->status(job));
    m_sinceProgress.invalidate();
    showRun();
    showDelay();
    readLedger();
    m_clocks->ask(job);
}

void MonitorPage::showDelay()
{
    const auto facts = m_clocks->facts(m_job);
    const auto delay = m_clocks->delayAt(m_job, QDateTime::currentMSecsSinceEpoch());
    m_summary->showDelay({delay, m_clocks->gained(m_job), facts ? facts->hi : QString()});
}

void MonitorPage::start(const RunController::Options& options)
{
    if (!m_job.isEmpty())
        m_runs->start(m_job, options);
}

void MonitorPage::onRunChanged(const QString& job)
{
    Q_EMIT badgeChanged();
    if (job != m_job)
        return;
    m_sinceProgress.start();
    m_runList.take(m_runs->status(job));
    showRun();
}

void MonitorPage::onRunEnded(const QString& job)
{
    const RunStatus status = m_runs->status(job);
    m_clocks->ask(job);
    if (job == m_job)
        readLedger();
    else if (status.isWell())
        Q_EMIT toastWanted(tr("%1 ended").arg(job), stageSentence(status));
}

void MonitorPage::onSecond()
{
    const RunStatus status = m_runs->status(m_job);
    m_charts->advance();
    showDelay();
    m_waits->setShares(m_metrics->waits(m_job));
    const bool known = status.isActive() && m_sinceProgress.isValid();
    m_summary->showAge(known ? std::optional(static_cast<double>(m_sinceProgress.elapsed()) / 1000) : std::nullopt);
    if (!status.isActive())
        m_second.stop();
}

void MonitorPage::showRun()
{
    const RunStatus status = m_runs->status(m_job);
    m_header->showRun(status);
    m_summary->showRun(status, m_metrics->series(m_job));
    m_charts->setRange(m_header->rangeMilliseconds(), status.isActive());
    showBanner(status);
    if (status.isActive() && !m_second.isActive())
        m_second.start();
    onSecond();
}

void MonitorPage::showBanner(const RunStatus& status)
{
    if (status.error && status.error->code != ErrorCode::Cancelled)
        m_banner->showMessage(stateOf(status), toQt(status.error->message), toQt(status.error->hint));
    else if (!status.heldBy.isEmpty())
        m_banner->showMessage(State::Late, tr("The window is held back"), status.heldBy);
    else if (!status.warnings.isEmpty())
        m_banner->showMessage(State::Late, status.warnings.first(), status.warnings.mid(1).join(u'\n'));
    else
        m_banner->clear();
}

void MonitorPage::readLedger()
{
    if (m_job.isEmpty() || !m_agent->isReady() || m_runs->status(m_job).isActive())
        return;
    const nlohmann::json place = {
        {"pool", toStd(m_pool)}, {"environment", toStd(m_environment)}, {"job", toStd(m_job)}, {"limit", ledgerRows}};
    m_agent->call("ledger.read", place, this, [this, job = m_job](const Result<nlohmann::json>& answer) {
        if (answer && job == m_job && answer->contains("rows"))
            m_runList.takeLedger(answer->at("rows"));
    });
}

void MonitorPage::resizeEvent(QResizeEvent* event)
{
    const bool wide = event->size().width() >= twoColumns;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_waits->setMinimumWidth(wide ? sideWidth : 0);
    m_waits->setMaximumWidth(wide ? sideWidth : QWIDGETSIZE_MAX);
}

} // namespace tidegate
