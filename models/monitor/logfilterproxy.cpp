// SPDX-License-Identifier: Apache-2.0
#include "models/monitor/logfilterproxy.h"

namespace tidegate {

void LogFilterProxy::setJob(const QString& job)
{
    if (m_job == job)
        return;
    m_job = job;
    invalidateRowsFilter();
}

void LogFilterProxy::setLeast(LogSeverity least)
{
    if (m_least == least)
        return;
    m_least = least;
    invalidateRowsFilter();
}

bool LogFilterProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex line = sourceModel()->index(row, 0, parent);
    if (line.data(LogRole::Severity).toInt() < static_cast<int>(m_least))
        return false;
    const QString job = line.data(LogRole::Job).toString();
    return m_job.isEmpty() || job.isEmpty() || job == m_job;
}

} // namespace tidegate
