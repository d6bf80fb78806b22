// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/poolgate.h"

#include "app/console.h"
#include "app/settings.h"
#include "models/firstrun/poolprobe.h"
#include "models/language.h"
#include "models/qtconvert.h"
#include "models/stagewords.h"
#include "widgets/actionregistry.h"
#include "widgets/firstrun/firstrunpage.h"
#include "widgets/navigation/environmentbar.h"
#include "widgets/navigation/placebutton.h"
#include "widgets/theme/icons.h"

#include <QActionGroup>
#include <QDir>
#include <QMenu>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

PoolGate::PoolGate(Console* console, Settings* settings, EnvironmentBar* bar, FirstRunPage* page, QObject* parent)
    : QObject(parent), m_console(console), m_settings(settings), m_bar(bar), m_page(page)
{
    connect(bar->placeButton(), &QAbstractButton::clicked, this, &PoolGate::showMenu);
    connect(page, &FirstRunPage::poolChosen, this, &PoolGate::choose);
    connect(page, &FirstRunPage::backWanted, this, &PoolGate::backWanted);
    connect(page, &FirstRunPage::languageWanted, this, [] {
        Language& language = Language::instance();
        language.setChoice(language.isChinese() ? Language::Choice::English : Language::Choice::Chinese);
    });
}

void PoolGate::registerActions(ActionRegistry& registry, QWidget* window)
{
    QAction* menu = registry.add(window, {.id = u"pool.place"_s,
                                          .text = [] { return tr("Choose environment or pool"); },
                                          .tip = [] { return tr("Open the menu of environments and pools"); },
                                          .shortcut = QKeySequence(u"Ctrl+E"_s)});
    connect(menu, &QAction::triggered, this, &PoolGate::showMenu);
    QAction* open =
        registry.add(window, {.id = u"pool.open"_s,
                              .text = [] { return tr("Open another pool"); },
                              .tip = [] { return tr("Open a folder, clone a repository, or start the demo"); },
                              .shortcut = QKeySequence(u"Ctrl+O"_s),
                              .icon = u"folder"_s});
    connect(open, &QAction::triggered, this, &PoolGate::showChooser);
}

void PoolGate::prepare(const QString& folder, const std::optional<Error>& error)
{
    m_page->setAnother(false);
    m_page->setRecent(m_settings->recentPools());
    if (!folder.isEmpty())
        m_page->setFolder(folder);
    if (error)
        m_page->showError(*error);
}

void PoolGate::showChooser()
{
    if (m_console->poolFolder().isEmpty())
        return Q_EMIT pageWanted();
    QStringList recent = m_settings->recentPools();
    recent.removeAll(m_console->poolFolder());
    m_page->setAnother(true);
    m_page->setRecent(recent);
    Q_EMIT pageWanted();
}

void PoolGate::showMenu()
{
    auto* menu = new QMenu(m_bar);
    menu->setObjectName(u"environmentBar.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Environments and pools"));
    addEnvironments(*menu);
    addPools(*menu);
    const QAction* open = menu->addAction(icon(u"folder"_s), tr("Open another pool…"));
    connect(open, &QAction::triggered, this, &PoolGate::showChooser);
    const QAction* clone = menu->addAction(icon(u"download"_s), tr("Clone a pool…"));
    connect(clone, &QAction::triggered, this, [this] {
        showChooser();
        m_page->showClone();
    });
    menu->popup(m_bar->mapToGlobal(QPoint(4, m_bar->height())));
    menu->setActiveAction(menu->actions().value(0));
}

void PoolGate::addEnvironments(QMenu& menu)
{
    const auto pool = m_console->pool()->pool();
    if (!pool || pool->environments.empty())
        return;
    auto* group = new QActionGroup(&menu);
    const EnvironmentDefinition* current = m_console->environment();
    for (const auto& file : pool->environments) {
        if (!file.definition)
            continue;
        const auto& environment = *file.definition;
        QAction* action = menu.addAction(
            tr("%1 · %2", "customer, stage").arg(toQt(environment.customer), stageWord(toQt(environment.stage))));
        action->setCheckable(true);
        action->setChecked(current && current->name == environment.name);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, name = toQt(environment.name)] { m_console->pool()->setEnvironment(name); });
    }
    menu.addSeparator();
}

void PoolGate::addPools(QMenu& menu)
{
    bool any = false;
    const auto folders = m_settings->recentPools();
    for (const QString& folder : folders) {
        if (folder == m_console->poolFolder())
            continue;
        const QAction* action = menu.addAction(QDir::toNativeSeparators(folder));
        connect(action, &QAction::triggered, this, [this, folder] {
            const auto root = probePool(folder);
            if (root)
                return choose(*root);
            showChooser();
            m_page->showError(root.error());
        });
        any = true;
    }
    if (any)
        menu.addSeparator();
}

std::optional<Error> PoolGate::obstacle() const
{
    const auto say = [](const QString& message, const QString& hint) {
        return Error{ErrorCode::Busy, toStd(message), toStd(hint)};
    };
    if (const int unsaved = m_console->workspace()->unsavedCount(); unsaved > 0)
        return say(tr("Jobs with changes that are not saved: %1").arg(unsaved),
                   tr("Save them, or take the changes back, then open the other pool."));
    if (const int running = m_console->runs()->activeCount(); running > 0)
        return say(tr("Jobs that are running: %1").arg(running),
                   tr("Opening another pool ends this pool's agent. Wait for them, or stop them in Monitor."));
    return {};
}

void PoolGate::choose(const QString& folder)
{
    if (folder == m_console->poolFolder())
        return Q_EMIT backWanted();
    if (const auto error = obstacle()) {
        showChooser();
        return m_page->showError(*error);
    }
    Q_EMIT poolWanted(folder);
}

} // namespace tidegate
