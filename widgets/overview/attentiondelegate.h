// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <array>

namespace tidegate {

/// A job that needs a person, as a banner: what, since when, why, what to do, and the links.
class AttentionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttentionDelegate)

public:
    enum class Link { None, Log, Monitor };
    static constexpr int gap = 8; ///< below each banner

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The link at a point of the view; `row` is the item's rectangle.
    [[nodiscard]] static Link linkAt(const QRect& row, const QPoint& at);

private:
    struct LinkPlace
    {
        Link link;
        QString text;
        QRect area;
    };
    [[nodiscard]] static std::array<LinkPlace, 2> links(const QRect& banner);
    void paintWords(QPainter& painter, const QRect& banner, const QModelIndex& index) const;
};

} // namespace tidegate
