// SPDX-License-Identifier: Apache-2.0
#include "models/joblistproxy.h"

#include <algorithm>

namespace tidegate {

JobListProxy::JobListProxy(QObject* parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void JobListProxy::setSearch(const QString& text)
{
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void JobListProxy::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

bool JobListProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto index = sourceModel()->index(row, 0, parent);
    if (index.data(JobListRole::IsGroup).toBool())
        return false; // shown by what is below
    const auto state = index.data(JobListRole::State).value<JobState>();
    if (m_show == Show::Failing && state != JobState::Failed && state != JobState::Invalid)
        return false;
    if (m_show == Show::Edited && !index.data(JobListRole::IsEdited).toBool())
        return false;
    const auto name =
        index.data(JobListRole::Name).toString() + QLatin1Char(' ') + parent.data(JobListRole::Name).toString();
    return std::ranges::all_of(m_words, [&](const auto& word) { return name.contains(word, Qt::CaseInsensitive); });
}

} // namespace tidegate

#include "moc_joblistproxy.cpp"
