// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/monitor/logroles.h"

#include <QDateTime>
#include <QSortFilterProxyModel>
#include <QString>

#include <optional>

namespace tidegate {

/// The lines of one job that are at least as bad as asked for. Remarks of the console are always there.
class LogFilterProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogFilterProxy)

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Empty: of all jobs.
    void setJob(const QString& job);
    void setLeast(LogSeverity least);
    /// Only the lines of this run from a time on (another agent counts its runs from 1 again). Nothing: of all runs,
    /// without remarks about runs that were started elsewhere.
    void setRun(std::optional<qint64> run, const QDateTime& from);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_job;
    std::optional<qint64> m_run;
    QDateTime m_from;
    LogSeverity m_least = LogSeverity::Info;
};

} // namespace tidegate
