// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QList>

namespace tidegate {

class Page;

namespace RailRole {
enum { PageId = Qt::UserRole + 1, Icon, BadgeState, BadgeText, IsFoot };
} // namespace RailRole

/// The pages of the window, in the order of the rail.
class RailModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RailModel)

public:
    using QAbstractListModel::QAbstractListModel;

    /// `foot`: at the lower end of the rail. Those come last.
    void addPage(Page* page, bool foot = false);
    [[nodiscard]] const QList<Page*>& pages() const { return m_pages; }
    [[nodiscard]] Page* page(int row) const { return m_pages.value(row); }
    [[nodiscard]] int rowOf(const QString& pageId) const;
    /// Without a pool only the pages at the lower end can be gone to.
    void setOpen(bool open);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QList<Page*> m_pages;
    int m_heads = 0; ///< pages at the upper end
    bool m_open = true;
};

} // namespace tidegate
