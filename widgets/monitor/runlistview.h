// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace tidegate {

/// The last runs of a job as a table of fixed columns.
class RunListView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunListView)

public:
    RunListView(const QString& name, QAbstractItemModel* model, QWidget* parent = nullptr);
};

} // namespace tidegate
