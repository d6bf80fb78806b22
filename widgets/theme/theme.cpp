// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include "widgets/theme/stylesheet.h"
#include "widgets/theme/systemcolours.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int lighterOnDark = 60;

QPalette makePalette(Scheme scheme)
{
    const auto color = [scheme](Token token) { return tokenColor(token, scheme); };
    QPalette palette;
    palette.setColor(QPalette::Window, color(Token::Canvas));
    palette.setColor(QPalette::Base, color(Token::Canvas));
    palette.setColor(QPalette::AlternateBase, color(Token::Chrome));
    palette.setColor(QPalette::Button, color(Token::Raised));
    palette.setColor(QPalette::ToolTipBase, color(Token::Raised));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, color(Token::Text));
    palette.setColor(QPalette::PlaceholderText, color(Token::Text3));
    palette.setColor(QPalette::Highlight, color(Token::Selection));
    palette.setColor(QPalette::HighlightedText, color(Token::Text));
    palette.setColor(QPalette::Link, color(Token::Accent));
    palette.setColor(QPalette::LinkVisited, color(Token::Accent));
    palette.setColor(QPalette::Light, color(Token::Raised));
    palette.setColor(QPalette::Midlight, color(Token::Line));
    palette.setColor(QPalette::Mid, color(Token::LineStrong));
    palette.setColor(QPalette::Dark, color(Token::Control));
    palette.setColor(QPalette::Shadow, color(Token::LineStrong));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::Disabled));
    return palette;
}

QFont makeFont(const QStringList& families, int pixels, int weight, bool dark)
{
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(pixels);
    const int drawn = dark && weight > QFont::Normal ? weight - lighterOnDark : weight;
    font.setWeight(static_cast<QFont::Weight>(drawn));
    return font;
}

} // namespace

Theme& Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::install()
{
    // Before our palette is set, the application's own tells whether the desktop is dark.
    m_desktop.dark = QApplication::palette().color(QPalette::Base).lightnessF() < 0.5F;
    // QScintilla passes a single family on, and without this Han characters come in Japanese shapes.
    QFont::insertSubstitutions(u"Hack"_s, {u"Noto Sans Mono CJK SC"_s});
    QFont::insertSubstitutions(u"Inter"_s, {u"Noto Sans CJK SC"_s});
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    apply();
    auto* desktop = new SystemColours(qApp);
    connect(desktop, &SystemColours::wished, this, &Theme::setDesktop);
    desktop->follow(m_desktop);
}

void Theme::setChoice(Choice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::setDensity(Density density)
{
    if (m_density == density)
        return;
    m_density = density;
    Q_EMIT changed();
}

void Theme::setDesktop(DesktopColours wish)
{
    if (m_desktop == wish)
        return;
    m_desktop = wish;
    if (m_choice == Choice::System)
        apply();
}

Scheme Theme::wanted() const
{
    switch (m_choice) {
    case Choice::Light:
        return Scheme::Light;
    case Choice::Dark:
        return Scheme::Dark;
    case Choice::ContrastLight:
        return Scheme::ContrastLight;
    case Choice::ContrastDark:
        return Scheme::ContrastDark;
    case Choice::System:
        break;
    }
    if (m_desktop.contrast)
        return m_desktop.dark ? Scheme::ContrastDark : Scheme::ContrastLight;
    return m_desktop.dark ? Scheme::Dark : Scheme::Light;
}

void Theme::apply()
{
    m_scheme = wanted();
    const QPalette palette = makePalette(m_scheme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QApplication::setFont(sans(13));
    qApp->setStyleSheet(styleSheet(m_scheme));
    Q_EMIT changed();
}

QFont Theme::sans(int pixels, int weight) const
{
    return makeFont({u"Inter"_s, u"Noto Sans CJK SC"_s}, pixels, weight, isDark());
}

QFont Theme::mono(int pixels, int weight) const
{
    return makeFont({u"Hack"_s, u"Noto Sans Mono CJK SC"_s}, pixels, weight, isDark());
}

} // namespace tidegate
