// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStyledItemDelegate>

namespace tidegate {

/// A cell of a ListEditor: data in mono, what an empty cell means in the quiet colour, a triangle where the row is
/// wrong. The first column completes names.
class ListDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setOffers(const QStringList& offers) { m_offers = offers; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QStringList m_offers;
};

} // namespace tidegate
