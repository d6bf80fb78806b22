// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowactions.h"

#include "app/console.h"
#include "app/mainwindow.h"
#include "app/windowlook.h"
#include "widgets/navigation/railmodel.h"
#include "widgets/page.h"

#include <QCoreApplication>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

/// `text` and `tip` come from QT_TRANSLATE_NOOP.
struct Verb
{
    const char* id;
    const char* text;
    const char* tip;
    const char* keys;
    const char* icon;
    void (*does)(MainWindow&);
};

QString words(const char* text)
{
    return QCoreApplication::translate("tidegate::WindowActions", text);
}

constexpr Verb verbs[] = {
    {"go.search", QT_TRANSLATE_NOOP("tidegate::WindowActions", "Search everything"),
     QT_TRANSLATE_NOOP("tidegate::WindowActions", "Find a job, a table or a command"), "Ctrl+K", "search",
     [](MainWindow& window) { window.search(MainWindow::Search::Everything); }},
    {"go.job", QT_TRANSLATE_NOOP("tidegate::WindowActions", "Go to job"),
     QT_TRANSLATE_NOOP("tidegate::WindowActions", "Find a job by some letters of its name"), "Ctrl+P", "jobs",
     [](MainWindow& window) { window.search(MainWindow::Search::Jobs); }},
    {"go.nextRegion", QT_TRANSLATE_NOOP("tidegate::WindowActions", "Next part of the window"),
     QT_TRANSLATE_NOOP("tidegate::WindowActions", "Move the keyboard to the next part of the window"), "F6", "",
     [](MainWindow& window) { window.goToRegion(1); }},
    {"go.previousRegion", QT_TRANSLATE_NOOP("tidegate::WindowActions", "Previous part of the window"),
     QT_TRANSLATE_NOOP("tidegate::WindowActions", "Move the keyboard to the previous part of the window"), "Shift+F6",
     "", [](MainWindow& window) { window.goToRegion(-1); }},
    {"go.menus", QT_TRANSLATE_NOOP("tidegate::WindowActions", "Menus"),
     QT_TRANSLATE_NOOP("tidegate::WindowActions", "Show the menus; Alt alone does the same"), "F10", "",
     [](MainWindow& window) { window.showMenus(); }},
    {"view.theme", QT_TRANSLATE_NOOP("tidegate::WindowActions", "Next colours"),
     QT_TRANSLATE_NOOP("tidegate::WindowActions", "Light, dark, or as the system"), "Ctrl+Shift+L", "theme",
     [](MainWindow&) { WindowLook::nextTheme(); }},
    {"window.quit", QT_TRANSLATE_NOOP("tidegate::WindowActions", "Quit"),
     QT_TRANSLATE_NOOP("tidegate::WindowActions", "Close the console; its agent finishes a running apply"), "Ctrl+Q",
     "", [](MainWindow& window) { window.close(); }},
};

void addPages(MainWindow& window, const RailModel& pages)
{
    for (int row = 0; row < pages.rowCount(); ++row) {
        const Page* page = pages.page(row);
        const bool foot = pages.index(row).data(RailRole::IsFoot).toBool();
        QAction* action = window.actions()->add(
            &window,
            {.id = u"go."_s + page->id(),
             .text = [page] { return page->name(); },
             .tip =
                 [page] {
                     return words(QT_TRANSLATE_NOOP("tidegate::WindowActions", "Go to the page %1")).arg(page->name());
                 },
             .shortcut = QKeySequence(foot ? u"Ctrl+,"_s : u"Ctrl+%1"_s.arg(row + 1)),
             .icon = page->icon()});
        QObject::connect(action, &QAction::triggered, &window, [&window, id = page->id()] { window.showPage(id); });
    }
}

} // namespace

void registerWindowActions(MainWindow& window, const RailModel& pages, Console& console)
{
    addPages(window, pages);
    for (const Verb& verb : verbs) {
        QAction* action = window.actions()->add(&window, {.id = QString::fromLatin1(verb.id),
                                                          .text = [&verb] { return words(verb.text); },
                                                          .tip = [&verb] { return words(verb.tip); },
                                                          .shortcut = QKeySequence(QString::fromLatin1(verb.keys)),
                                                          .icon = QString::fromLatin1(verb.icon)});
        QObject::connect(action, &QAction::triggered, &window, [&window, &verb] { verb.does(window); });
    }
    QAction* reload = window.actions()->add(
        &window,
        {.id = u"pool.reload"_s,
         .text = [] { return words(QT_TRANSLATE_NOOP("tidegate::WindowActions", "Read the pool again")); },
         .tip =
             [] { return words(QT_TRANSLATE_NOOP("tidegate::WindowActions", "Read all files of the pool from disk")); },
         .shortcut = QKeySequence(u"F5"_s),
         .icon = u"reload"_s});
    QObject::connect(reload, &QAction::triggered, console.pool(), &PoolModel::reload);
}

} // namespace tidegate
