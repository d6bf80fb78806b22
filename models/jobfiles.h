// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "job/jobproposal.h"
#include "job/jobrename.h"
#include "models/agentclient.h"
#include "models/jobbuffer.h"
#include "models/poolmodel.h"

#include <QObject>

namespace tidegate {

/// Makes, copies, renames and removes job files. One thing at a time, in a worker; finished() or failed() tells the
/// end, and the pool is read again.
class JobFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobFiles)

public:
    JobFiles(AgentClient* agent, PoolModel* pool, QObject* parent = nullptr);

    /// Asks the agent what `table` looks like and writes the proposed job into the customer's folder.
    void create(const QString& customer, const QString& table, const ProposalRequest& request);
    /// Another job with the same text, for a target table of its own.
    void duplicate(const JobBuffer& buffer, const QString& name);
    /// The ledger goes on under the old name: the file keeps it as `id`.
    void rename(const QString& job, const QString& name);
    void remove(const QString& job);

    /// Folders under customers/.
    [[nodiscard]] QStringList customers() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    /// `job`: the one to look at now; empty after a removal.
    void finished(const QString& job);
    void failed(const tidegate::Error& error);

private:
    void propose(const QString& customer, const ProposalRequest& request, const Result<nlohmann::json>& answer);
    void write(const QString& job, std::vector<FileChange> changes);
    void fail(const Error& error);

    AgentClient* m_agent;
    PoolModel* m_pool;
    bool m_busy = false;
};

} // namespace tidegate
