// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobspage.h"

#include "models/language.h"
#include "models/qtconvert.h"
#include "widgets/components/banner.h"
#include "widgets/components/chip.h"
#include "widgets/components/emptystate.h"
#include "widgets/components/pageheader.h"
#include "widgets/components/segmentswitch.h"
#include "widgets/editor/yamleditor.h"
#include "widgets/jobs/jobfileactions.h"
#include "widgets/jobs/jobform.h"
#include "widgets/jobs/joblistpanel.h"
#include "widgets/jobs/problemsbar.h"
#include "widgets/jobs/sqlpane.h"
#include "widgets/jobs/watermarkpreview.h"
#include "widgets/jobs/yamlpane.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int narrowBelow = 1100; // of the page: form and SQL side by side need this
} // namespace

JobsPage::JobsPage(AgentClient* agent, JobWorkspace* workspace, QWidget* parent)
    : Page(
          u"jobs"_s, [] { return tr("Jobs"); }, u"jobs"_s, parent),
      m_agent(agent), m_workspace(workspace), m_catalogue(agent, workspace->pool()), m_preview(&m_catalogue),
      m_tables(agent, workspace->pool()), m_diff(&m_preview, &m_head, agent, workspace->pool()),
      m_explain(agent, workspace->pool()), m_rows(agent, workspace->pool()),
      m_files(new JobFileActions(agent, workspace->pool(), &m_tables, this)),
      m_list(new JobListPanel(workspace->list())), m_header(new PageHeader), m_editedChip(new Chip(u"editedChip"_s)),
      m_banner(new Banner(u"jobsBanner"_s)), m_form(new JobForm(&m_draft)), m_rowsView(new WatermarkPreview(&m_rows)),
      m_yaml(new YamlPane(&m_draft, &m_head)), m_sql(new SqlPane(&m_preview, &m_diff, &m_explain)),
      m_empty(new EmptyState(u"jobsEmpty"_s)), m_problems(new ProblemsBar)
{
    layOut();
    connectParts();
    showMode(u"form"_s);
    translated(this, [this] {
        m_editedChip->setContent(State::Edited, tr("edited"));
        refreshEmpty();
        refresh();
    });
}

JobsPage::~JobsPage()
{
    m_head.setBuffer(nullptr);
    m_preview.setBuffer(nullptr);
    m_draft.setBuffer(nullptr);
}

void JobsPage::layOut()
{
    m_header->addMark(m_editedChip);
    m_mode = new SegmentSwitch;
    m_mode->setObjectName(u"modeSwitch"_s);
    m_mode->addChoice(u"form"_s, [] { return tr("Form"); });
    m_mode->addChoice(u"yaml"_s, [] { return tr("YAML"); });
    m_mode->addChoice(u"both"_s, [] { return tr("Both"); });
    m_mode->addChoice(u"sql"_s, [] { return tr("SQL"); });
    m_mode->choice(u"sql"_s)->hide();
    m_header->addTool(m_mode);

    m_stack = new QStackedWidget;
    m_stack->addWidget(makeEditors());
    m_stack->addWidget(m_empty);
    auto* bannerRow = new QHBoxLayout;
    bannerRow->setContentsMargins(24, 0, 16, 0);
    bannerRow->addWidget(m_banner);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(bannerRow);
    column->addWidget(m_stack, 1);
    column->addWidget(m_problems);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addLayout(column, 1);
}

QWidget* JobsPage::makeEditors()
{
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_form);
    m_splitter->addWidget(m_yaml);
    m_splitter->addWidget(m_sql);
    m_form->addBelow("watermark.join.on", m_rowsView);
    return m_splitter;
}

void JobsPage::connectParts()
{
    connect(m_list, &JobListPanel::jobSelected, this, &JobsPage::openJob);
    connect(m_list, &JobListPanel::jobActivated, this, [this] {
        if (m_buffer && !m_form->focusField("source.connection"))
            m_form->setFocus();
    });
    connect(m_mode, &ChoiceStrip::currentChanged, this, &JobsPage::showMode);
    connect(&m_draft, &JobDraft::changed, this, &JobsPage::refresh);
    connect(&m_draft, &JobDraft::changed, this, &JobsPage::showFacts);
    connect(&m_preview, &SqlPreview::changed, this, &JobsPage::showCatalogue);
    connect(&m_tables, &TableNames::changed, this, &JobsPage::offerTables);
    connect(m_agent, &AgentClient::stateChanged, this, &JobsPage::offerTables);
    connect(m_form, &JobForm::fieldEntered, this, [this](const QString& path) { m_yaml->showPath(toStd(path)); });
    connect(m_yaml, &YamlPane::fieldReached, this, [this](const QString& path) { m_form->showField(toStd(path)); });
    connect(m_problems, &ProblemsBar::firstWanted, this, [this] { goToProblem(m_problems->next()); });
    connect(m_sql, &SqlPane::explainWanted, this, &JobsPage::explain);
    connect(m_rowsView, &WatermarkPreview::wanted, this, [this] {
        if (m_buffer)
            m_rows.ask(m_buffer);
    });
    connect(m_files, &JobFileActions::jobMade, this, [this](const QString& job) {
        m_wanted = job;
        openWanted();
    });
    connect(m_empty->button(), &QPushButton::clicked, m_files, &JobFileActions::newJob);
    connect(m_workspace, &JobWorkspace::unsavedChanged, this, &Page::unsavedChanged);
    connect(m_workspace->list(), &JobListModel::countsChanged, this, &Page::badgeChanged);
    connect(m_workspace, &JobWorkspace::jobGone, this, [this](const QString& job) {
        if (m_buffer && m_buffer->name() == job)
            openJob({});
    });
    connect(m_workspace->pool(), &PoolModel::poolChanged, this, &JobsPage::openWanted);
    connect(m_workspace->pool(), &PoolModel::readFailed, this, &JobsPage::refreshEmpty);
}

void JobsPage::openJob(const QString& job)
{
    auto* buffer = job.isEmpty() ? nullptr : m_workspace->open(job);
    if (buffer == m_buffer)
        return;
    if (m_buffer)
        m_buffer->disconnect(this);
    m_buffer = buffer;
    forgetFailure();
    if (buffer) {
        connect(buffer, &JobBuffer::dirtyChanged, this, &JobsPage::refresh);
        connect(buffer, &JobBuffer::conflictChanged, this, &JobsPage::refreshBanner);
        connect(buffer, &JobBuffer::saveFailed, this, &JobsPage::onSaveFailed);
        connect(buffer, &JobBuffer::saved, this, [this] {
            forgetFailure();
            refreshBanner();
            if (std::exchange(m_runAfterSave, false))
                startRun(m_buffer->name());
        });
        connect(buffer->undoStack(), &QUndoStack::indexChanged, this, &JobsPage::refresh);
    }
    m_source.reset();
    m_facts.clear();
    m_form->setFacts({});
    m_head.setBuffer(buffer);
    m_preview.setBuffer(buffer);
    m_draft.setBuffer(buffer);
    m_diff.setBuffer(buffer);
    m_files->setBuffer(buffer);
    m_explain.clear();
    m_rows.clear();
    refreshEmpty();
    refreshBanner();
}

void JobsPage::open(const QString& job)
{
    m_wanted = job;
    openWanted();
}

QString JobsPage::shown() const
{
    return m_buffer ? m_buffer->name() : QString();
}

void JobsPage::openWanted()
{
    if (m_workspace->list()->indexOf(m_wanted).isValid())
        m_list->select(std::exchange(m_wanted, {}));
    else if (!m_buffer && m_workspace->list()->jobCount() > 0)
        m_list->selectFirst();
    refreshEmpty();
}

QWidget* JobsPage::initialFocus() const
{
    return m_list->view();
}

PageBadge JobsPage::badge() const
{
    const auto* list = m_workspace->list();
    const int failing = list->count(JobState::Failed) + list->count(JobState::Invalid);
    if (failing > 0)
        return {State::Failed, QString::number(failing), tr("Jobs with problems: %1").arg(failing)};
    if (const int edited = list->editedCount(); edited > 0)
        return {State::Edited, QString::number(edited), tr("Edited jobs: %1").arg(edited)};
    return {};
}

void JobsPage::showMode(const QString& mode)
{
    m_form->setVisible(mode == u"form" || mode == u"both");
    m_yaml->setVisible(mode == u"yaml" || mode == u"both");
    m_sql->setVisible(mode == u"sql" || (!m_narrow && mode != u"both"));
    const int width = std::max(m_splitter->width(), 1000); // shares, before there is a size
    if (mode == u"both")
        m_splitter->setSizes({width / 2, width / 2, 0});
    else
        m_splitter->setSizes({width * 58 / 100, width * 58 / 100, width * 42 / 100});
}

void JobsPage::setNarrow(bool narrow)
{
    if (std::exchange(m_narrow, narrow) == narrow)
        return;
    m_mode->choice(u"both"_s)->setVisible(!narrow);
    m_mode->choice(u"sql"_s)->setVisible(narrow);
    const auto mode = m_mode->current();
    if (narrow && mode == u"both")
        m_mode->setCurrent(u"form"_s);
    else if (!narrow && mode == u"sql")
        m_mode->setCurrent(u"form"_s);
    else
        showMode(mode);
}

void JobsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    setNarrow(event->size().width() < narrowBelow);
    if (!std::exchange(m_sized, true))
        showMode(m_mode->current());
}

} // namespace tidegate
