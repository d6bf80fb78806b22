// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "fakeagent.h"

#include <QTemporaryDir>

#include <filesystem>
#include <functional>
#include <memory>

namespace tidegate {

/// A console whose agent is played: a copy of the demo's pool, catalogues and runs made up for the picture.
class Stage
{
public:
    /// Changes the pool's files and the agent's answers before the window opens.
    using Prepare = std::function<void(const std::filesystem::path& pool, FakeAgent& agent)>;

    /// An empty pool, or the demo's.
    explicit Stage(bool withJobs, const Prepare& prepare = {});
    /// A window without a pool, after `tried` was found to be none.
    static std::unique_ptr<Stage> withoutPool(const QString& tried, const QStringList& recent);
    ~Stage();

    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] Console& console() { return *m_console; }
    [[nodiscard]] FakeAgent& agent() { return m_agent; }

    void showRunning();
    void showEnded();
    void showFailed();
    /// Another owner holds the job; the sheet asks whether to take it over.
    void showBusy();
    void showDryRun();
    /// Samples stopped to come a while ago.
    void showStale();
    void showAgentLost();
    void chooseRange(const QString& id);
    /// Edits the demo's job.
    void edit(const char* path, const char* value);
    /// As if somebody had pressed the button of that name, or the keys of the action.
    void press(const QString& button);
    void trigger(const QString& action);
    /// Lets everything arrive that is under way.
    void settle();

private:
    Stage();
    void play();
    void commit();
    void tell(nlohmann::json event);
    void sample(int secondsAgo, double rows, double sourceWait, double targetWait);
    void log(const char* level, const char* text, int secondsAgo);
    void beginRun(int secondsAgo, int lastSample = 1);
    void playHistory();

    QTemporaryDir m_folder;
    FakeAgent m_agent;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
    int m_event = 0;
    int m_line = 0;
};

/// A time as the agent writes it.
std::string isoAgo(int seconds, int milliseconds = 0);

} // namespace tidegate
