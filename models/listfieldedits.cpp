// SPDX-License-Identifier: Apache-2.0
// What changes a list of the file: patches of its text, each one step of undo.
#include "models/listfieldmodel.h"

#include "job/jobedit.h"
#include "models/draftvalues.h"
#include "models/qtconvert.h"
#include "pool/yamlmove.h"
#include "pool/yamlpath.h"

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

} // namespace tidegate
