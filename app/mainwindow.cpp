// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/console.h"
#include "app/palettesource.h"
#include "app/poolgate.h"
#include "app/regions.h"
#include "app/session.h"
#include "app/settings.h"
#include "app/statusreporter.h"
#include "app/windowactions.h"
#include "app/windowbanners.h"
#include "app/windowlook.h"
#include "models/language.h"
#include "models/qtconvert.h"
#include "widgets/components/toast.h"
#include "widgets/firstrun/firstrunpage.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/monitor/monitorpage.h"
#include "widgets/navigation/environmentbar.h"
#include "widgets/navigation/menubar.h"
#include "widgets/navigation/navigationrail.h"
#include "widgets/navigation/palettebutton.h"
#include "widgets/navigation/placebutton.h"
#include "widgets/navigation/railmodel.h"
#include "widgets/navigation/statusstrip.h"
#include "widgets/overview/overviewpage.h"
#include "widgets/palette/commandpalette.h"
#include "widgets/settings/settingspage.h"

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
      m_pages(new QStackedWidget(this)), m_banners(new WindowBanners(console, this)), m_status(new StatusStrip(this)),
      m_toast(new Toast(this)), m_palette(new CommandPalette(this)), m_firstRun(new FirstRunPage({}, this)),
      m_gate(new PoolGate(console, settings, m_environment, m_firstRun, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Tidegate"));
    setMinimumSize(smallest);
    resize(firstSize);
    setCentralWidget(layOut());
    addPages();
    registerWindowActions(*this, *m_railModel, *m_console);
    m_menus = new MenuBar(&m_actions, this);
    connectLook();
    connectConsole();
    connectGate();
    restoreGeometry(settings->geometry());
    restoreSession(*this, *settings);
    onPoolChanged();
    showPage(settings->lastPage());
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::layOut()
{
    auto* content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(m_banners);
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
    m_overview = new OverviewPage(m_console->overview(), m_console->pool(), this);
    addPage(m_overview);
    addPage(new JobsPage(m_console->agent(), m_console->workspace(), this));
    m_monitor = new MonitorPage(
        {m_console->runs(), m_console->metrics(), m_console->log(), m_console->clocks(), m_console->agent()}, this);
    addPage(m_monitor);
    auto* settings = new SettingsPage(&m_actions, m_settings->scale(), this);
    connect(settings, &SettingsPage::scaleChosen, m_settings, &Settings::setScale);
    addPage(settings, true);
    connect(m_overview, &OverviewPage::logWanted, this, [this](const QString& job) {
        showPage(u"monitor"_s, job);
        m_monitor->showLog();
    });
    connect(m_rail, &NavigationRail::rowChosen, this, &MainWindow::showRow);
}

void MainWindow::addPage(Page* page, bool foot)
{
    m_pages->addWidget(page);
    m_railModel->addPage(page, foot);
    page->registerActions(m_actions);
    connect(page, &Page::pageWanted, this, &MainWindow::showPage);
    connect(page, &Page::toastWanted, m_toast, &Toast::showText);
}

void MainWindow::connectLook()
{
    m_actions.setChosenShortcuts(m_settings->shortcuts());
    connect(&m_actions, &ActionRegistry::shortcutChanged, this,
            [this] { m_settings->setShortcuts(m_actions.chosenShortcuts()); });
    QAction* search = m_actions.action(u"go.search"_s);
    const auto showKeys = [this, search] {
        m_environment->search()->setKeys(m_actions.shortcut(search->objectName()).toString(QKeySequence::NativeText));
    };
    connect(search, &QAction::changed, this, showKeys);
    showKeys();
    connect(m_environment->search(), &QAbstractButton::clicked, search, &QAction::trigger);
    connect(m_palette, &CommandPalette::chosen, this, &MainWindow::choose);
    new WindowLook(this, m_settings);
    connect(&Language::instance(), &Language::changed, this, &MainWindow::onPoolChanged);
}

void MainWindow::search(Search what)
{
    if (what == Search::Jobs)
        return m_palette->open(tr("Go to job"), [this] { return jobItems(*m_console); });
    m_palette->open(tr("Jobs, tables, commands"), [this] {
        return actionItems(m_actions, currentPage()->id()) + jobItems(*m_console) + tableItems(*m_console);
    });
}

void MainWindow::choose(const PaletteItem& item)
{
    if (item.kind != PaletteItem::Kind::Action)
        return showPage(currentPage()->id() == u"monitor" && item.kind == PaletteItem::Kind::Job ? u"monitor"_s
                                                                                                 : u"jobs"_s,
                        item.id);
    const QString scope = m_actions.scope(item.id);
    if (!scope.isEmpty() && scope != currentPage()->id())
        showPage(scope);
    m_actions.action(item.id)->trigger();
}

void MainWindow::goToRegion(int steps)
{
    stepRegion(QList<QWidget*>{m_rail} + currentPage()->regions() + QList<QWidget*>{m_status, m_environment->search()},
               steps);
}

void MainWindow::showMenus()
{
    m_menus->reveal();
}

void MainWindow::connectConsole()
{
    connect(m_console->pool(), &PoolModel::poolChanged, this, &MainWindow::onPoolChanged);
    connect(m_console->pool(), &PoolModel::readFailed, this, &MainWindow::onPoolChanged);
    connect(m_console->pool(), &PoolModel::environmentChanged, this, &MainWindow::onPoolChanged);
    connect(m_banners, &WindowBanners::closeWanted, this, &QWidget::close);
    auto* reporter = new StatusReporter(m_console, m_status, this);
    connect(reporter, &StatusReporter::pageWanted, this, [this](const QString& id) { showPage(id); });
    connect(reporter, &StatusReporter::themeWanted, this, &WindowLook::nextTheme);
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
    m_overview->setPlace(place.name, place.stage);
    setWindowTitle(place.name.isEmpty() ? tr("Tidegate") : tr("%1 – Tidegate").arg(place.name));
    m_monitor->setJobs(m_console->jobNames(), m_console->poolFolder(), m_console->pool()->environment());
    // The window was shown before there was anything to put the keyboard into; then Qt took the first that came.
    const QWidget* keyboard = focusWidget();
    const bool unplaced =
        !keyboard || !keyboard->isVisible() || keyboard == m_rail || keyboard == m_environment->placeButton();
    if (pool && unplaced && currentPage()->initialFocus())
        currentPage()->initialFocus()->setFocus(Qt::OtherFocusReason);
    if (pool)
        openLast();
}

void MainWindow::openLast()
{
    const QStringList jobs = m_console->jobNames();
    for (Page* page : m_railModel->pages()) {
        if (const QString what = m_settings->shown(page->id()); !m_opened && jobs.contains(what))
            page->open(what);
    }
    m_opened = true;
    if (!m_wanted.isEmpty())
        currentPage()->open(std::exchange(m_wanted, {}));
}

void MainWindow::connectGate()
{
    m_pages->addWidget(m_firstRun);
    m_gate->registerActions(m_actions, this);
    connect(m_gate, &PoolGate::poolWanted, this, &MainWindow::poolWanted);
    connect(m_gate, &PoolGate::pageWanted, this, &MainWindow::showGate);
    connect(m_gate, &PoolGate::backWanted, this, [this] { showRow(m_rail->currentIndex().row()); });
}

void MainWindow::showGate()
{
    m_pages->setCurrentWidget(m_firstRun);
    m_firstRun->initialFocus()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showFirstRun(const QString& folder, const std::optional<Error>& error)
{
    m_gate->prepare(folder, error);
    m_railModel->setOpen(false);
    for (const Page* page : m_railModel->pages()) {
        if (page->id() != u"settings")
            m_actions.action(u"go."_s + page->id())->setEnabled(false);
    }
    for (const QString& id : {u"go.search"_s, u"go.job"_s, u"pool.reload"_s})
        m_actions.action(id)->setEnabled(false);
    showGate();
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
    m_actions.setPage(page->id());
    // Keys in the rail stay in the rail.
    if (!m_rail->hasFocus() && page->initialFocus())
        page->initialFocus()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setNarrow(width() < narrowWindow);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_banners->mayClose()) {
        event->ignore();
        return;
    }
    remember();
    m_console->agent()->close();
    event->accept();
}

void MainWindow::remember()
{
    m_settings->setGeometry(saveGeometry());
    saveSession(*this, *m_settings);
    for (const Page* page : m_railModel->pages())
        m_settings->setShown(page->id(), page->shown());
}

} // namespace tidegate
