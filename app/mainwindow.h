// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "widgets/actionregistry.h"

#include <QMainWindow>

#include <optional>

class QStackedWidget;

namespace tidegate {

class CommandPalette;
class Console;
class EnvironmentBar;
class FirstRunPage;
class MenuBar;
class MonitorPage;
class NavigationRail;
class OverviewPage;
class Page;
class PoolGate;
class RailModel;
class Settings;
class StatusStrip;
class Toast;
class WindowBanners;
struct PaletteItem;

/// Bar, rail, pages, status. Knows how pages stand beside each other, not what is on them.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// Both outlive the window.
    MainWindow(Console* console, Settings* settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ActionRegistry* actions() { return &m_actions; }
    [[nodiscard]] Page* currentPage() const;
    void showPage(const QString& id, const QString& what = {});
    enum class Search { Everything, Jobs };
    void search(Search what);
    /// Moves the keyboard to another part of the window: rail, parts of the page, status, search.
    void goToRegion(int steps);
    void showMenus();
    /// Where it stands and what it shows, for the next window.
    void remember();
    /// No pool is open: `folder` is what was tried, `error` why it is none.
    void showFirstRun(const QString& folder, const std::optional<Error>& error);

Q_SIGNALS:
    /// Another pool is to be opened in place of this one.
    void poolWanted(const QString& folder);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void addPages();
    void addPage(Page* page, bool foot = false);
    QWidget* layOut();
    void connectLook();
    void openLast();
    void choose(const PaletteItem& item);
    void connectConsole();
    void connectGate();
    void showGate();
    void onPoolChanged();
    void showRow(int row);

    Console* m_console;
    Settings* m_settings;
    ActionRegistry m_actions;
    EnvironmentBar* m_environment;
    RailModel* m_railModel;
    NavigationRail* m_rail;
    QStackedWidget* m_pages;
    WindowBanners* m_banners;
    StatusStrip* m_status;
    Toast* m_toast;
    CommandPalette* m_palette;
    MenuBar* m_menus = nullptr;
    FirstRunPage* m_firstRun;
    PoolGate* m_gate;
    OverviewPage* m_overview = nullptr;
    MonitorPage* m_monitor = nullptr;
    QString m_wanted;      ///< what the page shall open once the pool has been read
    bool m_opened = false; ///< what the pages showed last was opened again
};

} // namespace tidegate
