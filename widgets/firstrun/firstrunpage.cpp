// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/firstrun/firstrunpage.h"

#include "models/firstrun/poolprobe.h"
#include "models/language.h"
#include "models/qtconvert.h"
#include "widgets/components/banner.h"
#include "widgets/components/buttons.h"
#include "widgets/components/textlabel.h"
#include "widgets/firstrun/clonepanel.h"
#include "widgets/firstrun/flowpicture.h"
#include "widgets/firstrun/openpanel.h"
#include "widgets/firstrun/recentdelegate.h"
#include "widgets/firstrun/steprow.h"
#include "widgets/theme/icons.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStringListModel>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int columnWidth = 720;
constexpr int flowFrom = 620; ///< lower windows have no room for the picture
constexpr int recentRow = 28;
} // namespace

FirstRunPage::FirstRunPage(const QString& demoTree, QWidget* parent)
    : Page(
          u"firstrun"_s, [] { return tr("Open a pool"); }, u"folder"_s, parent),
      m_demo(demoTree), m_flow(new FlowPicture(this)), m_title(new TextLabel({26, 650, Token::Text}, this)),
      m_scope(new TextLabel({14, QFont::Normal, Token::Text2}, this)), m_banner(new Banner(u"firstrun.banner"_s, this)),
      m_language(new StepRow(
          1, [] { return tr("Language"); },
          [] { return tr("English. 简体中文 can be switched on at any time, without a restart."); }, this)),
      m_pool(new StepRow(
          2, [] { return tr("Open a pool"); },
          [] { return tr("A git repository with job files, connections and SQL of your customers."); }, this)),
      m_run(new StepRow(
          3, [] { return tr("Run the first job"); },
          [] { return tr("Choose it on the page Jobs and press Ctrl+R. Monitor shows its rows flow."); }, this)),
      m_change(makeButton(
          ButtonRole::Link, u"firstrun.language"_s, [] { return tr("Change"); }, this)),
      m_clone(makeButton(
          ButtonRole::Plain, u"firstrun.showClone"_s, [] { return tr("Clone…"); }, this)),
      m_open(makeButton(
          ButtonRole::Primary, u"firstrun.showOpen"_s, [] { return tr("Open folder…"); }, this)),
      m_back(makeButton(
          ButtonRole::Link, u"firstrun.back"_s, [] { return tr("Back"); }, this)),
      m_openPanel(new OpenPanel(this)), m_clonePanel(new ClonePanel(this)),
      m_recentTitle(new TextLabel(
          TextLabel::section, [] { return tr("Open before"); }, this)),
      m_recent(new QListView(this)), m_recentFolders(new QStringListModel(this)),
      m_demoButton(makeButton(
          ButtonRole::Link, u"firstrun.demo"_s, [] { return tr("Open the demo: a shop with four jobs"); }, this)),
      m_demoNote(new TextLabel(TextLabel::note, this))
{
    auto* area = new QScrollArea(this);
    area->setObjectName(u"firstrun.area"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    auto* middle = new QHBoxLayout(content);
    middle->addStretch(1);
    middle->addWidget(makeColumn());
    middle->addStretch(1);
    area->setWidget(content);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    connectAll();
    setRecent({});
    setAnother(false);
    showPanel(nullptr);
}

QWidget* FirstRunPage::makeColumn()
{
    auto* column = new QWidget(this);
    column->setFixedWidth(columnWidth);
    auto* rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 24, 0, 24);
    rows->setSpacing(0);
    rows->addStretch(2);
    rows->addWidget(m_flow);
    rows->addSpacing(28);
    rows->addWidget(m_title);
    rows->addSpacing(2);
    rows->addWidget(m_scope);
    rows->addSpacing(16);
    rows->addWidget(m_banner);
    addSteps(column);
    rows->addWidget(m_recentTitle);
    rows->addWidget(m_recent);
    rows->addWidget(makeDemo());
    rows->addStretch(3);
    return column;
}

void FirstRunPage::addSteps(QWidget* column)
{
    m_language->setProgress(StepRow::Progress::Done);
    m_pool->setProgress(StepRow::Progress::Now);
    m_language->addButton(m_change);
    m_pool->addButton(m_back);
    m_pool->addButton(m_clone);
    m_pool->addButton(m_open);
    m_pool->addPanel(m_openPanel);
    m_pool->addPanel(m_clonePanel);
    for (StepRow* step : {m_language, m_pool, m_run})
        column->layout()->addWidget(step);
    m_recent->setObjectName(u"firstrun.recent"_s);
    translated(this, [this] { m_recent->setAccessibleName(tr("Pools that were open before")); });
    m_recent->setModel(m_recentFolders);
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    m_recent->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setMouseTracking(true);
    m_recent->setTabKeyNavigation(false);
    m_recent->setFocusPolicy(Qt::TabFocus);
    m_recentTitle->setContentsMargins(0, 14, 0, 6);
}

QWidget* FirstRunPage::makeDemo()
{
    auto* demo = new QWidget(this);
    auto* row = new QHBoxLayout(demo);
    row->setContentsMargins(0, 18, 0, 0);
    row->setSpacing(8);
    row->addWidget(new TextLabel(
        TextLabel::field, [] { return tr("Nothing at hand?"); }, demo));
    row->addWidget(m_demoButton);
    row->addStretch(1);
    row->addWidget(m_demoNote);
    m_demoButton->setIcon(tidegate::icon(u"run"_s, Token::Accent));
    m_demoButton->setVisible(m_demo.isAvailable());
    m_demoNote->setObjectName(u"firstrun.demoNote"_s);
    if (m_demo.isAvailable())
        m_demoNote->setText([] { return tr("two private databases here, gone when you close it"); });
    else
        m_demoNote->setText(
            [] { return tr("The demo comes with the source tree: run %1 there.").arg(DemoLauncher::command()); });
    m_demoNote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return demo;
}

void FirstRunPage::connectAll()
{
    connect(m_change, &QPushButton::clicked, this, &FirstRunPage::languageWanted);
    connect(m_back, &QPushButton::clicked, this, &FirstRunPage::backWanted);
    connect(m_open, &QPushButton::clicked, this, [this] {
        showPanel(m_openPanel);
        m_openPanel->line()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_clone, &QPushButton::clicked, this, &FirstRunPage::showClone);
    connect(m_openPanel, &OpenPanel::openWanted, this, &FirstRunPage::tryFolder);
    connect(m_clonePanel, &ClonePanel::started, m_banner, &Banner::clear);
    connect(m_clonePanel, &ClonePanel::failed, this, &FirstRunPage::showError);
    connect(m_clonePanel, &ClonePanel::cloned, this, &FirstRunPage::tryFolder);
    const auto open = [this](const QModelIndex& index) { tryFolder(index.data().toString()); };
    connect(m_recent, &QAbstractItemView::clicked, this, open);
    connect(m_recent, &QAbstractItemView::activated, this, open);
    connect(m_demoButton, &QPushButton::clicked, this, &FirstRunPage::startDemo);
    connect(&m_demo, &DemoLauncher::told, this, [this](const QString& line) {
        m_banner->showMessage(
            State::Running, [] { return tr("The demo starts; it opens a window of its own."); }, line);
    });
    connect(&m_demo, &DemoLauncher::ended, this, [this](const QString& reason) {
        m_demoButton->setEnabled(true);
        if (reason.isEmpty())
            return m_banner->clear();
        m_banner->showMessage(
            State::Failed, [] { return tr("The demo could not be shown."); },
            [reason] { return tr("%1 Run %2 in a terminal to see more.").arg(reason, DemoLauncher::command()); });
    });
}

void FirstRunPage::setAnother(bool another)
{
    m_another = another;
    m_language->setVisible(!another);
    m_run->setVisible(!another);
    m_back->setVisible(another);
    m_pool->setLast(another);
    m_run->setLast(!another);
    m_pool->setProgress(another ? StepRow::Progress::Later : StepRow::Progress::Now);
    if (another) {
        m_title->setText([] { return tr("Open another pool"); });
        m_scope->setText(
            [] { return tr("The one that is open is closed first; its agent finishes a running apply."); });
    } else {
        m_title->setText([] { return tr("Bring the first table through"); });
        m_scope->setText(
            [] { return tr("Three steps, about five minutes. You can leave and come back at any step."); });
    }
}

void FirstRunPage::setRecent(const QStringList& folders)
{
    m_recentFolders->setStringList(folders);
    m_recent->setFixedHeight(static_cast<int>(folders.size()) * recentRow);
    m_recent->setVisible(!folders.isEmpty());
    m_recentTitle->setVisible(!folders.isEmpty());
}

void FirstRunPage::setFolder(const QString& folder)
{
    m_openPanel->setFolder(folder);
    showPanel(m_openPanel);
}

void FirstRunPage::showError(const Error& error)
{
    m_banner->showMessage(State::Failed, toQt(error.message), toQt(error.hint));
}

QWidget* FirstRunPage::initialFocus() const
{
    return m_openPanel->isHidden() ? static_cast<QWidget*>(m_open) : m_openPanel->line();
}

void FirstRunPage::showClone()
{
    showPanel(m_clonePanel);
    m_clonePanel->line()->setFocus(Qt::OtherFocusReason);
}

void FirstRunPage::showPanel(QWidget* panel)
{
    // A clone under way stays in sight.
    m_clonePanel->setVisible(panel == m_clonePanel || m_clonePanel->isRunning());
    m_openPanel->setVisible(panel == m_openPanel);
    setButtonRole(m_open, panel ? ButtonRole::Plain : ButtonRole::Primary);
}

void FirstRunPage::tryFolder(const QString& folder)
{
    const auto root = probePool(folder);
    if (!root)
        return showError(root.error());
    m_banner->clear();
    Q_EMIT poolChosen(*root);
}

void FirstRunPage::startDemo()
{
    m_demoButton->setEnabled(false);
    m_banner->showMessage(
        State::Running, [] { return tr("The demo starts; it opens a window of its own."); },
        [] { return tr("The first time, the shop's data is made; that takes a minute."); });
    m_demo.start();
}

void FirstRunPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_flow->setVisible(height() >= flowFrom && !m_another);
}

void FirstRunPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_another)
        return Q_EMIT backWanted();
    Page::keyPressEvent(event);
}

} // namespace tidegate
