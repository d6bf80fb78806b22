// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace tidegate {

class Settings;

/// Remembers colours, density and language, and lays the window out again when one of them changes.
class WindowLook final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowLook)

public:
    /// `settings` outlives it.
    WindowLook(QWidget* window, Settings* settings);

    /// Light, dark, as the desktop, and round again.
    static void nextTheme();

private:
    void layOutAgain();

    QWidget* m_window;
};

} // namespace tidegate
