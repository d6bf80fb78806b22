// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/phrase.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace tidegate {

/// Every action of the console by its id ("jobs.save"). A feature makes its own actions and hands them in here; menu
/// bar, command palette and the list of shortcuts are made from what is in here.
class ActionRegistry final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionRegistry)

public:
    explicit ActionRegistry(QObject* parent = nullptr);

    struct Spec
    {
        QString id;  ///< what stands before the dot is also its menu
        Phrase text; ///< `[] { return tr("Save"); }`
        Phrase tip;  ///< a sentence for tooltip and status tip
        QKeySequence shortcut = {};
        QString icon = {};
        Qt::ShortcutContext context = Qt::WindowShortcut;
    };

    /// Makes the action, owned by `owner`, which is also where its shortcut acts: on a page (or in it) while the page
    /// is shown, elsewhere always. A single letter takes Qt::WidgetShortcut and the list that it acts in as owner.
    QAction* add(QWidget* owner, const Spec& spec);
    [[nodiscard]] QAction* action(const QString& id) const;
    /// In the order in which they were added.
    [[nodiscard]] QList<QAction*> actions() const;
    /// The page where an action belongs; empty: the whole window.
    [[nodiscard]] QString scope(const QString& id) const;

    /// Its keys; the action itself has none while the page that is shown uses them for something of its own.
    [[nodiscard]] QKeySequence shortcut(const QString& id) const;
    [[nodiscard]] QKeySequence defaultShortcut(const QString& id) const;
    /// The action that these keys already trigger where `id` acts, if there is one.
    [[nodiscard]] QAction* conflict(const QString& id, const QKeySequence& keys) const;
    /// Which page is shown: its keys come before those of the whole window.
    void setPage(const QString& id);
    void setShortcut(const QString& id, const QKeySequence& keys);
    /// What differs from the defaults, by id in portable text. Ids that are not there yet get theirs when they come.
    void setChosenShortcuts(const QMap<QString, QString>& chosen);
    [[nodiscard]] QMap<QString, QString> chosenShortcuts() const { return m_chosen; }

    /// What is wrong with the actions as a whole, a sentence each: no text, no tip, the same keys twice.
    [[nodiscard]] QStringList findings() const;

Q_SIGNALS:
    void shortcutChanged(const QString& id);
    void added(const QString& id);

private:
    struct Entry
    {
        Spec spec;
        QAction* action = nullptr;
        QWidget* owner = nullptr;
        QKeySequence keys;
    };
    [[nodiscard]] const Entry* find(const QString& id) const;
    [[nodiscard]] QKeySequence wanted(const Spec& spec) const;
    [[nodiscard]] static QString pageOf(const Entry& entry);
    [[nodiscard]] static bool meet(const Entry& a, const Entry& b);
    static void describe(const Entry& entry);
    void describeAll();
    void arrange();

    QList<Entry> m_entries;
    QMap<QString, QString> m_chosen;
    QString m_page;
};

} // namespace tidegate
