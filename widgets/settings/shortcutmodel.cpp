// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/shortcutmodel.h"

#include "models/language.h"
#include "widgets/actionregistry.h"
#include "widgets/theme/theme.h"

#include <QAction>

namespace tidegate {

ShortcutModel::ShortcutModel(ActionRegistry* registry, QObject* parent)
    : QAbstractTableModel(parent), m_registry(registry)
{
    read();
    connect(registry, &ActionRegistry::added, this, &ShortcutModel::read);
    connect(&Language::instance(), &Language::changed, this, &ShortcutModel::read);
    connect(registry, &ActionRegistry::shortcutChanged, this, [this](const QString& id) {
        const int row = static_cast<int>(m_ids.indexOf(id));
        if (row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
}

void ShortcutModel::read()
{
    beginResetModel();
    m_ids.clear();
    for (const QAction* action : m_registry->actions())
        m_ids << action->objectName();
    endResetModel();
}

QString ShortcutModel::where(const QString& id) const
{
    const QString page = m_registry->scope(id);
    if (page.isEmpty())
        return tr("everywhere");
    const QAction* go = m_registry->action(QStringLiteral("go.") + page);
    return go ? go->text() : page;
}

void ShortcutModel::resetToDefault(const QModelIndex& index)
{
    const QString id = m_ids.value(index.row());
    setData(index.siblingAtColumn(Keys), m_registry->defaultShortcut(id), Qt::EditRole);
}

void ShortcutModel::resetAll()
{
    m_registry->setChosenShortcuts({});
    Q_EMIT accepted();
}

int ShortcutModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int ShortcutModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ShortcutModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const QString id = m_ids.at(index.row());
    const QAction* action = m_registry->action(id);
    const bool chosen = m_registry->chosenShortcuts().contains(id);
    if (role == IdRole)
        return id;
    if (role == IsChosenRole)
        return chosen;
    if (!action)
        return {};
    if (role == Qt::ToolTipRole)
        return action->statusTip();
    if (role == Qt::FontRole)
        return index.column() == Keys ? Theme::instance().mono(12, chosen ? 700 : 400) : Theme::instance().sans(13);
    if (role == Qt::ForegroundRole)
        return themeColor(index.column() == Where ? Token::Text2 : Token::Text);
    if (role == Qt::EditRole && index.column() == Keys)
        return QVariant::fromValue(m_registry->shortcut(id));
    if (role == Qt::DisplayRole)
        return index.column() == Action  ? QString(action->text()).remove(u'&')
               : index.column() == Where ? where(id)
                                         : m_registry->shortcut(id).toString(QKeySequence::NativeText);
    return {};
}

bool ShortcutModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || index.column() != Keys)
        return false;
    const QString id = m_ids.at(index.row());
    const auto keys = value.value<QKeySequence>();
    if (const QAction* other = m_registry->conflict(id, keys)) {
        Q_EMIT refused(id, other->objectName(), keys);
        return false;
    }
    m_registry->setShortcut(id, keys);
    Q_EMIT accepted();
    return true;
}

QVariant ShortcutModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Action ? tr("Command") : section == Where ? tr("Where") : tr("Keys");
}

Qt::ItemFlags ShortcutModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == Keys ? flags | Qt::ItemIsEditable : flags;
}

} // namespace tidegate
