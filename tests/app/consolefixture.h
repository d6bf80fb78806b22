// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "fakeagent.h"
#include "pooltext.h"

#include <QTemporaryDir>

#include <memory>

namespace tidegate {

/// The whole window on a small pool, with an agent that is played, in a home of its own.
class ConsoleFixture
{
public:
    ConsoleFixture();
    ~ConsoleFixture();

    /// Shows the window and waits until pool and agent are there.
    [[nodiscard]] bool open();
    /// Shows the job of the pool on the Jobs page, with all that the catalogue says about it.
    [[nodiscard]] bool showJob();
    /// Ends and starts again with the same settings.
    void reopen();
    void spoilSettings();

    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] Console& console() { return *m_console; }
    [[nodiscard]] Settings& settings() { return *m_settings; }
    [[nodiscard]] FakeAgent& agent() { return *m_agent; }

private:
    PoolFolder m_folder;
    QTemporaryDir m_home;
    std::unique_ptr<FakeAgent> m_agent;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace tidegate
