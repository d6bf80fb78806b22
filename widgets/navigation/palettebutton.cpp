// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/navigation/palettebutton.h"

#include "models/language.h"
#include "widgets/components/focusring.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int textLeft = 32;
constexpr int usual = 280;
} // namespace

PaletteButton::PaletteButton(QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(u"paletteButton"_s);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    translated(this, [this] {
        setText(tr("Jobs, tables, commands"));
        setAccessibleName(tr("Search jobs, tables and commands"));
    });
}

void PaletteButton::setKeys(const QString& keys)
{
    m_keys = keys;
    m_keys.replace(u'+', u' ');
    setToolTip(m_keys);
    update();
}

QSize PaletteButton::sizeHint() const
{
    return minimumSizeHint().expandedTo({usual, 28});
}

QSize PaletteButton::minimumSizeHint() const
{
    const int words = QFontMetrics(Theme::instance().sans(13)).horizontalAdvance(text());
    const int keys = QFontMetrics(Theme::instance().sans(11)).horizontalAdvance(m_keys);
    return {textLeft + words + keys + 32, 28};
}

void PaletteButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(underMouse() ? Token::Text2 : Token::Control));
    painter.setBrush(theme.color(Token::Canvas));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    tidegate::icon(u"search"_s).paint(&painter, QRect(10, (height() - 16) / 2, 16, 16));
    painter.setFont(theme.sans(11));
    painter.setPen(theme.color(Token::Text2));
    const int keys = painter.fontMetrics().horizontalAdvance(m_keys);
    painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, m_keys);
    painter.setFont(theme.sans(13));
    painter.setPen(theme.color(Token::Text3));
    const QRect words = rect().adjusted(textLeft, 0, -keys - 20, 0);
    painter.drawText(words, Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (hasFocus())
        paintFocusRing(painter, rect(), 4);
}

} // namespace tidegate
