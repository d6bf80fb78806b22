// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actionregistry.h"

#include "models/language.h"
#include "widgets/page.h"
#include "widgets/theme/icons.h"

#include <algorithm>
#include <utility>

namespace tidegate {

ActionRegistry::ActionRegistry(QObject* parent) : QObject(parent)
{
    connect(&Language::instance(), &Language::changed, this, &ActionRegistry::describeAll);
}

QAction* ActionRegistry::add(QWidget* owner, const Spec& spec)
{
    Q_ASSERT_X(!find(spec.id), "ActionRegistry", qPrintable(spec.id));
    auto* action = new QAction(owner);
    action->setObjectName(spec.id);
    action->setShortcutContext(spec.context);
    action->setProperty("iconName", spec.icon);
    if (!spec.icon.isEmpty())
        action->setIcon(icon(spec.icon));
    owner->addAction(action);
    m_entries << Entry{spec, action, owner, wanted(spec)};
    arrange();
    describe(m_entries.last());
    connect(action, &QObject::destroyed, this,
            [this, id = spec.id] { m_entries.removeIf([&id](const Entry& entry) { return entry.spec.id == id; }); });
    Q_EMIT added(spec.id);
    return action;
}

QKeySequence ActionRegistry::wanted(const Spec& spec) const
{
    const auto chosen = m_chosen.constFind(spec.id);
    if (chosen == m_chosen.cend())
        return spec.shortcut;
    const QKeySequence keys(*chosen, QKeySequence::PortableText);
    const bool nonsense = keys.isEmpty() ? !chosen->isEmpty() : keys[0].key() == Qt::Key_unknown;
    return nonsense ? spec.shortcut : keys;
}

void ActionRegistry::arrange()
{
    for (const Entry& entry : std::as_const(m_entries)) {
        const bool everywhere = pageOf(entry).isEmpty();
        const bool shadowed = everywhere && std::ranges::any_of(m_entries, [&](const Entry& other) {
                                  return other.keys == entry.keys && !m_page.isEmpty() && pageOf(other) == m_page;
                              });
        const QKeySequence keys = shadowed ? QKeySequence() : entry.keys;
        if (entry.action->shortcut() == keys)
            continue;
        entry.action->setShortcut(keys);
        describe(entry);
    }
}

void ActionRegistry::setPage(const QString& id)
{
    m_page = id;
    arrange();
}

void ActionRegistry::describe(const Entry& entry)
{
    const QString tip = entry.spec.tip.text();
    const QString keys = entry.action->shortcut().toString(QKeySequence::NativeText);
    entry.action->setText(entry.spec.text.text());
    entry.action->setStatusTip(tip);
    entry.action->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)").arg(tip, keys));
}

void ActionRegistry::describeAll()
{
    for (const Entry& entry : std::as_const(m_entries))
        describe(entry);
}

const ActionRegistry::Entry* ActionRegistry::find(const QString& id) const
{
    const auto at = std::ranges::find_if(m_entries, [&id](const Entry& entry) { return entry.spec.id == id; });
    return at == m_entries.cend() ? nullptr : &*at;
}

QAction* ActionRegistry::action(const QString& id) const
{
    const Entry* entry = find(id);
    return entry ? entry->action : nullptr;
}

QList<QAction*> ActionRegistry::actions() const
{
    QList<QAction*> all;
    for (const Entry& entry : m_entries)
        all << entry.action;
    return all;
}

QString ActionRegistry::pageOf(const Entry& entry)
{
    for (QWidget* widget = entry.owner; widget; widget = widget->parentWidget()) {
        if (const auto* page = qobject_cast<const Page*>(widget))
            return page->id();
    }
    return {};
}

QString ActionRegistry::scope(const QString& id) const
{
    const Entry* entry = find(id);
    return entry ? pageOf(*entry) : QString();
}

bool ActionRegistry::meet(const Entry& a, const Entry& b)
{
    const bool anywhere = a.spec.context != Qt::WidgetShortcut && b.spec.context != Qt::WidgetShortcut;
    if (!anywhere)
        return a.owner == b.owner || a.owner->isAncestorOf(b.owner) || b.owner->isAncestorOf(a.owner);
    return pageOf(a) == pageOf(b);
}

QKeySequence ActionRegistry::shortcut(const QString& id) const
{
    const Entry* entry = find(id);
    return entry ? entry->keys : QKeySequence();
}

QKeySequence ActionRegistry::defaultShortcut(const QString& id) const
{
    const Entry* entry = find(id);
    return entry ? entry->spec.shortcut : QKeySequence();
}

QAction* ActionRegistry::conflict(const QString& id, const QKeySequence& keys) const
{
    const Entry* self = find(id);
    if (!self || keys.isEmpty())
        return nullptr;
    for (const Entry& entry : m_entries) {
        if (&entry != self && entry.keys == keys && meet(*self, entry))
            return entry.action;
    }
    return nullptr;
}

void ActionRegistry::setShortcut(const QString& id, const QKeySequence& keys)
{
    const auto entry = std::ranges::find_if(m_entries, [&id](const Entry& any) { return any.spec.id == id; });
    if (entry == m_entries.end())
        return;
    if (keys == entry->spec.shortcut)
        m_chosen.remove(id);
    else
        m_chosen.insert(id, keys.toString(QKeySequence::PortableText));
    entry->keys = keys;
    arrange();
    Q_EMIT shortcutChanged(id);
}

void ActionRegistry::setChosenShortcuts(const QMap<QString, QString>& chosen)
{
    m_chosen = chosen;
    QStringList moved;
    for (Entry& entry : m_entries) {
        if (std::exchange(entry.keys, wanted(entry.spec)) != entry.keys)
            moved << entry.spec.id;
    }
    arrange();
    for (const QString& id : std::as_const(moved))
        Q_EMIT shortcutChanged(id);
}

QStringList ActionRegistry::findings() const
{
    QStringList found;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        const QString& id = it->spec.id;
        if (it->action->text().isEmpty())
            found << tr("%1 has no text").arg(id);
        if (it->action->statusTip().isEmpty())
            found << tr("%1 has no tip").arg(id);
        const QKeySequence& keys = it->keys;
        const auto twin = std::find_if(m_entries.cbegin(), it, [&](const Entry& other) {
            return !keys.isEmpty() && other.keys == keys && meet(*it, other);
        });
        if (twin != it)
            found << tr("%1 and %2 both want %3").arg(twin->spec.id, id, keys.toString(QKeySequence::PortableText));
    }
    return found;
}

} // namespace tidegate
