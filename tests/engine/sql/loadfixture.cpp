// SPDX-License-Identifier: Apache-2.0
#include "loadfixture.h"

#include "sql/cataloguesql.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace tidegate::test {

using namespace tidegate::sql;

LoadFixture::LoadFixture()
{
    server.script("begin; create schema s; create schema d; create schema tidegate");
    server.script(
        "create table s.item (id bigint, a text, n double precision, doc json, gone boolean, at timestamptz)");
}

LoadFixture::~LoadFixture()
{
    server.script("rollback");
}

TableInfo LoadFixture::table(const std::string& name)
{
    const auto info = serverInfoFromJson(nlohmann::json::parse(server.run(serverInfoSql()).rows.at(0).at(0)));
    const auto answer = server.run(tableInfoSql(name, info));
    return answer.rows.empty() ? TableInfo{} : tableInfoFromJson(nlohmann::json::parse(answer.rows.at(0).at(0)));
}

PlanInputs LoadFixture::inputs()
{
    PlanInputs made;
    made.job.name = "item";
    made.job.source = {"erp", "s.item", "", ""};
    made.job.target = {"warehouse", "d.item", true, {}, 50};
    made.job.key = {"id"};
    made.job.mode = Mode::Incremental;
    made.job.watermark = Watermark{};
    made.job.watermark->columns = {"t.at"};
    made.sourceServer.version = made.targetServer.version = 150004;
    made.source = table("s.item");
    if (auto target = table("d.item"); target.oid != 0)
        made.target = target;
    return made;
}

JobPlan LoadFixture::plan(PlanInputs made)
{
    auto planned = planJob(std::move(made));
    REQUIRE_MESSAGE(planned.has_value(), planned.error().message);
    return *planned;
}

void LoadFixture::run(const Result<std::vector<Statement>>& statements)
{
    REQUIRE(statements.has_value());
    for (const auto& statement : statements.value()) {
        const auto answer = server.run(statement);
        const auto role = statement.role;
        counts[role] += answer.columns.empty() ? answer.affected : static_cast<std::int64_t>(answer.rows.size());
        if (!answer.columns.empty())
            examples[role] = answer;
        const bool check = role == StatementRole::NullKeys || role == StatementRole::NullWatermarks ||
                           role == StatementRole::RepeatedKeys;
        if (check && !answer.rows.empty())
            return;
    }
}

void LoadFixture::makeTarget()
{
    run(createTargetSql(plan(inputs())));
}

void LoadFixture::apply(const JobPlan& plan)
{
    server.script("drop table if exists " + plan.stagingTable);
    run(createStagingSql(plan));
    const ReadRange range{std::nullopt, "2100-01-01 00:00:00+00"};
    const auto rows = server.copyOut(copyOutSql(plan, range, attempt, 0).value());
    server.copyIn(copyInSql(plan, plan.stagingTable, true).value(), rows);
    server.script("drop table if exists pg_temp.tidegate_kept"); // a test is one transaction, and so are many windows
    counts.clear();
    run(applySql(plan, attempt));
}

void LoadFixture::loadWhole(const JobPlan& plan)
{
    run(createBesideSql(plan, "item__b"));
    const auto rows = server.copyOut(copyOutSql(plan, {}, attempt, 0).value());
    server.copyIn(copyInSql(plan, besideTable(plan, "item__b").value(), false).value(), rows);
    run(finishBesideSql(plan, "item__b"));
    run(swapSql(plan, "item__b"));
}

std::string LoadFixture::target()
{
    return server.value("select string_agg(id || '=' || coalesce(a, '-'), ' ' order by id) from d.item");
}

} // namespace tidegate::test
