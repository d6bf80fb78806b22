// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/overviewpage.h"

#include "models/language.h"
#include "models/overview/overviewwords.h"
#include "widgets/actionregistry.h"
#include "widgets/chart/statrow.h"
#include "widgets/components/banner.h"
#include "widgets/components/emptystate.h"
#include "widgets/overview/answerheader.h"
#include "widgets/overview/attentionview.h"
#include "widgets/overview/overviewlook.h"
#include "widgets/overview/overviewside.h"
#include "widgets/overview/overviewtable.h"

#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <chrono>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int margin = 24;
constexpr int statPixels = 20;
/// Below this width the right panel goes under the table.
constexpr int sidePanelFrom = 1080;

QScrollArea* makeArea(const QString& name, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setObjectName(name);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

} // namespace

OverviewPage::OverviewPage(OverviewFeed* feed, PoolModel* pool, QWidget* parent)
    : Page(
          u"overview"_s, [] { return tr("Overview"); }, u"overview"_s, parent),
      m_feed(feed), m_pool(pool), m_area(makeArea(u"overview.area"_s, this)),
      m_sideArea(makeArea(u"overview.sideArea"_s, this)), m_header(new AnswerHeader(this)),
      m_trouble(new Banner(u"overview.banner"_s, this)), m_question(new Banner(u"overview.question"_s, this)),
      m_attention(new AttentionView(&m_needs, this)), m_stats(new StatRow(u"overview.stats"_s, this, statPixels)),
      m_table(new OverviewTable(&m_jobs, this)), m_side(new OverviewSide(this)),
      m_empty(new EmptyState(u"overview.empty"_s, this)),
      m_again(m_trouble->addAction(u"overview.again"_s, [] { return tr("Try again"); })), m_column(new QVBoxLayout),
      m_content(makeContent())
{
    m_area->setWidget(m_content);
    m_sideArea->setFixedWidth(OverviewSide::panelWidth);
    m_sideArea->setWidget(m_side);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_area, 1);
    row->addWidget(m_sideArea);
    addStats();
    connectViews();

    connect(m_feed, &OverviewFeed::changed, this, &OverviewPage::onFeed);
    connect(m_pool, &PoolModel::poolChanged, this, &OverviewPage::onFeed);
    connect(m_pool, &PoolModel::readFailed, this, &OverviewPage::onFeed);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &OverviewPage::onSecond);
    m_patience.setSingleShot(true);
    m_patience.setInterval(400ms);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_waited = true;
        onFeed();
    });
    translated(this, [this] { onFeed(); });
}

QWidget* OverviewPage::makeContent()
{
    m_empty->setContent([] { return tr("No jobs in this pool"); },
                        [] {
                            return tr("A job brings one table into the warehouse. Make the first one on the page "
                                      "Jobs, or put its file into customers/NAME/jobs.");
                        },
                        [] { return tr("Go to Jobs"); });
    auto* content = new QWidget(m_area);
    content->setLayout(m_column);
    m_column->setContentsMargins(margin, 18, margin, 18);
    m_column->setSpacing(8);
    m_column->addWidget(m_header);
    m_column->addWidget(m_trouble);
    m_column->addWidget(m_question);
    m_column->addWidget(m_attention);
    m_column->addWidget(m_stats);
    m_column->addSpacing(4);
    m_column->addWidget(m_table);
    m_column->addWidget(m_empty);
    m_column->addStretch(1);
    return content;
}

void OverviewPage::addStats()
{
    m_stats->addStat(
        u"running"_s, [] { return tr("Running"); }, u"1,000"_s, tr("of %1").arg(u"1,000"_s));
    m_stats->addStat(
        u"rows"_s, [] { return tr("Rows written, 24 h"); }, tr("%1?").arg(u"182.4 M"_s),
        tr("usual %1–%2").arg(u"71.1 M"_s, u"90.1 M"_s));
    m_stats->addStat(
        u"delay"_s, [] { return tr("Largest delay"); }, tr("%1?").arg(ageText(82'740)), u"    "_s);
    m_stats->addStat(
        u"verified"_s, [] { return tr("Verified"); }, u"1,000 / 1,000"_s, tr("oldest %1").arg(ageText(2'000'000)));
    m_stats->addStat(
        u"quarantined"_s, [] { return tr("Quarantined"); }, u"1,000"_s, tr("rows"));
}

void OverviewPage::connectViews()
{
    const auto toJob = [this](const QString& job) { Q_EMIT pageWanted(u"jobs"_s, job); };
    connect(m_attention, &AttentionView::jobOpened, this, toJob);
    connect(m_table, &OverviewTable::jobOpened, this, toJob);
    connect(m_side, &OverviewSide::jobOpened, this, toJob);
    connect(m_side, &OverviewSide::scheduleWanted, this, &OverviewPage::askSchedule);
    connect(m_attention, &AttentionView::logWanted, this, &OverviewPage::logWanted);
    connect(m_attention, &AttentionView::monitorWanted, this,
            [this](const QString& job) { Q_EMIT pageWanted(u"monitor"_s, job); });
    connect(m_attention, &AttentionView::rowChosen, this, [this] { scrollTo(m_attention, m_attention->currentRow()); });
    connect(m_table, &OverviewTable::rowChosen, this, [this] { scrollTo(m_table, m_table->currentRow()); });
    connect(m_header->refreshButton(), &QPushButton::clicked, this, &OverviewPage::refresh);
    connect(m_again, &QPushButton::clicked, this, &OverviewPage::refresh);
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(u"jobs"_s, {}); });
}

void OverviewPage::registerActions(ActionRegistry& registry)
{
    // Single letters act only while one of the two lists has the keyboard.
    QAction* log = registry.add(m_table, {.id = u"overview.log"_s,
                                          .text = [] { return tr("Log of the job"); },
                                          .tip = [] { return tr("Show the log of the job that is marked"); },
                                          .shortcut = QKeySequence(Qt::Key_L),
                                          .context = Qt::WidgetShortcut});
    QAction* monitor = registry.add(m_table, {.id = u"overview.monitor"_s,
                                              .text = [] { return tr("The job in Monitor"); },
                                              .tip = [] { return tr("Show the job that is marked in Monitor"); },
                                              .shortcut = QKeySequence(Qt::Key_M),
                                              .context = Qt::WidgetShortcut});
    m_attention->addActions({log, monitor});
    connect(log, &QAction::triggered, this, [this] {
        if (const QString job = currentJob(); !job.isEmpty())
            Q_EMIT logWanted(job);
    });
    connect(monitor, &QAction::triggered, this, [this] {
        if (const QString job = currentJob(); !job.isEmpty())
            Q_EMIT pageWanted(u"monitor"_s, job);
    });
}

void OverviewPage::askSchedule(bool enabled)
{
    m_question->clearActions();
    QPushButton* cancel = m_question->addAction(u"overview.scheduleCancel"_s, [] { return tr("Cancel"); });
    QPushButton* yes = m_question->addAction(u"overview.scheduleYes"_s,
                                             [enabled] { return enabled ? tr("Turn on") : tr("Turn off"); });
    connect(cancel, &QPushButton::clicked, m_question, &Banner::clear);
    connect(yes, &QPushButton::clicked, this, [this, enabled] {
        m_question->clear();
        m_feed->setSchedule(enabled);
    });
    m_question->showMessage(
        State::Info,
        [enabled] {
            return enabled ? tr("This agent then starts the jobs of this environment by their schedules.")
                           : tr("This agent then starts no job by itself.");
        },
        [] { return tr("It keeps that in mind when it is started again. Another agent is not told."); });
    cancel->setFocus(Qt::OtherFocusReason);
}

QString OverviewPage::currentJob() const
{
    return m_attention->hasFocus() ? m_attention->currentJob() : m_table->currentJob();
}

void OverviewPage::scrollTo(QWidget* view, const QRect& row)
{
    const QPoint middle = view->mapTo(m_content, row.center());
    m_area->ensureVisible(middle.x(), middle.y(), 0, row.height() / 2 + 8);
}

void OverviewPage::setPlace(const QString& name, const QString& stage)
{
    m_jobs.setPlace(name, stage);
}

PageBadge OverviewPage::badge() const
{
    return m_badge;
}

QWidget* OverviewPage::initialFocus() const
{
    if (m_pool->pool() && m_pool->pool()->jobs.empty())
        return m_empty->button();
    return m_needs.rowCount() > 0 ? static_cast<QWidget*>(m_attention) : m_table;
}

QList<QWidget*> OverviewPage::regions() const
{
    return {m_attention, m_table, m_side};
}

void OverviewPage::open(const QString& what)
{
    const int row = m_jobs.rowOf(what);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_jobs.index(row, 0));
    m_table->setFocus(Qt::OtherFocusReason);
}

void OverviewPage::refresh()
{
    // The feed asks once the pool has been read.
    m_pool->reload();
    m_feed->refresh();
}

void OverviewPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    placeSide();
}

void OverviewPage::placeSide()
{
    const bool panel = width() >= sidePanelFrom;
    if (panel == (m_sideArea->widget() == m_side))
        return;
    m_side->setPanel(panel);
    if (panel) {
        m_column->removeWidget(m_side);
        m_sideArea->setWidget(m_side);
    } else {
        m_sideArea->takeWidget();
        m_column->insertWidget(m_column->count() - 1, m_side);
    }
    m_side->setVisible(m_table->isVisibleTo(m_content));
    m_sideArea->setVisible(panel && m_table->isVisibleTo(m_content));
}

void OverviewPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_feed->setWatched(true);
    m_second.start();
    onFeed();
}

void OverviewPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_feed->setWatched(false);
    m_second.stop();
}

} // namespace tidegate
