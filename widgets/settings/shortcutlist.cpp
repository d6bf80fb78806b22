// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/shortcutlist.h"

#include "models/language.h"
#include "widgets/actionregistry.h"
#include "widgets/components/banner.h"
#include "widgets/components/buttons.h"
#include "widgets/components/searchfield.h"
#include "widgets/settings/shortcutdelegate.h"
#include "widgets/settings/shortcutmodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

ShortcutList::ShortcutList(ActionRegistry* registry, QWidget* parent)
    : QWidget(parent), m_registry(registry), m_model(new ShortcutModel(registry, this)),
      m_search(new SearchField(
          u"settings.shortcuts.search"_s, [] { return tr("Search commands and keys"); }, this)),
      m_table(new QTreeView(this)), m_banner(new Banner(u"settings.shortcuts.banner"_s, this)),
      m_change(makeButton(
          ButtonRole::Plain, u"settings.shortcuts.change"_s, [] { return tr("Change"); }, this)),
      m_default(makeButton(
          ButtonRole::Plain, u"settings.shortcuts.default"_s, [] { return tr("Default"); }, this)),
      m_all(makeButton(
          ButtonRole::Link, u"settings.shortcuts.all"_s, [] { return tr("All defaults"); }, this))
{
    m_proxy.setSourceModel(m_model);
    m_proxy.setFilterKeyColumn(-1);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(u"settings.shortcuts"_s);
    translated(this, [this] { m_table->setAccessibleName(tr("Shortcuts")); });
    m_table->setModel(&m_proxy);
    prepareTable(m_table);
    m_table->setItemDelegate(new ShortcutDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->header()->setSectionResizeMode(ShortcutModel::Action, QHeaderView::Stretch);
    m_table->header()->setStretchLastSection(false);
    m_table->setColumnWidth(ShortcutModel::Where, 130);
    m_table->setColumnWidth(ShortcutModel::Keys, 170);
    m_table->setMinimumHeight(240);
    layOut();
    const auto edit = [this](const QModelIndex& index) {
        m_table->setFocus(Qt::OtherFocusReason);
        m_table->edit(index.siblingAtColumn(ShortcutModel::Keys));
    };
    connect(m_search, &QLineEdit::textChanged, &m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_search, &SearchField::listWanted, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_table, &QTreeView::activated, this, edit);
    connect(m_change, &QPushButton::clicked, this, [this, edit] { edit(m_table->currentIndex()); });
    connect(m_default, &QPushButton::clicked, this,
            [this] { m_model->resetToDefault(m_proxy.mapToSource(m_table->currentIndex())); });
    connect(m_all, &QPushButton::clicked, m_model, &ShortcutModel::resetAll);
    connect(m_model, &ShortcutModel::refused, this, &ShortcutList::onRefused);
    connect(m_model, &ShortcutModel::accepted, m_banner, &Banner::clear);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ShortcutList::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ShortcutList::refresh);
    refresh();
}

void ShortcutList::layOut()
{
    auto* tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_change);
    tools->addWidget(m_default);
    tools->addWidget(m_all);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(tools);
    column->addWidget(m_banner);
    column->addWidget(m_table, 1);
}

void ShortcutList::refresh()
{
    const QModelIndex current = m_table->currentIndex();
    m_change->setEnabled(current.isValid());
    m_default->setEnabled(current.isValid() && current.data(ShortcutModel::IsChosenRole).toBool());
    m_all->setEnabled(!m_registry->chosenShortcuts().isEmpty());
}

void ShortcutList::onRefused(const QString& id, const QString& other, const QKeySequence& keys)
{
    const auto words = [this, other, keys] {
        const QAction* action = m_registry->action(other);
        return tr("%1 already means “%2”.")
            .arg(keys.toString(QKeySequence::NativeText), action ? action->text() : other);
    };
    m_banner->clearActions();
    m_banner->showMessage(State::Late, words,
                          [] { return tr("Nothing was changed. Choose other keys, or take them."); });
    QPushButton* take = m_banner->addAction(u"settings.shortcuts.take"_s, [] { return tr("Take them"); });
    connect(take, &QPushButton::clicked, this, [this, id, other, keys] {
        m_registry->setShortcut(other, {});
        m_registry->setShortcut(id, keys);
        m_banner->clear();
    });
}

} // namespace tidegate
