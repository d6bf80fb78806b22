// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/agentclient.h"
#include "models/jobbuffer.h"
#include "models/joblistmodel.h"
#include "models/poolmodel.h"

#include <QObject>

#include <map>
#include <memory>

namespace tidegate {

/// The jobs of the pool and the texts that are open for editing. A text stays open, with its undo stack, while another
/// job is looked at.
class JobWorkspace final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobWorkspace)

public:
    JobWorkspace(AgentClient* agent, PoolModel* pool, QObject* parent = nullptr);
    ~JobWorkspace() override;

    [[nodiscard]] PoolModel* pool() const { return m_pool; }
    [[nodiscard]] JobListModel* list() { return &m_list; }
    /// The text of a job, opened if it is not; null where the pool has no such job.
    JobBuffer* open(const QString& job);
    [[nodiscard]] int unsavedCount() const { return m_list.editedCount(); }

Q_SIGNALS:
    void unsavedChanged();
    /// The file of an open, unedited job is gone; its buffer is about to be deleted.
    void jobGone(const QString& job);

private:
    void onPoolChanged();
    void onRunEvent(const nlohmann::json& event);
    void publish(JobBuffer* buffer);

    PoolModel* m_pool;
    JobListModel m_list;
    std::map<QString, std::unique_ptr<JobBuffer>> m_buffers;
};

} // namespace tidegate
