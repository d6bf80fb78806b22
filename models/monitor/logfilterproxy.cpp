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

void LogFilterProxy::setRun(std::optional<qint64> run, const QDateTime& from)
{
    if (m_run == run && m_from == from)
        return;
    m_run = run;
    m_from = from;
    invalidateRowsFilter();
}

bool LogFilterProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex line = sourceModel()->index(row, 0, parent);
    if (line.data(LogRole::Severity).toInt() < static_cast<int>(m_least))
        return false;
    const qint64 run = line.data(LogRole::Run).toLongLong();
    if (m_run ? run != *m_run || (m_from.isValid() && line.data(LogRole::At).toDateTime() < m_from) : run < 0)
        return false;
    const QString job = line.data(LogRole::Job).toString();
    return m_job.isEmpty() || job.isEmpty() || job == m_job;
}

} // namespace tidegate
