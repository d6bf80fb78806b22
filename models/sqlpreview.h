// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/jobbuffer.h"
#include "models/plancatalogue.h"
#include "sql/jobplan.h"
#include "sql/statements.h"

#include <QDateTime>
#include <QObject>

#include <optional>

namespace tidegate {

/// The SQL of the job being edited, made anew in this process on every keystroke. The catalogue comes from the agent
/// and is of some age; everything else is as fresh as the text.
class SqlPreview final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqlPreview)

public:
    enum class What { Extract, Apply, Ddl };
    Q_ENUM(What)

    explicit SqlPreview(PlanCatalogue* catalogue, QObject* parent = nullptr);

    void setBuffer(JobBuffer* buffer);

    /// What the servers get, byte for byte; statements with their titles as comments. Empty where there is none.
    [[nodiscard]] QString text(What what) const;
    /// Why there is no SQL, or why what is shown may be wrong; empty: nothing to say.
    [[nodiscard]] std::optional<Error> problem() const { return m_problem; }
    [[nodiscard]] bool isReading() const { return m_catalogue->isAsking(); }
    /// Age of the catalogue that the SQL rests on; invalid: none.
    [[nodiscard]] QDateTime catalogueAt() const;
    /// What the bounds of the shown window are, in one line.
    [[nodiscard]] QString windowText() const { return m_windowText; }
    [[nodiscard]] const std::optional<sql::JobPlan>& plan() const { return m_plan; }
    [[nodiscard]] const CataloguedInputs* inputs() const;

    /// Reads the catalogue again.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void update();
    void render();
    [[nodiscard]] sql::ReadRange nextRange() const;

    PlanCatalogue* m_catalogue;
    JobBuffer* m_buffer = nullptr;
    std::optional<sql::JobPlan> m_plan;
    std::optional<Error> m_problem;
    QString m_windowText;
    QString m_extract;
    QString m_apply;
    QString m_ddl;
};

/// A literal of the watermark's own type for a moment, as the engine writes it: "2026-03-12 01:58:00.000000+00".
std::string watermarkLiteral(const sql::JobPlan& plan, const QDateTime& moment);

} // namespace tidegate
