// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tidegate {

/// The rows of the table of all jobs: state, names, numbers, verification. The strip has a delegate of its own.
class OverviewDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    virtual void paintContent(QPainter& painter, const QRect& inner, const QModelIndex& index) const;
};

class StripDelegate final : public OverviewDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StripDelegate)

public:
    using OverviewDelegate::OverviewDelegate;

protected:
    void paintContent(QPainter& painter, const QRect& inner, const QModelIndex& index) const override;
};

} // namespace tidegate
