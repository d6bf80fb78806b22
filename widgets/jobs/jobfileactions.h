// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobfiles.h"
#include "models/phrase.h"
#include "models/tablenames.h"

#include <QPointer>

#include <functional>

class QAction;
class QMenu;

namespace tidegate {

class ActionRegistry;
class JobSheet;
class Page;

/// New, duplicate, rename and delete: the actions, and the sheet that each of them opens.
class JobFileActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobFileActions)

public:
    JobFileActions(AgentClient* agent, PoolModel* pool, TableNames* tables, QWidget* parent);

    void registerActions(ActionRegistry& registry, Page* page, QWidget* list);
    /// The job that is shown; null: none.
    void setBuffer(JobBuffer* buffer);
    void newJob();
    /// Duplicate, rename, delete.
    [[nodiscard]] QMenu* menu() const { return m_menu; }

Q_SIGNALS:
    /// There is another job to look at.
    void jobMade(const QString& job);

private:
    void duplicateJob();
    void renameJob();
    void deleteJob();
    void open(JobSheet* sheet, QWidget* focus);
    /// A sheet that asks for a name.
    JobSheet* makeNameSheet(const QString& id, const QString& proposed, const Phrase& verb,
                            std::function<void(const QString&)> take);

    QWidget* m_parent;
    JobFiles m_files;
    PoolModel* m_pool;
    TableNames* m_tables;
    JobBuffer* m_buffer = nullptr; ///< not owned
    QPointer<JobSheet> m_sheet;
    QMenu* m_menu;
    QList<QAction*> m_needJob;
};

} // namespace tidegate
