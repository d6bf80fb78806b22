// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace tidegate {

/// Every action of the console by its id ("jobs.save"). A feature makes its own actions and hands them in here.
class ActionRegistry final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionRegistry)

public:
    explicit ActionRegistry(QObject* parent = nullptr);

    struct Spec
    {
        QString id;
        QString text;
        QString tip; ///< a sentence for tooltip and status tip
        QKeySequence shortcut = {};
        QString icon = {};
        Qt::ShortcutContext context = Qt::WindowShortcut;
    };

    /// Makes the action, owned by `owner`, which is also where its shortcut acts.
    QAction* add(QWidget* owner, const Spec& spec);
    [[nodiscard]] QAction* action(const QString& id) const { return m_actions.value(id); }
    [[nodiscard]] QList<QAction*> actions() const { return m_actions.values(); }

    /// What is wrong with the actions as a whole, a sentence each: no text, no tip, the same keys twice.
    [[nodiscard]] QStringList findings() const;

private:
    QMap<QString, QAction*> m_actions;
};

} // namespace tidegate
