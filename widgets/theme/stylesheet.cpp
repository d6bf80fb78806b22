// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/stylesheet.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<std::pair<const char*, Token>, 20> names{{
    {"canvas", Token::Canvas},     {"chrome", Token::Chrome},       {"raised", Token::Raised},
    {"hover", Token::Hover},       {"line", Token::Line},           {"line2", Token::LineStrong},
    {"ctl", Token::Control},       {"text", Token::Text},           {"text2", Token::Text2},
    {"text3", Token::Text3},       {"dis", Token::Disabled},        {"accent", Token::Accent},
    {"onaccent", Token::OnAccent}, {"prod", Token::Production},     {"onprod", Token::OnProduction},
    {"fail", Token::FailFill},     {"sel", Token::Selection},       {"chg", Token::Changed},
    {"off", Token::OffFill},       {"seln", Token::SelectionQuiet},
}};

// A focus border is 1 px thicker than the resting one and takes that pixel from the padding, so that text stands still.
constexpr auto sheet = R"(
QPushButton { min-height: 26px; padding: 0 11px; border: 1px solid @line2; border-radius: 6px; background: @raised; color: @text; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @seln; }
QPushButton:focus { border: 2px solid @accent; padding: 0 10px; min-height: 24px; }
QPushButton:disabled { color: @dis; background: @chrome; }
QPushButton[role="primary"] { background: @accent; border-color: @accent; color: @onaccent; }
QPushButton[role="primary"]:hover { border-color: @text; }
QPushButton[role="primary"]:focus { border: 2px solid @text; }
QPushButton[role="danger"] { background: @prod; border-color: @prod; color: @onprod; }
QPushButton[role="danger"]:focus { border: 2px solid @text; }
QPushButton[role="primary"]:disabled, QPushButton[role="danger"]:disabled { background: @hover; border-color: @line2; color: @dis; }
QPushButton[role="link"] { border: 2px solid transparent; border-radius: 4px; padding: 0; min-height: 20px; background: transparent; color: @accent; }
QPushButton[role="link"]:focus { border: 2px solid @accent; }
QPushButton[role="link"]:disabled { color: @dis; }
QPushButton[role="icon"] { min-width: 24px; max-width: 24px; padding: 0; min-height: 24px; border: 2px solid transparent; background: transparent; }
QPushButton[role="icon"]::menu-indicator { image: none; width: 0; }
QPushButton[role="icon"]:hover { background: @hover; }
QPushButton[role="icon"]:focus { border: 2px solid @accent; padding: 0; }
QLineEdit, QComboBox, QPlainTextEdit { min-height: 26px; border: 1px solid @ctl; border-radius: 4px; background: @canvas; selection-background-color: @accent; selection-color: @onaccent; }
QLineEdit { padding: 0 7px; }
QComboBox { padding: 0 9px; }
QLineEdit:focus { border: 2px solid @accent; padding: 0 6px; min-height: 24px; }
QComboBox:focus { border: 2px solid @accent; padding: 0 8px; min-height: 24px; }
QLineEdit[invalid="true"], QComboBox[invalid="true"] { border: 2px solid @fail; padding: 0 6px; min-height: 24px; }
QLineEdit:disabled, QComboBox:disabled { background: @chrome; border-color: @line2; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @ctl; border-radius: 3px; background: @canvas; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/check-on-@theme.svg); }
QCheckBox::indicator:focus { border: 1px solid @text; }
QCheckBox::indicator:disabled { background: @chrome; border-color: @line2; }
QRadioButton { spacing: 8px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @ctl; border-radius: 8px; background: @canvas; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; background: @onaccent; }
QRadioButton::indicator:focus { border-color: @text; }
QRadioButton::indicator:disabled { background: @chrome; border-color: @line2; }
QPushButton::menu-indicator { image: url(:/icons/chevron-down-@theme.svg); subcontrol-origin: padding; subcontrol-position: right center; width: 16px; height: 16px; right: 5px; }
QComboBox::drop-down { width: 24px; border: none; }
QComboBox::down-arrow { image: url(:/icons/chevron-down-@theme.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView { border: 1px solid @line2; background: @raised; selection-background-color: @sel; selection-color: @text; outline: none; padding: 4px; }
QHeaderView::section { border: none; border-bottom: 1px solid @line2; background: @canvas; color: @text2; font-size: 12px; font-weight: 500; padding: 0 8px; height: 29px; }
QScrollBar { background: transparent; border: none; } QScrollBar:vertical { width: 10px; } QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @line2; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @ctl; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; } QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { border: 1px solid @line2; background: @raised; color: @text; padding: 4px; }
QsciScintilla { border: 2px solid transparent; }
QsciScintilla:focus { border: 2px solid @accent; }
QSplitter::handle { background: @line; }
)";

} // namespace

QString styleSheet(Scheme scheme)
{
    QString text = QString::fromLatin1(sheet);
    text.replace("@theme"_L1, isDark(scheme) ? "dark"_L1 : "light"_L1);
    for (const auto& [name, token] : names) {
        const QRegularExpression word(u"@%1\\b"_s.arg(QLatin1StringView(name)));
        text.replace(word, tokenColor(token, scheme).name());
    }
    return text;
}

} // namespace tidegate
