// SPDX-License-Identifier: Apache-2.0
#include "db/jobprobe.h"

#include "db/catalogueservice.h"
#include "db/openconnection.h"
#include "db/probe.h"
#include "sql/jobplan.h"
#include "sql/watermarkpreview.h"

#include <array>

namespace tidegate {

namespace {

constexpr std::chrono::seconds explainTime(5);
constexpr std::chrono::seconds previewTime(10);
constexpr int previewRows = 10;

Result<std::unique_ptr<Session>> openedFor(const Pool& pool, const EnvironmentDefinition* environment,
                                           const JobDefinition& job, Side side, const std::stop_token& stop)
{
    const auto& name = side == Side::Source ? job.source.connection : job.target.connection;
    return openConnection(pool, environment, name, {.side = side, .job = job.name}, stop);
}

Result<nlohmann::json> planOf(Session& session, const std::string& sql, const std::stop_token& stop)
{
    const auto rows = probe(session, "explain (format json)\n" + sql, explainTime, stop);
    if (!rows)
        return rows.error();
    std::string text;
    for (int row = 0; row < rows->size(); ++row)
        text += rows->text(row, 0);
    auto plan = nlohmann::json::parse(text, nullptr, false);
    if (plan.is_discarded())
        return Error{ErrorCode::Internal, "the server's plan could not be read"};
    return plan;
}

bool changesRows(const sql::Statement& statement)
{
    using enum sql::StatementRole;
    constexpr std::array roles{Superseded, Unchanged, Removed, Deleted, Inserted};
    const bool known = std::find(roles.begin(), roles.end(), statement.role) != roles.end();
    return known && statement.sql.find("pg_temp.") == std::string::npos; // that table is made inside of apply
}

ExplainedEnd explained(Session& session, const std::vector<sql::Statement>& statements, const std::stop_token& stop)
{
    ExplainedEnd end;
    for (const auto& statement : statements) {
        auto plan = planOf(session, statement.sql, stop);
        if (!plan) {
            end.error = plan.error();
            return end;
        }
        end.statements.push_back({statement.title, statement.sql, *std::move(plan)});
    }
    return end;
}

ExplainedEnd failed(Error error)
{
    return {{}, std::move(error)};
}

ExplainedEnd explainSource(Session& session, const sql::JobPlan& plan, const sql::ReadRange& range,
                           const std::stop_token& stop)
{
    const auto extract = sql::extractSql(plan, range, 0, 0);
    return extract ? explained(session, {{"extract", *extract}}, stop) : failed(extract.error());
}

ExplainedEnd explainTarget(Session& session, const sql::JobPlan& plan, const std::stop_token& stop)
{
    if (plan.inputs.job.mode == Mode::Full)
        return {};
    const auto there =
        session.query("select 1 where pg_catalog.to_regclass($1) is not null", {plan.stagingTable}, stop);
    if (!there)
        return failed(there.error());
    if (there->empty() || !plan.inputs.target)
        return failed({ErrorCode::NotFound, "the target or its staging table is not there yet",
                       "the first run makes them; then there is something to plan", Side::Target});
    const auto apply = sql::applySql(plan, 0);
    if (!apply)
        return failed(apply.error());
    std::vector<sql::Statement> changes;
    std::copy_if(apply->begin(), apply->end(), std::back_inserter(changes), changesRows);
    return explained(session, changes, stop);
}

Result<sql::JobPlan> planned(const Pool& pool, const EnvironmentDefinition* environment, const JobDefinition& job,
                             const std::stop_token& stop)
{
    auto inputs = readPlanInputs(pool, environment, job, stop);
    return inputs ? sql::planJob(*std::move(inputs)) : Result<sql::JobPlan>(inputs.error());
}

} // namespace

Result<ExplainedJob> explainJob(const Pool& pool, const EnvironmentDefinition* environment, const JobDefinition& job,
                                const sql::ReadRange& range, std::stop_token stop)
{
    const auto plan = planned(pool, environment, job, stop);
    if (!plan)
        return plan.error();
    ExplainedJob result;
    const auto source = openedFor(pool, environment, job, Side::Source, stop);
    result.source = source ? explainSource(**source, *plan, range, stop) : failed(source.error());
    const auto target = openedFor(pool, environment, job, Side::Target, stop);
    result.target = target ? explainTarget(**target, *plan, stop) : failed(target.error());
    return result;
}

Result<RowPreview> previewWatermark(const Pool& pool, const EnvironmentDefinition* environment,
                                    const JobDefinition& job, std::stop_token stop)
{
    const auto plan = planned(pool, environment, job, stop);
    if (!plan)
        return plan.error();
    const auto sql = sql::watermarkPreviewSql(*plan, previewRows);
    if (!sql)
        return sql.error();
    const auto session = openedFor(pool, environment, job, Side::Source, stop);
    if (!session)
        return session.error();
    const auto rows = probe(**session, *sql, previewTime, stop);
    if (!rows)
        return rows.error();
    RowPreview preview{*sql, {}, {}};
    for (int column = 0; column < rows->columns(); ++column)
        preview.columns.emplace_back(rows->columnName(column));
    for (int row = 0; row < rows->size(); ++row) {
        auto& cells = preview.rows.emplace_back();
        for (int column = 0; column < rows->columns(); ++column)
            cells.push_back(rows->value(row, column));
    }
    return preview;
}

} // namespace tidegate
