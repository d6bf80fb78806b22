// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/monitor/logroles.h"

#include <QSortFilterProxyModel>
#include <QString>

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

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_job;
    LogSeverity m_least = LogSeverity::Info;
};

} // namespace tidegate
