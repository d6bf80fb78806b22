// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/agentclient.h"
#include "models/jobbuffer.h"
#include "models/poolmodel.h"
#include "sql/jobplan.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

namespace tidegate {

/// What both catalogues say about one job, as the agent read it.
struct CataloguedInputs
{
    sql::PlanInputs inputs; ///< `job` is not filled
    QString lastHi;         ///< of the ledger's newest row; empty: no row, or not known
    QDateTime at;
};

/// Asks the agent for what a job's SQL depends on, and keeps the answers by what was asked: two jobs or two texts that
/// name the same tables share one. Only the newest question is of interest; late answers drop out.
class PlanCatalogue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanCatalogue)

public:
    PlanCatalogue(AgentClient* agent, PoolModel* pool, QObject* parent = nullptr);

    /// What is known for this job as it stands now; null: nothing yet.
    [[nodiscard]] const CataloguedInputs* find(const JobDefinition& job) const;
    /// Asks unless it is known or asked already. `text` is the unsaved file.
    void want(const JobDefinition& job, const std::string& text);
    /// Asks again, whatever is known.
    void refresh(const JobDefinition& job, const std::string& text);

    [[nodiscard]] PoolModel* pool() const { return m_pool; }
    [[nodiscard]] bool isAsking() const { return m_call != 0 || m_next.has_value(); }
    /// Why the newest question had no answer.
    [[nodiscard]] std::optional<Error> error() const { return m_error; }

Q_SIGNALS:
    /// An answer or an error came, or a question went out.
    void changed();

private:
    struct Question
    {
        QString key;
        std::string job;
        std::string text;
    };

    void askNext();
    void ask(const Question& question);
    void forget(const std::string& jobName);
    void onRunEvent(const nlohmann::json& event);
    void take(const QString& key, const std::string& jobName, const Result<nlohmann::json>& answer);
    void askLedger(const QString& key, const std::string& jobName);

    AgentClient* m_agent;
    PoolModel* m_pool;
    QHash<QString, CataloguedInputs> m_known;
    QString m_askedKey;
    std::optional<Question> m_next; ///< waits for the pause to end: nobody asks about every letter of a table's name
    QTimer m_pause;
    qint64 m_call = 0; ///< number of the question under way; 0: none
    std::optional<Error> m_error;
};

} // namespace tidegate
