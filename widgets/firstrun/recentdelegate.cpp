// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/firstrun/recentdelegate.h"

#include "widgets/components/focusring.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QFileInfo>
#include <QPainter>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

void RecentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const QRect& row = option.rect;
    const QFileInfo folder(index.data().toString());
    painter->save();
    if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(row, theme.color(Token::Hover));
    icon(u"folder"_s).paint(painter, QRect(row.left() + 6, row.center().y() - 7, 16, 16));
    QRect words = row.adjusted(42, 0, -8, 0);
    painter->setFont(theme.mono(12));
    painter->setPen(theme.color(Token::Text));
    painter->drawText(words, Qt::AlignVCenter, folder.fileName());
    words.setLeft(words.left() + painter->fontMetrics().horizontalAdvance(folder.fileName()) + 12);
    painter->setPen(theme.color(Token::Text2));
    painter->drawText(words, Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(folder.path(), Qt::ElideMiddle, words.width()));
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, row, 4);
    painter->restore();
}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, 28};
}

} // namespace tidegate
