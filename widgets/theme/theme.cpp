// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include "widgets/theme/stylesheet.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int lighterOnDark = 60;

QPalette makePalette(bool dark)
{
    const auto color = [dark](Token token) { return tokenColor(token, dark); };
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
    m_systemDark = QApplication::palette().color(QPalette::Base).lightnessF() < 0.5F;
    // QScintilla passes a single family on, and without this Han characters come in Japanese shapes.
    QFont::insertSubstitutions(u"Hack"_s, {u"Noto Sans Mono CJK SC"_s});
    QFont::insertSubstitutions(u"Inter"_s, {u"Noto Sans CJK SC"_s});
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    apply();
}

void Theme::setChoice(Choice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    m_dark = m_choice == Choice::System ? m_systemDark : m_choice == Choice::Dark;
    const QPalette palette = makePalette(m_dark);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QApplication::setFont(sans(13));
    qApp->setStyleSheet(styleSheet(m_dark));
    Q_EMIT changed();
}

QFont Theme::sans(int pixels, int weight) const
{
    return makeFont({u"Inter"_s, u"Noto Sans CJK SC"_s}, pixels, weight, m_dark);
}

QFont Theme::mono(int pixels, int weight) const
{
    return makeFont({u"Hack"_s, u"Noto Sans Mono CJK SC"_s}, pixels, weight, m_dark);
}

} // namespace tidegate
