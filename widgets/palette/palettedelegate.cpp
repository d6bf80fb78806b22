// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/palettedelegate.h"

#include "widgets/components/keycap.h"
#include "widgets/palette/palettemodel.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace tidegate {

namespace {

constexpr int margin = 16;
constexpr int textLeft = 44;
constexpr int noteGap = 10;

/// Draws `text` from `left` and gives where it ended. Matched letters are heavier; each run of one weight is one text.
int paintMarked(QPainter& painter, const QRect& row, int left, const QString& text, const QList<int>& marks, bool mono)
{
    const Theme& theme = Theme::instance();
    int from = 0;
    while (from < text.size()) {
        const bool marked = marks.contains(from);
        int to = from + 1;
        while (to < text.size() && marks.contains(to) == marked)
            ++to;
        const int weight = marked ? 700 : 400;
        painter.setFont(mono ? theme.mono(12, weight) : theme.sans(13, weight));
        const QString part = text.mid(from, to - from);
        const int wide = painter.fontMetrics().horizontalAdvance(part);
        painter.drawText(QRect(left, row.top(), wide + 1, row.height()), Qt::AlignVCenter, part);
        left += wide;
        from = to;
    }
    return left;
}

} // namespace

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const QRect& row = option.rect;
    painter->save();
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(row, theme.color(selected ? Token::Selection : Token::Hover));
    if (selected)
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), theme.color(Token::Accent));
    const QVariant state = index.data(PaletteRole::State);
    const QRect square(row.left() + margin, row.center().y() - 7, 16, 16);
    if (state.isValid())
        paintState(*painter, QRectF(square).adjusted(1, 1, -2, -2), static_cast<State>(state.toInt()));
    else if (const QString name = index.data(PaletteRole::Icon).toString(); !name.isEmpty())
        icon(name, enabled ? Token::Text2 : Token::Disabled).paint(painter, square);
    int right = row.right() - margin;
    if (const QString keys = index.data(PaletteRole::Keys).toString(); !keys.isEmpty())
        right = paintKeys(*painter, row, right, keys) - noteGap;
    const bool mono = index.data(PaletteRole::Kind).toInt() != static_cast<int>(PaletteItem::Kind::Action);
    painter->setPen(theme.color(enabled ? Token::Text : Token::Disabled));
    const int end = paintMarked(*painter, row, row.left() + textLeft, index.data().toString(),
                                index.data(PaletteRole::Marks).value<QList<int>>(), mono);
    painter->setFont(theme.sans(12));
    painter->setPen(theme.color(enabled ? Token::Text2 : Token::Disabled));
    const QRect rest(end + noteGap, row.top(), right - end - noteGap, row.height());
    painter->drawText(
        rest, Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(PaletteRole::Note).toString(), Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, rowHeight};
}

} // namespace tidegate
