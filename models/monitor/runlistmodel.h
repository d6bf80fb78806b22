// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/monitor/knownrun.h"
#include "models/monitor/runlistroles.h"

#include <QAbstractTableModel>

#include <QList>

namespace tidegate {

/// The last runs of one job, newest first: those seen since the console started, those of the agent's history, and what
/// the target's ledger remembers of runs that were started elsewhere.
class RunListModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunListModel)

public:
    explicit RunListModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void clear();
    /// Updates the run's row or puts a new one at the top.
    void take(const RunStatus& status);
    /// An answer of history.runs; replaces what was known from there.
    void takeHistory(const nlohmann::json& answer);
    /// `rows` of ledger.read, newest first; replaces what was known from there.
    void takeLedger(const nlohmann::json& rows);

    [[nodiscard]] const QList<KnownRun>& runs() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Shows the merged runs with the fewest signals: what stays keeps its row and its selection.
    void refresh();
    void removeSome(int first, int count);
    [[nodiscard]] QVariant display(const KnownRun& run, int column) const;

    QList<KnownRun> m_session;
    QList<KnownRun> m_history;
    QList<KnownRun> m_ledger;
    QList<KnownRun> m_rows;
};

} // namespace tidegate
