// SPDX-License-Identifier: Apache-2.0
#include "models/listfieldmodel.h"

#include "models/draftvalues.h"
#include "models/qtconvert.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidegate {

ListFieldModel::ListFieldModel(JobDraft* draft, const JobField& field, QObject* parent)
    : QAbstractTableModel(parent), m_draft(draft), m_field(field)
{
    const auto* list = field.schema->forType(SchemaType::List);
    const auto* map = list->items ? list->items->forType(SchemaType::Map) : nullptr;
    if (map)
        for (const auto& [key, node] : map->properties)
            m_columns.push_back({key, node});
    else
        m_columns.push_back({{}, list->items});
    m_items = readItems();
    connect(draft, &JobDraft::changed, this, &ListFieldModel::refresh);
}

std::vector<ListFieldModel::Item> ListFieldModel::readItems() const
{
    std::vector<Item> items;
    const auto* node = m_draft->node(m_field.path);
    if (!node)
        return items;
    const auto read = [&](const YamlNode& written) {
        const auto columns = static_cast<qsizetype>(m_columns.size());
        Item item{QStringList(columns, QString()), written.kind == YamlKind::Mapping};
        if (!item.isMap)
            item.cells[0] = fieldText(written);
        else
            for (qsizetype i = 0; i < columns; ++i)
                if (const auto* entry = written.entry(m_columns[static_cast<std::size_t>(i)].key))
                    item.cells[i] = fieldText(entry->value->resolved());
        items.push_back(std::move(item));
    };
    if (node->kind == YamlKind::Sequence)
        for (const auto* item : node->items)
            read(item->resolved());
    else if (node->kind == YamlKind::Scalar)
        read(*node);
    return items;
}

void ListFieldModel::refresh()
{
    mergeItems(readItems());
    findProblems();
}

/// What stays keeps its row: selection and open editors survive a keystroke elsewhere.
void ListFieldModel::mergeItems(std::vector<Item> fresh)
{
    const auto before = static_cast<int>(m_items.size());
    const auto after = static_cast<int>(fresh.size());
    if (after < before) {
        int first = 0;
        while (first < after && m_items[static_cast<std::size_t>(first)] == fresh[static_cast<std::size_t>(first)])
            ++first;
        beginRemoveRows({}, first, first + before - after - 1);
        m_items.erase(m_items.begin() + first, m_items.begin() + first + before - after);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_items.insert(m_items.end(), fresh.begin() + before, fresh.end());
        endInsertRows();
    }
    for (int row = 0; row < after; ++row) {
        auto& known = m_items[static_cast<std::size_t>(row)];
        if (known == fresh[static_cast<std::size_t>(row)])
            continue;
        known = std::move(fresh[static_cast<std::size_t>(row)]);
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

void ListFieldModel::findProblems()
{
    std::map<int, QString> problems;
    for (const auto& finding : m_draft->findings()) {
        if (!finding.path.starts_with(m_field.path + "[") || finding.severity == Severity::Note)
            continue;
        const auto digits = toQt(finding.path).mid(static_cast<qsizetype>(m_field.path.size()) + 1);
        problems.emplace(digits.left(digits.indexOf(QLatin1Char(']'))).toInt(), toQt(finding.message));
    }
    if (problems == m_problems)
        return;
    m_problems = std::move(problems);
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ListFieldModel::setImplied(Implied implied)
{
    if (implied == m_implied)
        return;
    m_implied = std::move(implied);
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ListFieldModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int ListFieldModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

Qt::ItemFlags ListFieldModel::flags(const QModelIndex& index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable | Qt::ItemNeverHasChildren : flags;
}

QVariant ListFieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    if (section >= columnCount())
        return {};
    const auto& column = m_columns[static_cast<std::size_t>(section)];
    if (column.key.empty())
        return label(m_field);
    return QCoreApplication::translate("tidegate::JobSchema", column.schema->title.c_str());
}

QVariant ListFieldModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& item = m_items[static_cast<std::size_t>(index.row())];
    const auto problem = m_problems.find(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return item.cells[index.column()];
    case ListFieldRole::Implied: {
        const auto row = m_implied.find(item.cells.front());
        const auto& key = m_columns[static_cast<std::size_t>(index.column())].key;
        return row != m_implied.end() && row->second.contains(key) ? row->second.at(key) : QString();
    }
    case ListFieldRole::Problem:
    case Qt::ToolTipRole:
        return problem == m_problems.end() ? QString() : problem->second;
    default:
        return {};
    }
}

} // namespace tidegate

#include "moc_listfieldmodel.cpp"
