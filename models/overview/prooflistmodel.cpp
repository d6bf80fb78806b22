// SPDX-License-Identifier: Apache-2.0
#include "models/overview/prooflistmodel.h"

#include <array>

namespace tidegate {

void ProofListModel::setCounts(const ProofCounts& counts)
{
    const std::array<Row, 5> all{{{ProofLook::Different, counts.different},
                                  {ProofLook::Old, counts.old},
                                  {ProofLook::NotComparable, counts.notComparable},
                                  {ProofLook::Never, counts.never},
                                  {ProofLook::Equal, counts.fresh}}};
    std::vector<Row> rows;
    for (const Row& row : all) {
        if (row.count > 0)
            rows.push_back(row);
    }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ProofListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString ProofListModel::words(ProofLook look)
{
    switch (look) {
    case ProofLook::Different:
        return tr("different");
    case ProofLook::Old:
        return tr("equal, older than 1 day");
    case ProofLook::NotComparable:
        return tr("not comparable");
    case ProofLook::Never:
        return tr("never verified");
    case ProofLook::Equal:
        break;
    }
    return tr("equal, younger than 1 day");
}

QVariant ProofListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return words(row.look);
    case CountRole:
        return row.count;
    case LookRole:
        return static_cast<int>(row.look);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "state, number of jobs").arg(words(row.look)).arg(row.count);
    default:
        return {};
    }
}

} // namespace tidegate

#include "moc_prooflistmodel.cpp"
