// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <QAbstractTableModel>

#include <vector>

namespace tidegate {

/// Roles of PlanModel beside the usual ones.
namespace PlanRole {
enum {
    Depth = Qt::UserRole + 1, ///< how deep a step stands in the tree
    IsTitle,                  ///< a statement, above its steps
    IsCareful,                ///< a step that will hurt
};
} // namespace PlanRole

/// A server's plan as a person reads it: one step a line, the first one is what comes last.
class PlanModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Step, Rows, Cost, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// `statements` of job.explain.
    void setStatements(const nlohmann::json& statements);
    void clear();
    /// Tables that are read from their first to their last row although they are large.
    [[nodiscard]] QStringList scannedTables() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line
    {
        QString node; ///< the server's word for the step; empty: the title of a statement
        QString join; ///< "left", "right" …; empty: none
        QString what; ///< table, index, or the title
        qint64 rows = 0;
        double cost = 0;
        int depth = 0;
        bool careful = false;
    };

    void add(const nlohmann::json& plan, int depth);
    [[nodiscard]] static QString stepText(const Line& line);

    std::vector<Line> m_lines;
};

} // namespace tidegate
