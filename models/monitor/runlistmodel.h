// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/monitor/runlistroles.h"
#include "models/monitor/runstatus.h"

#include <nlohmann/json_fwd.hpp>

#include <QAbstractTableModel>

#include <deque>

namespace tidegate {

/// The last runs of one job: those seen since the console started, then what the target's ledger remembers.
class RunListModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunListModel)

public:
    explicit RunListModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void clear();
    /// Updates the run's row or puts a new one at the top.
    void take(const RunStatus& status);
    /// `rows` of ledger.read, newest first; replaces the ledger's part of the list.
    void takeLedger(const nlohmann::json& rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        qint64 run = 0;
        QString outcome;
        QDateTime startedAt;
        double seconds = -1;
        qint64 rowsRead = 0;
        QString note;
    };
    [[nodiscard]] static QVariant display(const Row& row, int column);

    std::deque<Row> m_rows;
    int m_sessionRows = 0; ///< the first ones; behind them stands the ledger
};

} // namespace tidegate
