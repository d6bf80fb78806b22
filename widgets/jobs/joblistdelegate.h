// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tidegate {

/// A line of the list of jobs: glyph, name, one word of state; or a customer with the number of its jobs.
class JobListDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGroup(QPainter* painter, const QRect& rect, const QModelIndex& index) const;
    void paintJob(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

} // namespace tidegate
