// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QKeySequence>
#include <QStringList>

namespace tidegate {

class ActionRegistry;

/// Every action with its keys. Editing Keys changes the registry; keys that are taken are refused with a sentence.
class ShortcutModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutModel)

public:
    enum Column : int { Action, Where, Keys, ColumnCount };
    enum Role : int { IdRole = Qt::UserRole + 1, IsChosenRole };

    explicit ShortcutModel(ActionRegistry* registry, QObject* parent = nullptr);

    void resetToDefault(const QModelIndex& index);
    void resetAll();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// The keys of `id` were not taken because `other` has them.
    void refused(const QString& id, const QString& other, const QKeySequence& keys);
    void accepted();

private:
    void read();
    [[nodiscard]] QString where(const QString& id) const;

    ActionRegistry* m_registry;
    QStringList m_ids;
};

} // namespace tidegate
