// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "album.h"
#include "hands.h"

namespace tidegate {

class Console;
class MainWindow;

/// The day itself, step by step, on a pool of the demo whose servers are there.
class Day
{
public:
    Day(Console* console, MainWindow* window, Album* album);

    /// False at the first step that does not go as it must.
    [[nodiscard]] bool live();

private:
    struct Words
    {
        QString name;
        QString title;
        QString keys;
        QString text;
    };
    [[nodiscard]] bool snap(const Words& words);
    [[nodiscard]] bool save();
    [[nodiscard]] bool openJob(const QString& job);
    [[nodiscard]] bool waitForEnd(const QString& job, bool well);

    [[nodiscard]] bool lookAround();
    [[nodiscard]] bool findTheJob();
    [[nodiscard]] bool makeAMistake();
    [[nodiscard]] bool mendAndSave();
    [[nodiscard]] bool tryDry();
    [[nodiscard]] bool loadIt();
    [[nodiscard]] bool breakAnother();
    [[nodiscard]] bool seeWhoNeedsYou();
    [[nodiscard]] bool goHome();

    Console* m_console;
    MainWindow* m_window;
    Album* m_album;
    Hands m_hands;
};

} // namespace tidegate
