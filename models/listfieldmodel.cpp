// SPDX-License-Identifier: Apache-2.0
#include "models/listfieldmodel.h"

#include "job/jobedit.h"
#include "models/draftvalues.h"
#include "models/qtconvert.h"
#include "pool/yamlmove.h"
#include "pool/yamlpath.h"

#include <QCoreApplication>

#include <algorithm>

namespace tidegate {

namespace {

Result<std::string> withValue(const std::string& text, const std::string& path, const std::string& value)
{
    const auto patch = setJobValue(text, path, value);
    return patch ? Result<std::string>(applied(text, *patch)) : patch.error();
}

Result<std::string> without(const std::string& text, const std::string& path)
{
    const auto patch = unsetJobValue(text, path);
    return patch ? Result<std::string>(applied(text, *patch)) : patch.error();
}

} // namespace

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

std::string ListFieldModel::path(int row) const
{
    return itemPath(m_field.path, static_cast<std::size_t>(row));
}

std::string ListFieldModel::itemYaml(const QStringList& cells) const
{
    const auto filled = std::ranges::count_if(cells, [](const QString& cell) { return !cell.isEmpty(); });
    if (filled == 1 && !cells.front().isEmpty())
        return yamlQuoted(toStd(cells.front()));
    std::string text;
    for (qsizetype i = 0; i < cells.size(); ++i)
        if (!cells[i].isEmpty())
            text += (text.empty() ? "{ " : ", ") + m_columns[static_cast<std::size_t>(i)].key + ": " +
                    yamlQuoted(toStd(cells[i]));
    return text + " }";
}

/// As setJobValue() takes one item: a scalar as a person types it, without quotes.
std::string ListFieldModel::typed(const QStringList& cells) const
{
    const auto filled = std::ranges::count_if(cells, [](const QString& cell) { return !cell.isEmpty(); });
    return filled == 1 ? toStd(cells.front()) : itemYaml(cells);
}

void ListFieldModel::edit(const QString& what, const JobBuffer::Change& change)
{
    if (!m_draft->buffer() || m_draft->isReadOnly())
        return;
    if (const auto done = m_draft->buffer()->edit(what, change); !done)
        Q_EMIT refused(toQt(done.error().message));
}

void ListFieldModel::addItems(const std::vector<QStringList>& items)
{
    auto rows = m_items;
    for (const auto& cells : items) {
        const auto known = [&](const Item& item) { return item.cells.front() == cells.front(); };
        if (!cells.front().isEmpty() && std::ranges::none_of(rows, known)) {
            rows.push_back({cells, false});
            rows.back().cells.resize(static_cast<qsizetype>(m_columns.size()));
        }
    }
    if (rows.size() == m_items.size())
        return;
    const auto* node = m_draft->node(m_field.path);
    const bool append = node && node->kind == YamlKind::Sequence && !node->items.empty();
    edit(tr("Addition to %1").arg(toQt(m_field.path)), [&](const std::string& text) {
        if (append) {
            Result<std::string> result = text;
            for (auto i = m_items.size(); result && i < rows.size(); ++i)
                result = withValue(*result, m_field.path + "[+]", typed(rows[i].cells));
            return result;
        }
        std::string list = "[";
        for (const auto& row : rows)
            list += (list.size() > 1 ? ", " : "") + itemYaml(row.cells);
        return withValue(text, m_field.path, list + "]");
    });
}

void ListFieldModel::removeItems(int first, int count)
{
    if (first < 0 || count < 1 || first + count > rowCount())
        return;
    edit(tr("Removal from %1").arg(toQt(m_field.path)), [&](const std::string& text) {
        if (count == rowCount())
            return without(text, m_field.path);
        Result<std::string> result = text;
        for (int row = first + count - 1; result && row >= first; --row)
            result = without(*result, path(row));
        return result;
    });
}

bool ListFieldModel::moveItem(int row, int by)
{
    const int other = row + by;
    if (std::abs(by) != 1 || row < 0 || other < 0 || std::max(row, other) >= rowCount())
        return false;
    const auto before = m_items;
    edit(tr("New order of %1").arg(toQt(m_field.path)), [&](const std::string& text) -> Result<std::string> {
        const auto patch = swapYamlItems(text, m_field.path, static_cast<std::size_t>(std::min(row, other)));
        if (!patch)
            return patch.error();
        return applied(text, *patch);
    });
    return m_items != before;
}

Result<std::string> ListFieldModel::withCell(const std::string& text, int row, int column, const QString& value) const
{
    const auto& item = m_items[static_cast<std::size_t>(row)];
    const auto* node = m_draft->node(m_field.path);
    const bool lone = node && node->kind == YamlKind::Scalar;
    if (!item.isMap) {
        auto cells = item.cells;
        cells[column] = value;
        if (column == 0)
            return withValue(text, lone ? m_field.path : path(row), toStd(value));
        return withValue(text, path(row), itemYaml(cells));
    }
    const auto key = keyPath(path(row), m_columns[static_cast<std::size_t>(column)].key);
    if (!value.isEmpty())
        return withValue(text, key, toStd(value));
    auto cells = item.cells;
    cells[column].clear();
    const auto filled = std::ranges::count_if(cells, [](const QString& cell) { return !cell.isEmpty(); });
    return filled == 1 && column > 0 ? withValue(text, path(row), toStd(cells.front())) : without(text, key);
}

bool ListFieldModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    const auto text = value.toString().trimmed();
    if (text == m_items[static_cast<std::size_t>(index.row())].cells[index.column()])
        return true;
    if (text.isEmpty() && index.column() == 0) {
        removeItems(index.row(), 1);
        return true;
    }
    edit(tr("Change of %1").arg(toQt(path(index.row()))),
         [&](const std::string& before) { return withCell(before, index.row(), index.column(), text); });
    return true;
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
