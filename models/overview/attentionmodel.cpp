// SPDX-License-Identifier: Apache-2.0
#include "models/overview/attentionmodel.h"

#include <algorithm>
#include <tuple>

namespace tidegate {

void AttentionModel::setSnapshot(const OverviewSnapshot& snapshot, const QSet<QString>& running)
{
    std::vector<Row> needs;
    for (const JobOverview& job : snapshot.jobs) {
        const Standing standing = standingOf(job, running.contains(job.job));
        if (needsPerson(standing))
            needs.push_back({job.job, job.attempts, needOf(job, standing, snapshot)});
    }
    std::ranges::stable_sort(needs, [](const Row& a, const Row& b) {
        return std::tie(a.need.standing, a.need.since, a.job) < std::tie(b.need.standing, b.need.since, b.job);
    });
    const int all = static_cast<int>(needs.size());
    // The last place is not spent on saying "and 1 more".
    const int rows = all > most + 1 ? most + 1 : all;
    m_needs = std::move(needs);
    m_needs.resize(std::max(m_needs.size(), static_cast<std::size_t>(m_rows)));
    resizeTo(rows);
    m_needs.resize(static_cast<std::size_t>(all));
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0), index(m_rows - 1));
}

void AttentionModel::resizeTo(int rows)
{
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
}

void AttentionModel::setMoment(const QDateTime& now)
{
    m_now = now;
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0), index(m_rows - 1));
}

int AttentionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QString AttentionModel::restText() const
{
    return tr("%1 more need you; they stand first in the table below.").arg(static_cast<int>(m_needs.size()) - most);
}

QVariant AttentionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.row() == most && static_cast<int>(m_needs.size()) > most + 1) {
        if (role == AttentionRole::Standing)
            return static_cast<int>(Standing::Late);
        return role == Qt::DisplayRole || role == AttentionRole::Reason || role == Qt::AccessibleTextRole
                   ? QVariant(restText())
                   : QVariant();
    }
    const Row& row = m_needs[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case AttentionRole::JobName:
        return row.job;
    case AttentionRole::Standing:
        return static_cast<int>(row.need.standing);
    case AttentionRole::Headline:
        return needHeadline(row.need, row.attempts, m_now);
    case AttentionRole::Reason:
        return row.need.reason;
    case AttentionRole::Advice:
        return row.need.advice;
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3", "job, since when, reason")
            .arg(row.job, needHeadline(row.need, row.attempts, m_now), row.need.reason);
    case Qt::AccessibleDescriptionRole:
        return row.need.advice;
    default:
        return {};
    }
}

} // namespace tidegate

#include "moc_attentionmodel.cpp"
