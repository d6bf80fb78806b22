// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/palettemodel.h"

#include "widgets/palette/fuzzymatch.h"

#include <algorithm>

namespace tidegate {

namespace {

QString kindWord(PaletteItem::Kind kind)
{
    switch (kind) {
    case PaletteItem::Kind::Action:
        return PaletteModel::tr("command");
    case PaletteItem::Kind::Job:
        return PaletteModel::tr("job");
    case PaletteItem::Kind::Table:
        return PaletteModel::tr("table");
    }
    return {};
}

QString spoken(const PaletteItem& item)
{
    const QString kind = kindWord(item.kind);
    if (item.note.isEmpty())
        return PaletteModel::tr("%1, %2").arg(item.text, kind);
    return PaletteModel::tr("%1, %2, %3").arg(item.text, kind, item.note);
}

} // namespace

void PaletteModel::setItems(QList<PaletteItem> items)
{
    m_items = std::move(items);
    filter();
}

void PaletteModel::setQuery(const QString& query)
{
    m_query = query;
    filter();
}

void PaletteModel::filter()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype at = 0; at < m_items.size(); ++at) {
        if (auto match = fuzzyMatch(m_query, m_items.at(at).text))
            m_rows.push_back({at, match->score, std::move(match->marks)});
    }
    std::ranges::stable_sort(m_rows, std::greater(), &Row::score);
    if (m_rows.size() > mostRows)
        m_rows.resize(mostRows);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const PaletteItem& item = this->item(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.text;
    case Qt::AccessibleTextRole:
        return spoken(item);
    case PaletteRole::Id:
        return item.id;
    case PaletteRole::Kind:
        return static_cast<int>(item.kind);
    case PaletteRole::Note:
        return item.note;
    case PaletteRole::Keys:
        return item.keys;
    case PaletteRole::Icon:
        return item.icon;
    case PaletteRole::State:
        return item.state ? QVariant(static_cast<int>(*item.state)) : QVariant();
    case PaletteRole::Marks:
        return QVariant::fromValue(m_rows.at(index.row()).marks);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || !item(index.row()).enabled)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace tidegate
