// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/statepainter.h"

#include <QAbstractListModel>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace tidegate {

/// One thing that the palette can go to or do.
struct PaletteItem
{
    enum class Kind { Action, Job, Table };
    Kind kind = Kind::Action;
    QString id;   ///< of the action; name of the job that is opened
    QString text; ///< what is searched in
    QString note; ///< where it is: the page of an action, the job of a table
    QString keys; ///< shortcut in native text
    QString icon;
    std::optional<State> state = {};
    bool enabled = true;
};

namespace PaletteRole {
enum { Id = Qt::UserRole + 1, Kind, Note, Keys, Icon, State, Marks };
} // namespace PaletteRole

/// The things that match what was typed, the best first; where nothing was typed, in the order given.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteModel)

public:
    static constexpr int mostRows = 200;

    using QAbstractListModel::QAbstractListModel;

    void setItems(QList<PaletteItem> items);
    void setQuery(const QString& query);
    [[nodiscard]] const PaletteItem& item(int row) const { return m_items.at(m_rows.at(row).item); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row
    {
        qsizetype item = 0;
        int score = 0;
        QList<int> marks;
    };
    void filter();

    QList<PaletteItem> m_items;
    std::vector<Row> m_rows;
    QString m_query;
};

} // namespace tidegate
