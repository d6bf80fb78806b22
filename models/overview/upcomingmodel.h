// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/overviewdata.h"
#include "models/overview/overviewroles.h"

#include <QAbstractListModel>

namespace tidegate {

/// What the schedule fires within two hours, each job once, the soonest first. Nothing where the schedule is off.
class UpcomingModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpcomingModel)

public:
    static constexpr int most = 12;

    explicit UpcomingModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setSnapshot(const OverviewSnapshot& snapshot, const QDateTime& now);
    /// Fires within the two hours that found no place.
    [[nodiscard]] int more() const { return m_more; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QDateTime at;
        QString job;
        QString cadence;

        bool operator==(const Row&) const = default;
    };
    std::vector<Row> m_rows;
    int m_more = 0;
};

} // namespace tidegate
