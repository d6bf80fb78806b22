// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tidegate {

class Console;
class StatusItem;
class StatusStrip;

/// Keeps the status bar true: branch, unsaved, runs; agent, source clock, zone, theme. Pressing an item goes there.
class StatusReporter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusReporter)

public:
    StatusReporter(Console* console, StatusStrip* strip, QObject* parent = nullptr);

Q_SIGNALS:
    void pageWanted(const QString& pageId);
    void themeWanted();

private:
    void showPool();
    void showUnsaved();
    void showRuns();
    void showAgent();
    void showClock();
    void showTheme();

    Console* m_console;
    StatusItem* m_branch;
    StatusItem* m_unsaved;
    StatusItem* m_runs;
    StatusItem* m_agent;
    StatusItem* m_clock;
    StatusItem* m_zone;
    StatusItem* m_theme;
};

} // namespace tidegate
