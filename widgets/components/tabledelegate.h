// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace tidegate {

/// What a cell may say beside its text.
namespace TableRole {
enum : int {
    State = Qt::UserRole + 100, ///< a glyph before the text
    Chip,                       ///< the state of a chip around the text
    Note,                       ///< quiet words after the text
    IsMono,                     ///< comes from a database, or is a number in a column
};
} // namespace TableRole

/// The cells of our tables: hairlines, selection with the accent bar, ring where the keyboard is.
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Gives a tree view the manners of our tables, and its delegate.
void prepareTable(QTreeView* view);

} // namespace tidegate
