// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/agentclient.h"
#include "models/planmodel.h"
#include "models/sqlpreview.h"

#include <QDateTime>

#include <optional>

namespace tidegate {

/// The plans of both ends for the job that is shown, asked from the agent when a person wants them.
class JobExplain final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobExplain)

public:
    JobExplain(AgentClient* agent, PoolModel* pool, QObject* parent = nullptr);

    /// For the text as it is now, with the window that the preview shows.
    void ask(JobBuffer* buffer, const sql::ReadRange& range);
    void clear();

    struct End
    {
        PlanModel plan;
        std::optional<Error> error;
    };
    [[nodiscard]] End& source() { return m_source; }
    [[nodiscard]] End& target() { return m_target; }
    [[nodiscard]] bool isReading() const { return m_call != 0; }
    /// When the plans were read; invalid: never.
    [[nodiscard]] QDateTime at() const { return m_at; }

Q_SIGNALS:
    void changed();

private:
    void take(const Result<nlohmann::json>& answer);
    static void take(End& end, const nlohmann::json& answer);

    AgentClient* m_agent;
    PoolModel* m_pool;
    End m_source;
    End m_target;
    QDateTime m_at;
    qint64 m_call = 0;
};

/// Ten rows of the source and where the watermark of each comes from.
class WatermarkRows final : public QAbstractTableModel
{
    Q_OBJECT

public:
    WatermarkRows(AgentClient* agent, PoolModel* pool, QObject* parent = nullptr);

    void ask(JobBuffer* buffer);
    void clear();
    [[nodiscard]] bool isReading() const { return m_call != 0; }
    [[nodiscard]] std::optional<Error> error() const { return m_error; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void stateChanged();

private:
    void take(const Result<nlohmann::json>& answer);

    AgentClient* m_agent;
    PoolModel* m_pool;
    QStringList m_columns;
    std::vector<std::vector<std::optional<QString>>> m_rows;
    std::optional<Error> m_error;
    qint64 m_call = 0;
};

} // namespace tidegate
