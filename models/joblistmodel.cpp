// SPDX-License-Identifier: Apache-2.0
#include "models/joblistmodel.h"

#include "models/qtconvert.h"

#include <algorithm>
#include <iterator>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

JobListModel::JobListModel(QObject* parent) : QAbstractItemModel(parent) {}

JobListModel::~JobListModel() = default;

void JobListModel::setPool(const std::shared_ptr<const Pool>& pool)
{
    std::map<QString, Group> fresh;
    if (pool)
        for (const auto& file : pool->jobs) {
            auto& group = fresh[customerOf(file.path)];
            group.name = customerOf(file.path);
            group.jobs.push_back(jobListItem(file));
        }
    for (auto row = static_cast<int>(m_groups.size()) - 1; row >= 0; --row)
        if (!fresh.contains(m_groups[static_cast<std::size_t>(row)]->name)) {
            beginRemoveRows({}, row, row);
            m_groups.erase(m_groups.begin() + row);
            endRemoveRows();
        }
    int row = 0;
    for (auto& [name, group] : fresh) {
        if (row == static_cast<int>(m_groups.size()) || m_groups[static_cast<std::size_t>(row)]->name != name) {
            // With all its jobs: views lay out once, not once for each.
            beginInsertRows({}, row, row);
            m_groups.insert(m_groups.begin() + row, std::make_unique<Group>(std::move(group)));
            endInsertRows();
        } else {
            mergeGroup(row, std::move(group));
        }
        ++row;
    }
    Q_EMIT countsChanged();
}

void JobListModel::mergeGroup(int row, Group fresh)
{
    auto& group = *m_groups[static_cast<std::size_t>(row)];
    const auto parent = index(row, 0);
    const auto countBefore = group.jobs.size();
    const auto has = [&fresh](const QString& name) {
        return std::ranges::any_of(fresh.jobs, [&](const JobListItem& job) { return job.name == name; });
    };
    for (auto i = static_cast<int>(group.jobs.size()) - 1; i >= 0; --i)
        if (!has(group.jobs[static_cast<std::size_t>(i)].name)) {
            beginRemoveRows(parent, i, i);
            group.jobs.erase(group.jobs.begin() + i);
            endRemoveRows();
        }
    int i = 0;
    for (auto& job : fresh.jobs) {
        if (i == static_cast<int>(group.jobs.size()) || group.jobs[static_cast<std::size_t>(i)].name != job.name) {
            beginInsertRows(parent, i, i);
            group.jobs.insert(group.jobs.begin() + i, std::move(job));
            endInsertRows();
        } else if (auto& known = group.jobs[static_cast<std::size_t>(i)]; true) {
            job.edited = known.edited;
            job.lastRun = known.lastRun;
            if (known.edited)
                job.problems = known.problems; // of the unsaved text
            if (known != job) {
                known = std::move(job);
                Q_EMIT dataChanged(index(i, 0, parent), index(i, 0, parent));
            }
        }
        ++i;
    }
    if (countBefore != group.jobs.size())
        Q_EMIT dataChanged(parent, parent);
}

template <typename Change>
void JobListModel::change(const QString& job, Change apply)
{
    const auto at = indexOf(job);
    if (!at.isValid())
        return;
    auto& known = static_cast<Group*>(at.internalPointer())->jobs[static_cast<std::size_t>(at.row())];
    const auto before = known;
    apply(known);
    if (known == before)
        return;
    Q_EMIT dataChanged(at, at);
    Q_EMIT countsChanged();
}

void JobListModel::setEdited(const QString& job, bool edited)
{
    change(job, [edited](JobListItem& known) { known.edited = edited; });
}

void JobListModel::setProblems(const QString& job, int errors)
{
    change(job, [errors](JobListItem& known) { known.problems = errors; });
}

void JobListModel::setRunning(const QString& job)
{
    change(job, [](JobListItem& known) { known.lastRun = JobState::Running; });
}

void JobListModel::setFinished(const QString& job, bool well)
{
    change(job, [well](JobListItem& known) { known.lastRun = well ? JobState::Applied : JobState::Failed; });
}

QModelIndex JobListModel::indexOf(const QString& job) const
{
    for (const auto& group : m_groups) {
        const auto found = std::ranges::find(group->jobs, job, &JobListItem::name);
        if (found != group->jobs.end())
            return createIndex(static_cast<int>(found - group->jobs.begin()), 0, group.get());
    }
    return {};
}

int JobListModel::jobCount() const
{
    int count = 0;
    for (const auto& group : m_groups)
        count += static_cast<int>(group->jobs.size());
    return count;
}

int JobListModel::count(JobState state) const
{
    int count = 0;
    for (const auto& group : m_groups)
        count += static_cast<int>(std::ranges::count(group->jobs, state, &JobListItem::state));
    return count;
}

int JobListModel::editedCount() const
{
    int count = 0;
    for (const auto& group : m_groups)
        count += static_cast<int>(std::ranges::count(group->jobs, true, &JobListItem::edited));
    return count;
}

QModelIndex JobListModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return parent.isValid() ? createIndex(row, column, m_groups[static_cast<std::size_t>(parent.row())].get())
                            : createIndex(row, column, nullptr);
}

QModelIndex JobListModel::parent(const QModelIndex& child) const
{
    const auto* group = static_cast<const Group*>(child.internalPointer());
    if (!child.isValid() || !group)
        return {};
    const auto found = std::ranges::find(m_groups, group, &std::unique_ptr<Group>::get);
    return found == m_groups.end() ? QModelIndex()
                                   : createIndex(static_cast<int>(found - m_groups.begin()), 0, nullptr);
}

int JobListModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalPointer() || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())]->jobs.size());
}

int JobListModel::columnCount(const QModelIndex&) const
{
    return 1;
}

Qt::ItemFlags JobListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return jobAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemIsEnabled;
}

const JobListItem* JobListModel::jobAt(const QModelIndex& index) const
{
    const auto* group = static_cast<const Group*>(index.internalPointer());
    return index.isValid() && group ? &group->jobs[static_cast<std::size_t>(index.row())] : nullptr;
}

QVariant JobListModel::data(const QModelIndex& index, int role) const
{
    if (const auto* job = jobAt(index))
        return jobData(*job, role);
    return index.isValid() ? groupData(*m_groups[static_cast<std::size_t>(index.row())], role) : QVariant();
}

QVariant JobListModel::groupData(const Group& group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case JobListRole::Name:
        return group.name;
    case JobListRole::IsGroup:
        return true;
    case JobListRole::Count:
        return static_cast<int>(group.jobs.size());
    case Qt::AccessibleTextRole:
        return tr("%1, jobs: %2").arg(group.name).arg(group.jobs.size());
    default:
        return {};
    }
}

QVariant JobListModel::jobData(const JobListItem& job, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case JobListRole::Name:
        return job.name;
    case Qt::ToolTipRole:
    case JobListRole::Path:
        return job.path;
    case JobListRole::IsGroup:
        return false;
    case JobListRole::State:
        return QVariant::fromValue(job.state());
    case JobListRole::StateText:
        return job.stateText();
    case JobListRole::IsEdited:
        return job.edited;
    case JobListRole::Problems:
        return job.problems;
    case Qt::AccessibleTextRole:
        return QStringList{job.name, job.stateText()}.join(u", "_s);
    default:
        return {};
    }
}

} // namespace tidegate

#include "moc_joblistmodel.cpp"
