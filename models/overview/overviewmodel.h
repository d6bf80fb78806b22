// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/overviewroles.h"
#include "models/overview/overviewrows.h"

#include <QAbstractTableModel>
#include <QHash>

namespace tidegate {

/// The table of every job. A newer snapshot is merged in, so that selection and open folds survive.
class OverviewModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewModel)

public:
    explicit OverviewModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// Customer and stage, or the pool's name and nothing.
    void setPlace(const QString& name, const QString& stage);
    void setSnapshot(const OverviewSnapshot& snapshot, const QSet<QString>& running);
    /// Before anybody answered there are only names.
    void setKnown(bool known) { m_known = known; }
    /// Ages are counted to this moment. A stale snapshot gets cells of its own kind up to it.
    void setMoment(const QDateTime& now, bool stale);
    /// Opens or closes a fold; other rows are left alone.
    void toggle(int row);

    [[nodiscard]] QString jobAt(int row) const;
    [[nodiscard]] int rowOf(const QString& job) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    using Rows = std::vector<OverviewRow>;

    void arrange();
    void merge(Rows fresh, const QStringList& freshKeys);
    void removeGone(const QStringList& freshKeys);
    void takeTrends(const OverviewSnapshot& fresh);
    [[nodiscard]] const JobOverview& jobOf(const OverviewRow& row) const;
    [[nodiscard]] QVariant sectionData(int column, int role) const;
    [[nodiscard]] QVariant jobData(const OverviewRow& row, int column, int role) const;
    [[nodiscard]] QString jobText(const OverviewRow& row, int column) const;
    [[nodiscard]] QVariant foldData(const OverviewRow& row, int column, int role) const;
    [[nodiscard]] QString foldText(const OverviewRow& row, int column) const;
    [[nodiscard]] QString foldTitle(const OverviewRow& row) const;
    [[nodiscard]] QString spoken(const OverviewRow& row, int column) const;
    [[nodiscard]] QString nextText(const JobOverview& job, Standing standing) const;
    [[nodiscard]] std::vector<OverviewCell> cellsOf(const OverviewRow& row) const;

    OverviewSnapshot m_snapshot;
    QSet<QString> m_running;
    QSet<int> m_open;
    QHash<QString, int> m_trends;
    QDateTime m_now;
    bool m_stale = false;
    bool m_known = true;
    QString m_name;
    QString m_stage;
    Rows m_rows;
    QStringList m_keys; ///< of m_rows
};

/// "312 rows", "06:14", "no key": what the column says of a verification.
QString proofText(const std::optional<OverviewProof>& proof, const QDateTime& now);
ProofLook proofLook(const std::optional<OverviewProof>& proof, const QDateTime& now);
/// A strip as one sentence: how many cells of which state, of how many rows.
QString stripSentence(const std::vector<OverviewCell>& cells, int secondsPerCell);

} // namespace tidegate
