// SPDX-License-Identifier: Apache-2.0
#include "models/jobfacts.h"

#include "job/jobproposal.h"
#include "models/nextruns.h"
#include "models/qtconvert.h"
#include "sql/identifier.h"

#include <QCoreApplication>

#include <algorithm>
#include <cctype>
#include <set>

namespace tidegate {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tidegate::JobFact)
};

std::set<std::string> asSet(const std::vector<std::string>& names)
{
    return {names.begin(), names.end()};
}

bool isUnique(const sql::TableInfo& table, const std::vector<std::string>& key)
{
    return std::ranges::any_of(table.uniqueKeys, [&](const auto& unique) { return asSet(unique) == asSet(key); });
}

bool leadsAnIndex(const sql::TableInfo& table, const std::string& column)
{
    return std::ranges::any_of(table.indexes,
                               [&](const auto& index) { return !index.empty() && index.front() == column; });
}

QString joined(const std::vector<std::string>& names)
{
    QStringList list;
    for (const auto& name : names)
        list << toQt(name);
    return list.join(QStringLiteral(", "));
}

/// "timestamp(6)" is what a person calls `timestamp(6) without time zone`.
QString shortType(const std::string& type)
{
    auto text = toQt(type);
    text.replace(QStringLiteral("timestamp with time zone"), QStringLiteral("timestamptz"));
    return text.remove(QStringLiteral(" without time zone"));
}

struct WatermarkColumn
{
    const sql::TableInfo* table = nullptr;
    const sql::ColumnInfo* column = nullptr; ///< null: it is not there
};

/// Where a watermark column lives: `o.updated_at` is in the joined table.
WatermarkColumn columnOf(const std::string& name, const JobDefinition& job, const sql::PlanInputs& inputs)
{
    const auto parts = sql::parseQualifiedName(name);
    if (!parts || parts->empty())
        return {};
    const bool joinedOne = parts->size() > 1 && job.watermark->join && (*parts)[0] == job.watermark->join->alias;
    const auto* table = joinedOne ? (inputs.join ? &*inputs.join : nullptr) : &inputs.source;
    return {table, table ? table->column(parts->back()) : nullptr};
}

JobFact watermarkFact(const JobDefinition& job, const sql::PlanInputs& inputs)
{
    QString type;
    for (const auto& name : job.watermark->columns) {
        const auto found = columnOf(name, job, inputs);
        if (!found.column)
            return {JobFact::Kind::Careful, Words::tr("%1 is not there").arg(toQt(name))};
        if (type.isEmpty())
            type = shortType(found.column->type);
        if (!leadsAnIndex(*found.table, found.column->name))
            return {JobFact::Kind::Careful, Words::tr("%1; %2 is not indexed: each run scans").arg(type, toQt(name))};
    }
    return {JobFact::Kind::Good, Words::tr("%1, indexed").arg(type)};
}

JobFact nullsFact(const JobDefinition& job, const sql::PlanInputs& inputs)
{
    const auto nullable = [&](const std::string& name) {
        const auto found = columnOf(name, job, inputs);
        return !found.column || !found.column->notNull || found.table != &inputs.source;
    };
    return std::ranges::all_of(job.watermark->columns, nullable)
               ? JobFact{JobFact::Kind::Careful, Words::tr("can be NULL")}
               : JobFact{JobFact::Kind::Good, Words::tr("never NULL")};
}

std::optional<JobFact> zoneFact(const JobDefinition& job, const sql::PlanInputs& inputs)
{
    const auto zoneless = [&](const std::string& name) {
        const auto found = columnOf(name, job, inputs);
        return found.column && found.column->baseType != "timestamptz";
    };
    if (std::ranges::none_of(job.watermark->columns, zoneless))
        return JobFact{JobFact::Kind::Good, Words::tr("the column has one of its own")};
    if (job.watermark->zone.empty())
        return std::nullopt;
    return toQt(inputs.sourceServer.zone) == toQt(job.watermark->zone)
               ? JobFact{JobFact::Kind::Good, Words::tr("as the server")}
               : JobFact{JobFact::Kind::Neutral, Words::tr("the server says %1").arg(toQt(inputs.sourceServer.zone))};
}

JobFact tableFact(const sql::TableInfo& table)
{
    const auto columns = static_cast<int>(table.columns.size());
    if (table.estimatedRows < 0)
        return {JobFact::Kind::Good, Words::tr("%n columns", nullptr, columns)};
    return {JobFact::Kind::Good, Words::tr("%1 rows, est.").arg(shortCount(table.estimatedRows))};
}

JobFact targetFact(const JobDefinition& job, const sql::PlanInputs& inputs)
{
    if (inputs.target)
        return {JobFact::Kind::Good, Words::tr("exists")};
    return job.target.create ? JobFact{JobFact::Kind::Neutral, Words::tr("made by the first run")}
                             : JobFact{JobFact::Kind::Careful, Words::tr("does not exist")};
}

JobFact keyFact(const JobDefinition& job, const sql::PlanInputs& inputs)
{
    for (const auto& name : job.key)
        if (job.columns.empty() && !inputs.source.column(name))
            return {JobFact::Kind::Careful, Words::tr("%1 is not there").arg(toQt(name))};
    return isUnique(inputs.source, job.key)
               ? JobFact{JobFact::Kind::Good, Words::tr("unique at the source")}
               : JobFact{JobFact::Kind::Careful, Words::tr("no unique index at the source")};
}

JobFact keyProposal(const sql::TableInfo& source, const KeyProposal& key)
{
    const auto why = key.columns == source.primaryKey
                         ? Words::tr("%1 is the primary key of the source.")
                         : Words::tr("%1 has a unique index at the source and is never NULL.");
    return {JobFact::Kind::Neutral, why.arg(joined(key.columns)), joined(key.columns)};
}

JobFact watermarkProposal(const sql::TableInfo& source, const sql::ColumnInfo& column, const std::string& name)
{
    const auto why = leadsAnIndex(source, column.name)
                         ? Words::tr("%1 sounds like the time of the last change, and it is indexed.")
                         : Words::tr("%1 sounds like the time of the last change, but it has no index.");
    return {JobFact::Kind::Neutral, why.arg(toQt(column.name)), toQt(name)};
}

/// Columns of t that a condition names, in its order.
std::vector<std::string> columnsIn(const std::string& condition, const sql::TableInfo& table)
{
    std::vector<std::string> names;
    for (const auto& column : table.columns) {
        const auto quoted = sql::quoteIdentifier(column.name);
        const auto at = quoted ? condition.find(*quoted) : std::string::npos;
        const auto isName = [&](std::size_t where) {
            return where < condition.size() && (std::isalnum(static_cast<unsigned char>(condition[where])) != 0 ||
                                                condition[where] == '_' || condition[where] == '"');
        };
        if (at != std::string::npos && !(at > 0 && isName(at - 1)) && !isName(at + quoted->size()))
            names.push_back(column.name);
    }
    return names;
}

std::optional<JobFact> conditionFact(const std::string& condition, const sql::TableInfo& table)
{
    const auto names = columnsIn(condition, table);
    if (names.empty())
        return std::nullopt;
    const bool indexed = std::ranges::any_of(names, [&](const auto& name) { return leadsAnIndex(table, name); });
    return indexed ? JobFact{JobFact::Kind::Good, Words::tr("indexed")}
                   : JobFact{JobFact::Kind::Careful, Words::tr("not indexed")};
}

std::optional<JobFact> scheduleFact(const Schedule& schedule)
{
    constexpr int runs = 5;
    if (schedule.paused)
        return JobFact{JobFact::Kind::Neutral, Words::tr("paused")};
    const auto next = nextRuns(schedule, QDateTime::currentDateTime(), runs);
    return next.isEmpty() ? std::nullopt : std::optional(JobFact{JobFact::Kind::Good, next});
}

void addWatermarkFacts(std::map<std::string, JobFact>& facts, const JobDefinition& job, const sql::PlanInputs& inputs)
{
    facts["watermark.column"] = watermarkFact(job, inputs);
    facts["watermark.nulls"] = nullsFact(job, inputs);
    if (auto fact = zoneFact(job, inputs))
        facts["watermark.zone"] = std::move(*fact);
    if (inputs.join && job.watermark->join)
        facts["watermark.join.table"] = tableFact(*inputs.join);
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
    const auto add = [&](const char* path, std::optional<JobFact> fact) {
        if (fact)
            facts[path] = std::move(*fact);
    };
    add("source.connection", JobFact{JobFact::Kind::Good, toQt(inputs.sourceServer.versionText)});
    add("target.connection", JobFact{JobFact::Kind::Good, toQt(inputs.targetServer.versionText)});
    add("target.table", targetFact(job, inputs));
    add("source.where", conditionFact(job.source.where, inputs.source));
    if (!job.key.empty())
        add("key", keyFact(job, inputs));
    if (job.source.query.empty())
        add("source.table", tableFact(inputs.source));
    if (!job.target.distributedBy.empty() && asSet(job.target.distributedBy) == asSet(job.key))
        add("target.distributed_by", JobFact{JobFact::Kind::Good, Words::tr("same as the key")});
    if (job.schedule)
        add("schedule.cron", scheduleFact(*job.schedule));
    if (job.watermark)
        addWatermarkFacts(facts, job, inputs);
    return facts;
}

std::map<std::string, JobFact> jobProposals(const sql::TableInfo& source)
{
    std::map<std::string, JobFact> facts;
    if (const auto key = proposeKey(source); !key.columns.empty())
        facts["key"] = keyProposal(source, key);
    if (const auto* column = watermarkCandidate(source))
        if (const auto name = sql::joinQualifiedName({"t", column->name}))
            facts["watermark.column"] = watermarkProposal(source, *column, *name);
    return facts;
}

} // namespace tidegate
