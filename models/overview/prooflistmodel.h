// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/overviewroles.h"
#include "models/overview/overviewtotals.h"

#include <QAbstractListModel>

namespace tidegate {

/// How many jobs stand how after their last verification: a row for each that there are any of.
class ProofListModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProofListModel)

public:
    enum : int { CountRole = Qt::UserRole + 1, LookRole };

    explicit ProofListModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setCounts(const ProofCounts& counts);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        ProofLook look = ProofLook::Never;
        int count = 0;

        bool operator==(const Row&) const = default;
    };
    [[nodiscard]] static QString words(ProofLook look);

    std::vector<Row> m_rows;
};

} // namespace tidegate
