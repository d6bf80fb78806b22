// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/monitor/runlistdelegate.h"

#include "models/monitor/runlistroles.h"
#include "widgets/components/focusring.h"
#include "widgets/monitor/runwords.h"
#include "widgets/theme/textline.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace tidegate {

namespace {
constexpr int rowHeight = 28;
constexpr int padding = 8;
constexpr int glyph = 13;
} // namespace

void RunListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect& cell = option.rect;
    painter->save();
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(cell, theme.color(selected ? Token::Selection : Token::Hover));
    paintHairline(*painter, cell.left(), cell.bottom(), cell.width());
    const QRect inner = cell.adjusted(padding, 0, -padding, 0);
    if (index.column() == RunColumn::Started) {
        paintState(*painter, QRectF(inner.left(), cell.center().y() - 6, glyph, glyph),
                   stateOfOutcome(index.data(RunListRole::Outcome).toString()));
        painter->setFont(theme.mono(12));
        painter->setPen(theme.color(Token::Text));
        const QRect words = inner.adjusted(glyph + 9, 0, 0, 0);
        const QString time = index.data().toString();
        drawTextLine(*painter, words, time);
        const int end = painter->fontMetrics().horizontalAdvance(time) + 8;
        painter->setFont(theme.sans(12));
        painter->setPen(theme.color(Token::Text2));
        drawTextLine(*painter, words.adjusted(end, 0, 0, 0), index.data(RunListRole::Note).toString());
    } else {
        painter->setFont(theme.mono(12));
        painter->setPen(theme.color(Token::Text));
        drawTextLine(*painter, inner, index.data().toString(), Qt::AlignRight);
    }
    if (selected && index.column() == 0)
        painter->fillRect(QRect(cell.left(), cell.top(), 3, cell.height()), theme.color(Token::Accent));
    painter->restore();
}

QSize RunListDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {80, rowHeight};
}

} // namespace tidegate
