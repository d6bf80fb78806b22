// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actionregistry.h"

#include <QMainWindow>

class QStackedWidget;

namespace tidegate {

class Banner;
class Console;
class EnvironmentBar;
class MonitorPage;
class NavigationRail;
class Page;
class PromptBar;
class RailModel;
class Settings;
class StatusStrip;
class Toast;

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

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void addPages();
    void addPage(Page* page);
    QWidget* layOut();
    void registerActions();
    void connectConsole();
    void onPoolChanged();
    void onAgentState();
    void showRow(int row);
    void nextTheme();

    Console* m_console;
    Settings* m_settings;
    ActionRegistry m_actions;
    EnvironmentBar* m_environment;
    RailModel* m_railModel;
    NavigationRail* m_rail;
    QStackedWidget* m_pages;
    Banner* m_banner;
    Banner* m_poolBanner;
    PromptBar* m_prompt;
    StatusStrip* m_status;
    Toast* m_toast;
    MonitorPage* m_monitor = nullptr;
    QString m_wanted; ///< what the page shall open once the pool has been read
    bool m_closeAnyway = false;
};

} // namespace tidegate
