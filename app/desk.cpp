// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"

#include "app/mainwindow.h"
#include "app/settings.h"
#include "models/firstrun/poolprobe.h"

namespace tidegate {

Desk::Desk(Settings* settings, AgentMaker makeAgent, QObject* parent)
    : QObject(parent), m_settings(settings), m_makeAgent(std::move(makeAgent))
{
}

Desk::~Desk() = default;

void Desk::open(const QString& folder, const LaunchOptions& options)
{
    const auto root = probePool(folder);
    if (root) {
        m_settings->setLastPool(*root);
        m_settings->addRecentPool(*root);
    }
    if (m_window)
        m_window->remember();
    auto console = std::make_unique<Console>(root ? *root : QString(), m_makeAgent());
    console->pool()->setEnvironment(options.environment);
    auto window = std::make_unique<MainWindow>(console.get(), m_settings);
    if (!root)
        window->showFirstRun(folder, folder.isEmpty() ? std::nullopt : std::optional(root.error()));
    else if (!options.page.isEmpty())
        window->showPage(options.page, options.job);
    // Not from inside of the window that is to go.
    connect(
        window.get(), &MainWindow::poolWanted, this, [this](const QString& next) { open(next); }, Qt::QueuedConnection);
    std::swap(m_console, console);
    std::swap(m_window, window);
    if (!window)
        return;
    // The new one is shown before the old one goes: the program ends with its last window.
    m_window->show();
    start();
    window->close();
    window.reset();
    letGo(std::move(console));
}

void Desk::letGo(std::unique_ptr<Console> console)
{
    // Its agent may finish an apply; nobody waits for that.
    Console* going = console.release();
    going->setParent(this);
    const auto leave = [going](AgentClient::State state) {
        if (state == AgentClient::State::Stopped)
            going->deleteLater();
    };
    connect(going->agent(), &AgentClient::stateChanged, going, leave);
    leave(going->agent()->state());
}

void Desk::start()
{
    if (!m_console->poolFolder().isEmpty())
        m_console->start();
}

} // namespace tidegate
