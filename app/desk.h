// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/console.h"

#include <QObject>

#include <functional>
#include <memory>

namespace tidegate {

class MainWindow;
class Settings;

/// One window on one pool at a time. Another pool gets a console, an agent and a window of its own; the old ones go
/// first.
class Desk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Desk)

public:
    using AgentMaker = std::function<std::unique_ptr<AgentClient>()>;

    /// `settings` outlives the desk.
    explicit Desk(
        Settings* settings, AgentMaker makeAgent = [] { return AgentClient::local(); }, QObject* parent = nullptr);
    ~Desk() override;

    /// Opens the folder; one that is no pool, or none, opens the way in and says why.
    void open(const QString& folder, const LaunchOptions& options = {});
    /// Reads the pool and starts the agent, where there is a pool. Called once the first window is shown; windows that
    /// take the place of another start by themselves.
    void start();
    [[nodiscard]] MainWindow* window() const { return m_window.get(); }
    [[nodiscard]] Console* console() const { return m_console.get(); }

private:
    void letGo(std::unique_ptr<Console> console);

    Settings* m_settings;
    AgentMaker m_makeAgent;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace tidegate
