// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QColor>
#include <QFont>
#include <QObject>

namespace tidegate {

/// Light or dark, fonts and style sheet of the whole program. Painted views read it when they paint.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    static Theme& instance();

    /// Takes over the application: style, palette, fonts, style sheet. Called once, after QApplication was made.
    void install();
    void setChoice(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] QColor color(Token token) const { return tokenColor(token, m_dark); }

    /// Fonts by pixels. Dark draws every weight above 400 one step lighter.
    [[nodiscard]] QFont sans(int pixels, int weight = QFont::Normal) const;
    [[nodiscard]] QFont mono(int pixels, int weight = QFont::Normal) const;

Q_SIGNALS:
    void changed();

private:
    Theme() = default;
    void apply();

    Choice m_choice = Choice::System;
    bool m_systemDark = false;
    bool m_dark = false;
};

inline QColor themeColor(Token token)
{
    return Theme::instance().color(token);
}

} // namespace tidegate
