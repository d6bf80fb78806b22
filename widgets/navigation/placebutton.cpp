// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/navigation/placebutton.h"

#include "widgets/components/focusring.h"
#include "widgets/navigation/environmentbar.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace tidegate {

PlaceButton::PlaceButton(EnvironmentBar* bar) : QAbstractButton(bar), m_bar(bar)
{
    setObjectName(QStringLiteral("environmentBar.place"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void PlaceButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int band = m_bar->isProduction() ? EnvironmentBar::bandHeight : 0;
    const Token color = m_bar->isProduction() ? Token::OnProduction : Token::Text2;
    tidegate::icon(QStringLiteral("chevron-down"), color)
        .paint(&painter, QRect(width() - 28, (height() + band - 16) / 2, 16, 16));
    if (!hasFocus())
        return;
    // Accent on crimson would hardly be seen.
    if (m_bar->isProduction())
        painter.fillRect(rect().adjusted(8, height() - 5, -8, -3), themeColor(Token::OnProduction));
    else
        paintFocusRing(painter, rect().adjusted(2, 2, -2, -2), 4);
}

} // namespace tidegate
