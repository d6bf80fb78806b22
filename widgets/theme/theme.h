// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QColor>
#include <QFont>
#include <QObject>

namespace tidegate {

/// Colours, fonts, density and style sheet of the whole program. Painted views read it when they paint.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    enum class Choice { System, Light, Dark, ContrastLight, ContrastDark };
    Q_ENUM(Choice)
    enum class Density { Comfortable, Compact };
    Q_ENUM(Density)

    static Theme& instance();

    /// Takes over the application: style, palette, fonts, style sheet. Called once, after QApplication was made. From
    /// then on the desktop's colours are followed where they are chosen.
    void install();
    void setChoice(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }
    void setDensity(Density density);
    [[nodiscard]] Density density() const { return m_density; }
    /// What the desktop wants; heard from it, and settable for tests.
    void setDesktop(DesktopColours wish);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const { return tidegate::isDark(m_scheme); }
    [[nodiscard]] QColor color(Token token) const { return tokenColor(token, m_scheme); }
    /// Height of a row in a table.
    [[nodiscard]] int rowHeight() const { return m_density == Density::Comfortable ? 30 : 26; }

    /// Fonts by pixels. Dark draws every weight above 400 one step lighter.
    [[nodiscard]] QFont sans(int pixels, int weight = QFont::Normal) const;
    [[nodiscard]] QFont mono(int pixels, int weight = QFont::Normal) const;

Q_SIGNALS:
    /// Everything is in place: repaint, and lay out again what depends on fonts or density.
    void changed();

private:
    Theme() = default;
    [[nodiscard]] Scheme wanted() const;
    void apply();

    Choice m_choice = Choice::System;
    Density m_density = Density::Comfortable;
    DesktopColours m_desktop;
    Scheme m_scheme = Scheme::Light;
};

inline QColor themeColor(Token token)
{
    return Theme::instance().color(token);
}

} // namespace tidegate
