// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/agentclient.h"
#include "models/poolmodel.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace tidegate {

/// Names of tables to choose from, by connection. Asked once and kept; typing never waits for them.
class TableNames final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableNames)

public:
    TableNames(AgentClient* agent, PoolModel* pool, QObject* parent = nullptr);

    /// As SQL writes them, in the catalogue's order. Empty at first: changed() tells when they are there.
    QStringList of(const QString& connection);

Q_SIGNALS:
    void changed(const QString& connection);

private:
    void ask(const QString& connection, const std::string& after);
    void take(const QString& connection, const Result<nlohmann::json>& answer);

    AgentClient* m_agent;
    PoolModel* m_pool;
    QHash<QString, QStringList> m_names; ///< an entry means: asked
};

} // namespace tidegate
