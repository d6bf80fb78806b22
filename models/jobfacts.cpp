// SPDX-License-Identifier: Apache-2.0
#include "models/jobfacts.h"

#include "models/qtconvert.h"
#include "sql/identifier.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace tidegate {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("JobFact", text);
}

std::set<std::string> asSet(const std::vector<std::string>& names)
{
    return {names.begin(), names.end()};
}

bool isUnique(const sql::TableInfo& table, const std::vector<std::string>& key)
{
    return std::ranges::any_of(table.uniqueKeys, [&](const auto& unique) { return asSet(unique) == asSet(key); });
}

/// Where a watermark column lives, and its own name: `o.updated_at` is {join, updated_at}.
std::pair<const sql::TableInfo*, std::string> columnOf(const std::string& column, const JobDefinition& job,
                                                       const sql::PlanInputs& inputs)
{
    const auto parts = sql::parseQualifiedName(column);
    if (!parts || parts->empty())
        return {nullptr, {}};
    const bool joined = parts->size() > 1 && job.watermark->join && (*parts)[0] == job.watermark->join->alias;
    return {joined ? (inputs.join ? &*inputs.join : nullptr) : &inputs.source, parts->back()};
}

std::optional<JobFact> watermarkFact(const JobDefinition& job, const sql::PlanInputs& inputs)
{
    QString type;
    bool indexed = true;
    for (const auto& column : job.watermark->columns) {
        const auto [table, name] = columnOf(column, job, inputs);
        const auto* info = table ? table->column(name) : nullptr;
        if (!info)
            return JobFact{JobFact::Kind::Careful, tr("%1 is not there").arg(toQt(column))};
        if (type.isEmpty())
            type = toQt(info->type);
        indexed = indexed && std::ranges::any_of(table->indexes, [&name = name](const auto& index) {
                      return !index.empty() && index.front() == name;
                  });
    }
    if (type.isEmpty())
        return std::nullopt;
    return JobFact{indexed ? JobFact::Kind::Good : JobFact::Kind::Careful,
                   (indexed ? tr("%1, indexed") : tr("%1, not indexed: each run scans")).arg(type)};
}

JobFact tableFact(const sql::TableInfo& table)
{
    if (table.estimatedRows < 0)
        return {JobFact::Kind::Good, tr("exists")};
    return {JobFact::Kind::Good, tr("%1 rows, est.").arg(shortCount(table.estimatedRows))};
}

JobFact targetFact(const JobDefinition& job, const sql::PlanInputs& inputs)
{
    if (inputs.target)
        return {JobFact::Kind::Good, tr("exists")};
    return job.target.create ? JobFact{JobFact::Kind::Neutral, tr("will be made by the first run")}
                             : JobFact{JobFact::Kind::Careful, tr("does not exist")};
}

JobFact keyFact(const JobDefinition& job, const sql::PlanInputs& inputs)
{
    for (const auto& name : job.key)
        if (job.columns.empty() && !inputs.source.column(name))
            return {JobFact::Kind::Careful, tr("%1 is not there").arg(toQt(name))};
    return isUnique(inputs.source, job.key) ? JobFact{JobFact::Kind::Good, tr("unique at the source")}
                                            : JobFact{JobFact::Kind::Careful, tr("no unique index at the source")};
}

} // namespace

QString shortCount(std::int64_t count)
{
    if (count >= 1'000'000)
        return QString::number(static_cast<double>(count) / 1e6, 'f', 1) + QStringLiteral(" M");
    if (count >= 10'000)
        return QString::number(count / 1000) + QStringLiteral(" k");
    return QString::number(count);
}

std::map<std::string, JobFact> jobFacts(const JobDefinition& job, const CataloguedInputs& known)
{
    const auto& inputs = known.inputs;
    std::map<std::string, JobFact> facts;
    facts["source.connection"] = {JobFact::Kind::Good, toQt(inputs.sourceServer.versionText)};
    facts["target.connection"] = {JobFact::Kind::Good, toQt(inputs.targetServer.versionText)};
    facts["target.table"] = targetFact(job, inputs);
    if (job.source.query.empty())
        facts["source.table"] = tableFact(inputs.source);
    if (!job.key.empty())
        facts["key"] = keyFact(job, inputs);
    if (!job.target.distributedBy.empty() && asSet(job.target.distributedBy) == asSet(job.key))
        facts["target.distributed_by"] = {JobFact::Kind::Good, tr("same as the key")};
    if (job.watermark)
        if (auto fact = watermarkFact(job, inputs))
            facts["watermark.column"] = std::move(*fact);
    if (inputs.join && job.watermark && job.watermark->join)
        facts["watermark.join.table"] = tableFact(*inputs.join);
    return facts;
}

} // namespace tidegate
