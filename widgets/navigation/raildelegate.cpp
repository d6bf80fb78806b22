// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/navigation/raildelegate.h"

#include "widgets/components/focusring.h"
#include "widgets/navigation/navigationrail.h"
#include "widgets/navigation/railmodel.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/statepainter.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace tidegate {

namespace {

constexpr int narrow = 100;

void paintBadge(QPainter& painter, const QRect& item, const QModelIndex& index)
{
    const Theme& theme = Theme::instance();
    const QVariant state = index.data(RailRole::BadgeState);
    const QString text = index.data(RailRole::BadgeText).toString();
    int right = item.right() - 8;
    painter.setFont(theme.sans(12, 500));
    const int wide = painter.fontMetrics().horizontalAdvance(text);
    const Token color = state.isValid() ? textToken(static_cast<State>(state.toInt())) : Token::Text2;
    painter.setPen(theme.color(color));
    painter.drawText(QRect(right - wide, item.top(), wide + 1, item.height()), Qt::AlignVCenter, text);
    right -= text.isEmpty() ? 0 : wide + 6;
    if (state.isValid())
        paintState(painter, QRectF(right - 13, item.center().y() - 6, 13, 13), static_cast<State>(state.toInt()));
}

} // namespace

void RailDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool selected = enabled && option.state.testFlag(QStyle::State_Selected);
    const bool hovered = enabled && option.state.testFlag(QStyle::State_MouseOver);
    const Token words = !enabled ? Token::Disabled : selected ? Token::Text : Token::Text2;
    const bool wide = option.rect.width() >= narrow;
    const QRect item = NavigationRail::itemRect(option.rect).adjusted(8, 1, -8, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(selected ? Token::SelectionQuiet : Token::Hover));
        painter->drawRoundedRect(item, 4, 4);
    }
    if (selected)
        painter->fillRect(QRect(item.left(), item.top() + 8, 3, item.height() - 16), theme.color(Token::Accent));
    const int iconLeft = wide ? item.left() + 11 : item.center().x() - 7;
    icon(index.data(RailRole::Icon).toString(), words).paint(painter, QRect(iconLeft, item.center().y() - 7, 16, 16));
    if (wide) {
        painter->setFont(theme.sans(13, selected ? 600 : 450));
        painter->setPen(theme.color(words));
        painter->drawText(item.adjusted(36, 0, -8, 0), Qt::AlignVCenter, index.data().toString());
        paintBadge(*painter, item, index);
    } else if (const QVariant state = index.data(RailRole::BadgeState); state.isValid()) {
        paintState(*painter, QRectF(item.right() - 12, item.top() + 2, 11, 11), static_cast<State>(state.toInt()));
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, item, 4);
    painter->restore();
}

QSize RailDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {48, static_cast<const NavigationRail*>(parent())->rowHeight(index)};
}

} // namespace tidegate
