// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/components/tabledelegate.h"

#include "widgets/components/focusring.h"
#include "widgets/theme/statepainter.h"
#include "widgets/theme/textline.h"
#include "widgets/theme/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QTreeView>

#include <optional>

namespace tidegate {

namespace {

constexpr int margin = 8;
constexpr int glyph = 13;

std::optional<State> stateIn(const QModelIndex& index, int role)
{
    const QVariant value = index.data(role);
    return value.isValid() ? std::optional(static_cast<State>(value.toInt())) : std::nullopt;
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect& cell = option.rect;
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(cell, themeColor(selected ? Token::Selection : Token::Hover));
    if (selected && index.column() == 0)
        painter.fillRect(QRect(cell.left(), cell.top(), 3, cell.height()), themeColor(Token::Accent));
    paintHairline(painter, cell.left(), cell.bottom(), cell.width());
}

void paintChip(QPainter& painter, const QRect& cell, State state, const QString& text)
{
    painter.setFont(Theme::instance().sans(11, 500));
    const int wide = painter.fontMetrics().horizontalAdvance(text) + 30;
    const QRect chip(cell.left(), cell.center().y() - 9, std::min(wide, cell.width()), 20);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColor(tintToken(state)));
    painter.drawRoundedRect(chip, 4, 4);
    paintState(painter, QRectF(chip.left() + 6, chip.center().y() - 5, 11, 11), state);
    painter.setPen(themeColor(textToken(state)));
    drawTextLine(painter, chip.adjusted(23, 0, 0, 0), text);
}

void paintWords(QPainter& painter, QRect words, const QModelIndex& index)
{
    const Theme& theme = Theme::instance();
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
    const QVariant font = index.data(Qt::FontRole);
    painter.setFont(font.isValid()                           ? font.value<QFont>()
                    : index.data(TableRole::IsMono).toBool() ? theme.mono(12)
                                                             : theme.sans(13));
    const QVariant ink = index.data(Qt::ForegroundRole);
    painter.setPen(!enabled        ? theme.color(Token::Disabled)
                   : ink.isValid() ? ink.value<QColor>()
                                   : theme.color(Token::Text));
    const QVariant aligned = index.data(Qt::TextAlignmentRole);
    const auto alignment = aligned.isValid() ? Qt::Alignment(aligned.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
    const QString text = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width());
    drawTextLine(painter, words, text, alignment);
    const QString note = index.data(TableRole::Note).toString();
    words.setLeft(words.left() + painter.fontMetrics().horizontalAdvance(text) + margin);
    if (note.isEmpty() || words.width() < 16)
        return;
    painter.setFont(theme.sans(12));
    painter.setPen(theme.color(Token::Text2));
    drawElidedLine(painter, words, note);
}

} // namespace

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintGround(*painter, option, index);
    QRect words = option.rect.adjusted(margin, 0, -margin, 0);
    if (const auto state = stateIn(index, TableRole::State)) {
        paintState(*painter, QRectF(words.left(), words.center().y() - glyph / 2, glyph, glyph), *state);
        words.setLeft(words.left() + glyph + margin);
    }
    if (const auto chip = stateIn(index, TableRole::Chip))
        paintChip(*painter, words, *chip, index.data().toString());
    else
        paintWords(*painter, words, index);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, option.rect, 3);
    painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, Theme::instance().rowHeight()};
}

void prepareTable(QTreeView* view)
{
    view->setItemDelegate(new TableDelegate(view));
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setMouseTracking(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabKeyNavigation(false);
    view->setAllColumnsShowFocus(false);
    view->header()->setHighlightSections(false);
    view->header()->setMinimumSectionSize(24);
}

} // namespace tidegate
