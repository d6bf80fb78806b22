// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/headtext.h"
#include "models/sqlpreview.h"

#include <QTimer>

namespace tidegate {

/// What the edited job does differently from the committed one: its meaning, key by key, and its SQL line by line.
class SqlDiff final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqlDiff)

public:
    SqlDiff(SqlPreview* preview, HeadText* head, AgentClient* agent, PoolModel* pool, QObject* parent = nullptr);

    void setBuffer(JobBuffer* buffer);
    /// Changes of meaning; −1: there is nothing to compare with.
    [[nodiscard]] int count() const { return m_count; }
    /// Comments that say what changed, then a unified diff of the SQL. Made when it is looked at.
    [[nodiscard]] QString text();

Q_SIGNALS:
    void changed();

private:
    void count(const std::string& head);
    [[nodiscard]] QString changesText() const;
    [[nodiscard]] QString sqlText();

    SqlPreview* m_preview;
    HeadText* m_head;
    PlanCatalogue m_catalogue;     ///< of what HEAD's job reads, where that is something else
    JobBuffer* m_buffer = nullptr; ///< not owned: set another one before it goes
    QTimer m_pause;                ///< nobody reads the number between two letters
    int m_count = -1;
};

} // namespace tidegate
