// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/sidedelegates.h"

#include "models/overview/prooflistmodel.h"
#include "widgets/components/focusring.h"
#include "widgets/overview/overviewlook.h"
#include "widgets/theme/textline.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace tidegate {

namespace {
constexpr int rowHeight = 24;
constexpr int glyph = 13;
constexpr int timeWidth = 48;
} // namespace

void ProofDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const QRect& row = option.rect;
    painter->save();
    const auto look = static_cast<ProofLook>(index.data(ProofListModel::LookRole).toInt());
    paintState(*painter, QRect(row.left() + 1, row.center().y() - glyph / 2, glyph, glyph), stateOf(look));
    painter->setFont(theme.mono(12));
    painter->setPen(theme.color(Token::Text));
    const QString count = index.data(ProofListModel::CountRole).toString();
    drawTextLine(*painter, row.adjusted(0, 0, -1, 0), count, Qt::AlignRight);
    painter->setFont(theme.sans(13));
    painter->setPen(theme.color(Token::Text2));
    drawElidedLine(*painter, row.adjusted(24, 0, -40, 0), index.data().toString());
    painter->restore();
}

QSize ProofDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {160, rowHeight};
}

void UpcomingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::instance();
    const QRect& row = option.rect;
    painter->save();
    if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(row, theme.color(Token::Hover));
    painter->setFont(theme.mono(12));
    painter->setPen(theme.color(Token::Text2));
    drawTextLine(*painter, row, index.data(UpcomingRole::Time).toString());
    painter->setFont(theme.sans(12));
    const QString cadence = index.data(UpcomingRole::Cadence).toString();
    const int wide = painter->fontMetrics().horizontalAdvance(cadence);
    drawTextLine(*painter, row, cadence, Qt::AlignRight);
    painter->setFont(theme.mono(12));
    painter->setPen(theme.color(Token::Text));
    const QRect words = row.adjusted(timeWidth, 0, -wide - 8, 0);
    drawElidedLine(*painter, words, index.data().toString());
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, row, 4);
    painter->restore();
}

QSize UpcomingDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {160, rowHeight};
}

} // namespace tidegate
