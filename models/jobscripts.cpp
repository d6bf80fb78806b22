// SPDX-License-Identifier: Apache-2.0
#include "models/jobscripts.h"

#include "models/qtconvert.h"

namespace tidegate {

namespace {

using Statements = std::vector<sql::Statement>;

Result<QString> asScript(const Result<Statements>& statements)
{
    return statements ? Result<QString>(toQt(sql::toScript(*statements))) : statements.error();
}

Result<QString> asText(const Result<std::string>& text)
{
    return text ? Result<QString>(toQt(*text) + QLatin1Char('\n')) : text.error();
}

Result<Statements> together(Result<Statements> first, const Result<Statements>& second)
{
    if (!first || !second)
        return first ? second : first;
    first->insert(first->end(), second->begin(), second->end());
    return first;
}

Result<QString> applyScript(const sql::JobPlan& plan)
{
    if (plan.inputs.job.mode != Mode::Full)
        return asScript(sql::applySql(plan, 0));
    const auto beside = plan.inputs.job.name + "_beside";
    return asScript(together(sql::createBesideSql(plan, beside), sql::swapSql(plan, beside)));
}

Result<QString> ddlScript(const sql::JobPlan& plan)
{
    auto target = sql::createTargetSql(plan);
    return asScript(plan.inputs.job.mode == Mode::Full ? target
                                                       : together(std::move(target), sql::createStagingSql(plan)));
}

} // namespace

Result<QString> jobScript(const sql::JobPlan& plan, JobScript what, const sql::ReadRange& range, const JobUsers& users)
{
    switch (what) {
    case JobScript::Extract:
        return asText(sql::extractSql(plan, range, 0, 0));
    case JobScript::Count:
        return asText(sql::countSql(plan, range));
    case JobScript::Apply:
        return applyScript(plan);
    case JobScript::Ddl:
        return ddlScript(plan);
    case JobScript::Grants:
        return asText(sql::grantsSql(plan, users.source, users.target));
    }
    return QString();
}

QString wholeScript(const sql::JobPlan& plan, const sql::ReadRange& range)
{
    QString text;
    for (const auto what : {JobScript::Extract, JobScript::Ddl, JobScript::Apply})
        if (const auto script = jobScript(plan, what, range, {}))
            text += *script + QLatin1Char('\n');
    return text;
}

} // namespace tidegate
