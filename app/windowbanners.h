// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tidegate {

class Banner;
class Console;
class PromptBar;

/// What concerns the window and not one page, above all of them: an agent that ended, a pool that can't be read, work
/// that closing would lose, questions of the agent.
class WindowBanners final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowBanners)

public:
    /// `console` outlives it.
    explicit WindowBanners(Console* console, QWidget* parent = nullptr);

    /// False: work would be lost, and a person is asked whether it may.
    [[nodiscard]] bool mayClose();

Q_SIGNALS:
    /// A person gives unsaved work up.
    void closeWanted();

private:
    void connectPrompt();
    void showAgent();
    void showPool();
    void showUnsaved();

    Console* m_console;
    Banner* m_agent;
    Banner* m_pool;
    Banner* m_unsaved;
    PromptBar* m_prompt;
    bool m_givenUp = false;
};

} // namespace tidegate
