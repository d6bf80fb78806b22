// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/jobdraft.h"

#include <QAbstractTableModel>

#include <map>

namespace tidegate {

/// Roles of ListFieldModel beside the usual ones.
namespace ListFieldRole {
enum {
    Implied = Qt::UserRole + 1, ///< what an empty cell means: "t.amount", "numeric(18,2)"
    Problem,                    ///< why this row is wrong; empty: it is not
};
} // namespace ListFieldRole

/// A list of the job file as a table. A list of names has one column; a list whose items may be maps has one for each
/// key, and an item stays a plain scalar as long as it needs no other. Every change is one step of the buffer's undo.
class ListFieldModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    ListFieldModel(JobDraft* draft, const JobField& field, QObject* parent = nullptr);

    [[nodiscard]] const JobField& field() const { return m_field; }
    /// What is meant where a cell is empty, by the item's first cell and the column's key.
    using Implied = std::map<QString, std::map<std::string, QString>>;
    void setImplied(Implied implied);

    /// Puts items at the end, each with the cells of one row. Names that are there already are left out.
    void addItems(const std::vector<QStringList>& items);
    void removeItems(int first, int count);
    /// By one place; false: there is none.
    bool moveItem(int row, int by);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// A change of the file was refused.
    void refused(const QString& why);

private:
    struct Column
    {
        std::string key; ///< empty: the item itself
        const SchemaNode* schema;
    };
    struct Item
    {
        QStringList cells;
        bool isMap = false;
        bool operator==(const Item&) const = default;
    };

    void refresh();
    void mergeItems(std::vector<Item> fresh);
    void findProblems();
    [[nodiscard]] std::vector<Item> readItems() const;
    [[nodiscard]] std::string itemYaml(const QStringList& cells) const;
    [[nodiscard]] std::string typed(const QStringList& cells) const;
    [[nodiscard]] std::string path(int row) const;
    [[nodiscard]] Result<std::string> withCell(const std::string& text, int row, int column,
                                               const QString& value) const;
    void edit(const QString& what, const JobBuffer::Change& change);

    JobDraft* m_draft;
    const JobField& m_field;
    std::vector<Column> m_columns;
    std::vector<Item> m_items;
    std::map<int, QString> m_problems;
    Implied m_implied;
};

} // namespace tidegate
