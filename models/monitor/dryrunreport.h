// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/agentclient.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace tidegate {

/// What a run would do now, asked of the agent: the window, every statement of both ends, how many rows the planner
/// expects, and the plans. Nothing is written anywhere, and no run is remembered.
class DryRunReport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DryRunReport)

public:
    enum class Stage { Idle, Asking, Planning, Done, Failed };

    struct Statement
    {
        QString title;
        QString sql;
    };

    explicit DryRunReport(AgentClient* agent, QObject* parent = nullptr);

    /// Forgets the one before.
    void start(const QString& pool, const QString& environment, const QString& job);
    /// Nobody looks any more.
    void cancel();

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] QString job() const { return m_job; }
    [[nodiscard]] bool hasWindow() const { return m_hasWindow; }
    [[nodiscard]] QString lo() const { return m_lo; } ///< empty: from the beginning
    [[nodiscard]] QString hi() const { return m_hi; }
    [[nodiscard]] QString heldBy() const { return m_heldBy; }
    [[nodiscard]] qint64 rowsExpected() const { return m_rowsExpected; } ///< -1: unknown
    [[nodiscard]] const QList<Statement>& source() const { return m_source; }
    [[nodiscard]] const QList<Statement>& target() const { return m_target; }
    /// `statements` of job.explain, with their plans; null until they are there.
    [[nodiscard]] const nlohmann::json& sourcePlan() const { return m_sourcePlan; }
    [[nodiscard]] const nlohmann::json& targetPlan() const { return m_targetPlan; }
    /// Why there is no plan of the target: it needs the staging table, which the first run makes.
    [[nodiscard]] QString planRemark() const { return m_planRemark; }
    [[nodiscard]] const QStringList& warnings() const { return m_warnings; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// Who is kept from what, and for how long: each a sentence of the engine.
    [[nodiscard]] const QStringList& locks() const { return m_locks; }
    /// Lines of the source's EXPLAIN of the extract.
    [[nodiscard]] const QStringList& readingPlan() const { return m_readingPlan; }
    /// The table is loaded beside and swapped in, instead of being changed row by row.
    [[nodiscard]] bool isSwap() const;

    /// As a script that a person can read or keep: titles as comments.
    [[nodiscard]] static QString script(const QList<Statement>& statements);

Q_SIGNALS:
    void changed();

private:
    void forget();
    void onEvent(const nlohmann::json& event);
    void takeStatement(const nlohmann::json& event);
    void takeEnd(const nlohmann::json& event);
    void askPlans();
    void takePlans(const Result<nlohmann::json>& answer);
    void fail(const Error& error);

    AgentClient* m_agent;
    Stage m_stage = Stage::Idle;
    QString m_pool;
    QString m_environment;
    QString m_job;
    qint64 m_run = 0;
    quint64 m_question = 0; ///< answers to earlier ones drop out
    bool m_planned = false; ///< what comes now is what a run would send
    bool m_hasWindow = false;
    QString m_lo;
    QString m_hi;
    QString m_heldBy;
    qint64 m_rowsExpected = -1;
    QList<Statement> m_source;
    QList<Statement> m_target;
    nlohmann::json m_sourcePlan;
    nlohmann::json m_targetPlan;
    QString m_planRemark;
    QStringList m_warnings;
    QStringList m_locks;
    QStringList m_readingPlan;
    std::optional<Error> m_error;
};

} // namespace tidegate
