// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace tidegate {

/// The contrast schemes keep shapes and words and give every text 7:1.
enum class Scheme { Light, Dark, ContrastLight, ContrastDark };

/// What the desktop asks of programs.
struct DesktopColours
{
    bool dark = false;
    bool contrast = false;
    bool operator==(const DesktopColours&) const = default;
};

/// Every colour of the console by what it is for. The values of all schemes stand in one table in tokens.cpp.
enum class Token {
    Canvas,
    Chrome,
    Raised,
    Hover,
    Selection,
    SelectionQuiet,
    Line,
    LineStrong,
    Control,
    Text,
    Text2,
    Text3,
    Disabled,
    Accent,
    OnAccent,
    Ok,
    Warn,
    Fail,
    Changed,
    Production,
    OnProduction,
    ProductionTint,
    OkFill,
    OkSoft,
    OkTint,
    WarnFill,
    WarnSoft,
    WarnTint,
    FailFill,
    FailSoft,
    FailTint,
    RunFill,
    RunSoft,
    RunTint,
    ChangedFill,
    ChangedSoft,
    ChangedTint,
    OffFill,
    OffSoft,
    OffTint,
    Series1,
    Series2,
    Series3,
    Series4,
    RemovedTint,
    RemovedWord,
    AddedTint,
    AddedWord,
    SearchHit,
    Count
};

QColor tokenColor(Token token, Scheme scheme);

/// Light on dark.
constexpr bool isDark(Scheme scheme)
{
    return scheme == Scheme::Dark || scheme == Scheme::ContrastDark;
}

/// Contrast of two opaque colours by the WCAG 2 formula, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace tidegate
