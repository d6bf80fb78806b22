// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/navigation/railmodel.h"

#include "widgets/page.h"

namespace tidegate {

namespace {

QString spoken(const Page& page)
{
    const PageBadge badge = page.badge();
    return badge.description.isEmpty() ? page.name() : RailModel::tr("%1, %2").arg(page.name(), badge.description);
}

} // namespace

void RailModel::addPage(Page* page, bool foot)
{
    const int row = static_cast<int>(m_pages.size());
    beginInsertRows({}, row, row);
    m_pages << page;
    m_heads += foot ? 0 : 1;
    endInsertRows();
    connect(page, &Page::badgeChanged, this, [this, row] { Q_EMIT dataChanged(index(row), index(row)); });
}

int RailModel::rowOf(const QString& pageId) const
{
    for (int row = 0; row < m_pages.size(); ++row) {
        if (m_pages.at(row)->id() == pageId)
            return row;
    }
    return -1;
}

void RailModel::setOpen(bool open)
{
    m_open = open;
    if (!m_pages.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

Qt::ItemFlags RailModel::flags(const QModelIndex& index) const
{
    return m_open || index.row() >= m_heads ? QAbstractListModel::flags(index) : Qt::NoItemFlags;
}

int RailModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pages.size());
}

QVariant RailModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Page* page = m_pages.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return page->name();
    case Qt::AccessibleTextRole:
        return spoken(*page);
    case Qt::ToolTipRole:
        return spoken(*page);
    case RailRole::IsFoot:
        return index.row() >= m_heads;
    case RailRole::PageId:
        return page->id();
    case RailRole::Icon:
        return page->icon();
    case RailRole::BadgeText:
        return page->badge().text;
    case RailRole::BadgeState: {
        const auto state = page->badge().state;
        return state ? QVariant(static_cast<int>(*state)) : QVariant();
    }
    default:
        return {};
    }
}

} // namespace tidegate
