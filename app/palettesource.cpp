// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/palettesource.h"

#include "app/console.h"
#include "models/qtconvert.h"
#include "widgets/actionregistry.h"
#include "widgets/monitor/runwords.h"

#include <QAction>
#include <QCoreApplication>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;

QList<PaletteItem> jobItems(Console& console)
{
    QList<PaletteItem> items;
    const auto pool = console.pool()->pool();
    if (!pool)
        return items;
    for (const auto& file : pool->jobs) {
        const QString name = toQt(file.name);
        PaletteItem item{PaletteItem::Kind::Job,
                         name,
                         name,
                         file.definition ? toQt(file.definition->description) : QString(),
                         {},
                         {}};
        item.state = stateOf(console.runs()->status(name));
        items << item;
    }
    return items;
}

QList<PaletteItem> tableItems(Console& console)
{
    QList<PaletteItem> items;
    const auto pool = console.pool()->pool();
    if (!pool)
        return items;
    for (const auto& file : pool->jobs) {
        if (!file.definition)
            continue;
        const QString job = toQt(file.name);
        const auto add = [&](const std::string& table, const QString& note) {
            if (!table.empty())
                items << PaletteItem{PaletteItem::Kind::Table, job, toQt(table), note, {}, u"table"_s};
        };
        add(file.definition->source.table,
            QCoreApplication::translate("tidegate::PaletteSource", "read by %1").arg(job));
        add(file.definition->target.table,
            QCoreApplication::translate("tidegate::PaletteSource", "written by %1").arg(job));
    }
    return items;
}

QList<PaletteItem> actionItems(const ActionRegistry& registry, const QString& page)
{
    QList<PaletteItem> here;
    QList<PaletteItem> elsewhere;
    for (const QAction* action : registry.actions()) {
        const QString id = action->objectName();
        const QString scope = registry.scope(id);
        const QAction* go = registry.action(u"go."_s + scope);
        PaletteItem item{PaletteItem::Kind::Action,
                         id,
                         QString(action->text()).remove(u'&'),
                         go ? go->text() : QString(),
                         registry.shortcut(id).toString(QKeySequence::NativeText),
                         action->property("iconName").toString()};
        const bool away = !scope.isEmpty() && scope != page;
        // What a page that isn't shown can do is known when it is shown.
        item.enabled = away || action->isEnabled();
        (away ? elsewhere : here) << item;
    }
    return here + elsewhere;
}

} // namespace tidegate
