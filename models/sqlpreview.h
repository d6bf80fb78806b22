// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/jobbuffer.h"
#include "models/jobscripts.h"
#include "models/plancatalogue.h"
#include "sql/jobplan.h"
#include "sql/statements.h"

#include <QDateTime>
#include <QObject>

#include <array>
#include <optional>

namespace tidegate {

/// The SQL of the job being edited, made anew in this process on every keystroke. The catalogue comes from the agent
/// and is of some age; everything else is as fresh as the text.
class SqlPreview final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqlPreview)

public:
    using What = JobScript;

    explicit SqlPreview(PlanCatalogue* catalogue, QObject* parent = nullptr);

    void setBuffer(JobBuffer* buffer);

    /// See jobScript(). Made when it is looked at; empty where there is no plan.
    [[nodiscard]] QString text(What what) const;
    /// Why there is no SQL, or why what is shown may be wrong; empty: nothing to say.
    [[nodiscard]] std::optional<Error> problem() const { return m_problem; }
    [[nodiscard]] bool isReading() const { return m_catalogue->isAsking(); }
    /// Age of the catalogue that the SQL rests on; invalid: none.
    [[nodiscard]] QDateTime catalogueAt() const;
    /// What the bounds of the shown window are, in one line.
    [[nodiscard]] QString windowText() const { return m_windowText; }
    /// The window of it.
    [[nodiscard]] const sql::ReadRange& range() const { return m_range; }
    [[nodiscard]] const std::optional<sql::JobPlan>& plan() const { return m_plan; }
    [[nodiscard]] const CataloguedInputs* inputs() const;
    /// What is known for another definition; null: nothing.
    [[nodiscard]] const CataloguedInputs* known(const JobDefinition& job) const { return m_catalogue->find(job); }

    /// Reads the catalogue again.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void update();
    void render();
    [[nodiscard]] sql::ReadRange nextRange() const;
    [[nodiscard]] JobUsers users() const;

    PlanCatalogue* m_catalogue;
    JobBuffer* m_buffer = nullptr;
    std::optional<sql::JobPlan> m_plan;
    std::optional<Error> m_problem;
    QString m_windowText;
    sql::ReadRange m_range;
    mutable std::array<std::optional<QString>, 5> m_texts; ///< by What, where they were looked at
};

/// A literal of the watermark's own type for a moment, as the engine writes it: "2026-03-12 01:58:00.000000+00".
std::string watermarkLiteral(const sql::JobPlan& plan, const QDateTime& moment);

} // namespace tidegate
