// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow.h"
#include "fakeagent.h"

#include <QTimer>

namespace tidegate {

/// Somebody who works while a job runs: changes pages, types into a job, searches, scrolls, folds, changes colours.
/// Ten acts a second, the same ones in every bench.
class Operator final : public QObject
{
    Q_OBJECT

public:
    Operator(MainWindow* window, QObject* parent = nullptr);

    [[nodiscard]] int acts() const { return m_acts; }

private:
    void act();
    void type(const QString& text);

    MainWindow* m_window;
    QTimer m_timer;
    int m_acts = 0;
};

/// The agent's side of a run: a sample a second, progress ten times a second, fifty log lines a second.
class RunningAgent final : public QObject
{
    Q_OBJECT

public:
    explicit RunningAgent(FakeAgent* agent, QObject* parent = nullptr);

private:
    void tick();
    void event(nlohmann::json event);

    FakeAgent* m_agent;
    QTimer m_timer;
    int m_ticks = 0;
    int m_event = 0;
    int m_line = 0;
};

} // namespace tidegate
