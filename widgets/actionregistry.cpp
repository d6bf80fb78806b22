// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actionregistry.h"

#include "widgets/theme/icons.h"

namespace tidegate {

ActionRegistry::ActionRegistry(QObject* parent) : QObject(parent) {}

QAction* ActionRegistry::add(QWidget* owner, const Spec& spec)
{
    Q_ASSERT_X(!m_actions.contains(spec.id), "ActionRegistry", qPrintable(spec.id));
    auto* action = new QAction(spec.text, owner);
    action->setObjectName(spec.id);
    action->setShortcut(spec.shortcut);
    action->setShortcutContext(spec.context);
    action->setStatusTip(spec.tip);
    action->setProperty("iconName", spec.icon);
    const QString keys = spec.shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? spec.tip : tr("%1 (%2)").arg(spec.tip, keys));
    if (!spec.icon.isEmpty())
        action->setIcon(icon(spec.icon));
    owner->addAction(action);
    m_actions.insert(spec.id, action);
    connect(action, &QObject::destroyed, this, [this, id = spec.id] { m_actions.remove(id); });
    return action;
}

QStringList ActionRegistry::findings() const
{
    QStringList found;
    QMap<QString, QString> taken;
    for (auto it = m_actions.cbegin(); it != m_actions.cend(); ++it) {
        const QAction* action = it.value();
        if (action->text().isEmpty())
            found << tr("%1 has no text").arg(it.key());
        if (action->statusTip().isEmpty())
            found << tr("%1 has no tip").arg(it.key());
        const QString keys = action->shortcut().toString(QKeySequence::PortableText);
        if (keys.isEmpty() || action->shortcutContext() != Qt::WindowShortcut)
            continue;
        if (taken.contains(keys))
            found << tr("%1 and %2 both want %3").arg(taken.value(keys), it.key(), keys);
        taken.insert(keys, it.key());
    }
    return found;
}

} // namespace tidegate
