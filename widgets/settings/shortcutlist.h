// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QSortFilterProxyModel>
#include <QWidget>

class QPushButton;
class QTreeView;

namespace tidegate {

class ActionRegistry;
class Banner;
class SearchField;
class ShortcutModel;

/// The keys of all commands: to search, to change, to set back. Keys that another command has are not taken silently.
class ShortcutList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutList)

public:
    explicit ShortcutList(ActionRegistry* registry, QWidget* parent = nullptr);

private:
    void layOut();
    void onRefused(const QString& id, const QString& other, const QKeySequence& keys);
    void refresh();

    ActionRegistry* m_registry;
    ShortcutModel* m_model;
    QSortFilterProxyModel m_proxy;
    SearchField* m_search;
    QTreeView* m_table;
    Banner* m_banner;
    QPushButton* m_change;
    QPushButton* m_default;
    QPushButton* m_all;
};

} // namespace tidegate
