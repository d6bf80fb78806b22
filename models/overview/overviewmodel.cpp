// SPDX-License-Identifier: Apache-2.0
#include "models/overview/overviewmodel.h"

#include "models/overview/overviewwords.h"

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

void OverviewModel::setPlace(const QString& name, const QString& stage)
{
    m_name = name;
    m_stage = stage;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(0, OverviewColumn::Count - 1));
}

void OverviewModel::setSnapshot(const OverviewSnapshot& snapshot, const QSet<QString>& running)
{
    takeTrends(snapshot);
    m_running = running;
    QStringList keys;
    Rows fresh = arrangeOverview(snapshot, running, m_open);
    for (const OverviewRow& row : fresh)
        keys << row.key(snapshot);
    removeGone(keys);
    // What is left of the old rows points into the new jobs from here on.
    QHash<QString, std::size_t> places;
    for (std::size_t i = 0; i < fresh.size(); ++i)
        places.insert(keys.at(static_cast<qsizetype>(i)), i);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i] = fresh[places.value(m_keys.at(static_cast<qsizetype>(i)))];
    m_snapshot = snapshot;
    merge(std::move(fresh), keys);
}

void OverviewModel::takeTrends(const OverviewSnapshot& fresh)
{
    if (fresh.asOf == m_snapshot.asOf)
        return;
    QHash<QString, double> before;
    for (const JobOverview& job : m_snapshot.jobs) {
        if (job.delaySeconds)
            before.insert(job.job, *job.delaySeconds);
    }
    m_trends.clear();
    for (const JobOverview& job : fresh.jobs) {
        if (!job.delaySeconds || !before.contains(job.job))
            continue;
        // Within five per cent nothing has changed that a person would act on.
        const double was = before.value(job.job);
        if (*job.delaySeconds > was * 1.05 + 1)
            m_trends.insert(job.job, 1);
        else if (*job.delaySeconds < was * 0.95 - 1)
            m_trends.insert(job.job, -1);
    }
}

void OverviewModel::removeGone(const QStringList& freshKeys)
{
    const QSet<QString> kept(freshKeys.begin(), freshKeys.end());
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (kept.contains(m_keys.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        m_keys.removeAt(row);
        endRemoveRows();
    }
}

void OverviewModel::merge(Rows fresh, const QStringList& freshKeys)
{
    for (int row = 0; row < static_cast<int>(fresh.size()); ++row) {
        const auto place = static_cast<std::size_t>(row);
        const int now = static_cast<int>(m_keys.indexOf(freshKeys.at(row), row));
        if (now < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, std::move(fresh[place]));
            m_keys.insert(row, freshKeys.at(row));
            endInsertRows();
            continue;
        }
        if (now != row) {
            beginMoveRows({}, now, now, {}, row);
            std::rotate(m_rows.begin() + row, m_rows.begin() + now, m_rows.begin() + now + 1);
            m_keys.move(now, row);
            endMoveRows();
        }
        m_rows[place] = std::move(fresh[place]);
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, OverviewColumn::Count - 1));
}

void OverviewModel::arrange()
{
    Rows fresh = arrangeOverview(m_snapshot, m_running, m_open);
    QStringList keys;
    for (const OverviewRow& row : fresh)
        keys << row.key(m_snapshot);
    removeGone(keys);
    merge(std::move(fresh), keys);
}

void OverviewModel::setMoment(const QDateTime& now, bool stale)
{
    m_now = now;
    m_stale = stale;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, OverviewColumn::Count - 1));
}

void OverviewModel::toggle(int row)
{
    if (row < 0 || row >= rowCount() || m_rows[static_cast<std::size_t>(row)].kind != OverviewRow::Kind::Fold)
        return;
    const int kind = static_cast<int>(m_rows[static_cast<std::size_t>(row)].standing);
    if (!m_open.remove(kind))
        m_open.insert(kind);
    arrange();
}

QString OverviewModel::jobAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const OverviewRow& each = m_rows[static_cast<std::size_t>(row)];
    return each.kind == OverviewRow::Kind::Job ? jobOf(each).job : QString();
}

int OverviewModel::rowOf(const QString& job) const
{
    return static_cast<int>(m_keys.indexOf(u"job/"_s + job));
}

int OverviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OverviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : OverviewColumn::Count;
}

Qt::ItemFlags OverviewModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool section = m_rows[static_cast<std::size_t>(index.row())].kind == OverviewRow::Kind::Section;
    return section ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

const JobOverview& OverviewModel::jobOf(const OverviewRow& row) const
{
    return m_snapshot.jobs[static_cast<std::size_t>(row.jobs.front())];
}

QVariant OverviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number =
            section == OverviewColumn::Rows || section == OverviewColumn::Delay || section == OverviewColumn::Next;
        return static_cast<int>(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OverviewColumn::Job:
        return tr("Job");
    case OverviewColumn::Strip:
        return tr("Last 24 h, %1 min per cell").arg(m_snapshot.secondsPerCell / 60);
    case OverviewColumn::Rows:
        return tr("Rows 24 h");
    case OverviewColumn::Delay:
        return tr("Delay");
    case OverviewColumn::Verified:
        return tr("Verified");
    case OverviewColumn::Next:
        return tr("Next");
    default:
        return {};
    }
}

} // namespace tidegate

#include "moc_overviewmodel.cpp"
