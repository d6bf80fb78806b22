// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/console.h"
#include "app/settings.h"
#include "app/statusreporter.h"
#include "models/qtconvert.h"
#include "widgets/components/banner.h"
#include "widgets/components/promptbar.h"
#include "widgets/components/toast.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/monitor/monitorpage.h"
#include "widgets/navigation/environmentbar.h"
#include "widgets/navigation/navigationrail.h"
#include "widgets/navigation/railmodel.h"
#include "widgets/navigation/statusstrip.h"
#include "widgets/theme/theme.h"

#include <QCloseEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int narrowWindow = 1200;
constexpr QSize firstSize(1440, 900);
constexpr QSize smallest(960, 540);
} // namespace

MainWindow::MainWindow(Console* console, Settings* settings, QWidget* parent)
    : QMainWindow(parent), m_console(console), m_settings(settings), m_environment(new EnvironmentBar(this)),
      m_railModel(new RailModel(this)), m_rail(new NavigationRail(m_railModel, this)),
      m_pages(new QStackedWidget(this)), m_banner(new Banner(u"window.banner"_s, this)),
      m_poolBanner(new Banner(u"window.poolBanner"_s, this)), m_prompt(new PromptBar(this)),
      m_status(new StatusStrip(this)), m_toast(new Toast(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Tidegate"));
    setMinimumSize(smallest);
    resize(firstSize);
    setCentralWidget(layOut());
    addPages();
    registerActions();
    connectConsole();
    restoreGeometry(settings->geometry());
    onPoolChanged();
    showPage(settings->lastPage());
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::layOut()
{
    m_banner->setFlush(true);
    m_poolBanner->setFlush(true);
    auto* banners = new QVBoxLayout;
    banners->setSpacing(1);
    banners->addWidget(m_banner);
    banners->addWidget(m_poolBanner);
    banners->addWidget(m_prompt);
    auto* content = new QVBoxLayout;
    content->setSpacing(0);
    content->addLayout(banners);
    content->addWidget(m_pages, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(content, 1);
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_environment);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    return central;
}

void MainWindow::addPages()
{
    addPage(new JobsPage(m_console->agent(), m_console->workspace(), this));
    m_monitor = new MonitorPage(
        {m_console->runs(), m_console->metrics(), m_console->log(), m_console->clocks(), m_console->agent()}, this);
    addPage(m_monitor);
    connect(m_rail, &NavigationRail::rowChosen, this, &MainWindow::showRow);
}

void MainWindow::addPage(Page* page)
{
    m_pages->addWidget(page);
    m_railModel->addPage(page);
    page->registerActions(m_actions);
    connect(page, &Page::pageWanted, this, &MainWindow::showPage);
    connect(page, &Page::toastWanted, m_toast, &Toast::showText);
}

void MainWindow::registerActions()
{
    for (int row = 0; row < m_railModel->rowCount(); ++row) {
        const Page* page = m_railModel->page(row);
        QAction* action = m_actions.add(this, {.id = u"go."_s + page->id(),
                                               .text = [page] { return page->name(); },
                                               .tip = [page] { return tr("Go to the page %1").arg(page->name()); },
                                               .shortcut = QKeySequence(u"Ctrl+%1"_s.arg(row + 1))});
        connect(action, &QAction::triggered, this, [this, id = page->id()] { showPage(id); });
    }
    QAction* theme = m_actions.add(this, {.id = u"view.theme"_s,
                                          .text = [] { return tr("Next colours"); },
                                          .tip = [] { return tr("Light, dark, or as the system"); },
                                          .shortcut = QKeySequence(u"Ctrl+Shift+L"_s)});
    connect(theme, &QAction::triggered, this, &MainWindow::nextTheme);
    QAction* reload = m_actions.add(this, {.id = u"pool.reload"_s,
                                           .text = [] { return tr("Read the pool again"); },
                                           .tip = [] { return tr("Read all files of the pool from disk"); },
                                           .shortcut = QKeySequence(u"F5"_s)});
    connect(reload, &QAction::triggered, m_console->pool(), &PoolModel::reload);
    QAction* quit =
        m_actions.add(this, {.id = u"window.quit"_s,
                             .text = [] { return tr("Quit"); },
                             .tip = [] { return tr("Close the console; its agent finishes a running apply"); },
                             .shortcut = QKeySequence(u"Ctrl+Q"_s)});
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectConsole()
{
    connect(m_console->pool(), &PoolModel::poolChanged, this, &MainWindow::onPoolChanged);
    connect(m_console->pool(), &PoolModel::readFailed, this, &MainWindow::onPoolChanged);
    connect(m_console->pool(), &PoolModel::environmentChanged, this, &MainWindow::onPoolChanged);
    connect(m_console->agent(), &AgentClient::stateChanged, this, &MainWindow::onAgentState);
    connect(m_console->agent(), &AgentClient::promptAsked, m_prompt, &PromptBar::ask);
    connect(m_prompt, &PromptBar::answered, m_console->agent(), &AgentClient::answerPrompt);
    connect(m_prompt, &PromptBar::declined, m_console->agent(), &AgentClient::declinePrompt);
    auto* reporter = new StatusReporter(m_console, m_status, this);
    connect(reporter, &StatusReporter::pageWanted, this, [this](const QString& id) { showPage(id); });
    connect(reporter, &StatusReporter::themeWanted, this, &MainWindow::nextTheme);
    QPushButton* restart = m_banner->addAction(u"window.restart"_s, tr("Restart"));
    connect(restart, &QPushButton::clicked, m_console->agent(), &AgentClient::start);
    QPushButton* again = m_poolBanner->addAction(u"window.reload"_s, tr("Read again"));
    connect(again, &QPushButton::clicked, m_console->pool(), &PoolModel::reload);
}

void MainWindow::onPoolChanged()
{
    const auto pool = m_console->pool()->pool();
    const EnvironmentDefinition* environment = m_console->environment();
    EnvironmentBar::Place place;
    place.path = m_console->poolFolder();
    place.name = pool ? toQt(pool->name) : QString();
    if (environment) {
        place.name = toQt(environment->customer);
        place.stage = toQt(environment->stage);
    }
    m_environment->setPlace(place);
    setWindowTitle(place.name.isEmpty() ? tr("Tidegate") : tr("%1 – Tidegate").arg(place.name));
    m_monitor->setJobs(m_console->jobNames(), m_console->poolFolder(), m_console->pool()->environment());
    // The window was shown before there was anything to put the keyboard into.
    if (pool && m_rail->hasFocus() && currentPage()->initialFocus())
        currentPage()->initialFocus()->setFocus(Qt::OtherFocusReason);
    if (pool && !m_wanted.isEmpty())
        currentPage()->open(std::exchange(m_wanted, {}));
    if (const auto error = m_console->pool()->error())
        m_poolBanner->showMessage(State::Failed, toQt(error->message), toQt(error->hint));
    else
        m_poolBanner->clear();
}

void MainWindow::onAgentState()
{
    const AgentClient* agent = m_console->agent();
    if (agent->state() == AgentClient::State::Lost)
        m_banner->showMessage(State::Failed, tr("The agent has ended. Nothing that was not committed is applied."),
                              tr("%1 Jobs can be edited and saved; catalogue, SQL and runs come back with the agent.")
                                  .arg(agent->lostReason()));
    else if (agent->isReady())
        m_banner->clear();
}

Page* MainWindow::currentPage() const
{
    return qobject_cast<Page*>(m_pages->currentWidget());
}

void MainWindow::showPage(const QString& id, const QString& what)
{
    const int row = std::max(0, m_railModel->rowOf(id));
    m_rail->setCurrentIndex(m_railModel->index(row));
    showRow(row);
    // A job that was named on the command line is opened once there is a pool.
    m_wanted = m_console->pool()->pool() ? QString() : what;
    if (!what.isEmpty())
        currentPage()->open(what);
}

void MainWindow::showRow(int row)
{
    Page* page = m_railModel->page(row);
    if (currentPage() != page)
        m_pages->setCurrentWidget(page);
    m_settings->setLastPage(page->id());
    // Keys in the rail stay in the rail.
    if (!m_rail->hasFocus() && page->initialFocus())
        page->initialFocus()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::nextTheme()
{
    Theme& theme = Theme::instance();
    const Theme::Choice next = theme.choice() == Theme::Choice::System  ? Theme::Choice::Light
                               : theme.choice() == Theme::Choice::Light ? Theme::Choice::Dark
                                                                        : Theme::Choice::System;
    theme.setChoice(next);
    m_settings->setTheme(next);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    const bool narrow = width() < narrowWindow;
    m_rail->setNarrow(narrow);
    m_environment->setBlockWidth(narrow ? NavigationRail::narrowWidth : NavigationRail::wideWidth);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const int unsaved = m_console->workspace()->unsavedCount();
    if (unsaved > 0 && !m_closeAnyway) {
        m_poolBanner->clearActions();
        m_poolBanner->showMessage(State::Late, tr("Jobs with changes that are not saved: %1").arg(unsaved),
                                  tr("Closing now would lose them."));
        connect(m_poolBanner->addAction(u"window.closeAnyway"_s, tr("Close and lose them")), &QPushButton::clicked,
                this, [this] {
                    m_closeAnyway = true;
                    close();
                });
        event->ignore();
        return;
    }
    m_settings->setGeometry(saveGeometry());
    m_console->agent()->close();
    event->accept();
}

} // namespace tidegate
