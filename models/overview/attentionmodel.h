// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/jobneed.h"
#include "models/overview/overviewroles.h"

#include <QAbstractListModel>

namespace tidegate {

/// The jobs that need a person, each with its reason, the worst and oldest first. Past the first few, one row counts
/// the rest: they stand first in the table.
class AttentionModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttentionModel)

public:
    static constexpr int most = 4;

    explicit AttentionModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setSnapshot(const OverviewSnapshot& snapshot, const QSet<QString>& running);
    void setMoment(const QDateTime& now);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString job;
        int attempts = 0;
        JobNeed need;
    };
    void resizeTo(int rows);
    [[nodiscard]] QString restText() const;

    std::vector<Row> m_needs; ///< all of them
    int m_rows = 0;
    QDateTime m_now;
};

} // namespace tidegate
