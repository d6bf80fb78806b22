// SPDX-License-Identifier: Apache-2.0
#include "sql/watermarkpreview.h"

#include "sql/fragment.h"
#include "sql/planning.h"
#include "sql/sqltext.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::sql {

namespace {

class Preview
{
public:
    explicit Preview(const JobPlan& plan) : m_plan(plan) {}

    Result<std::string> select(int rows)
    {
        std::vector<std::pair<std::string, std::string>> inner;
        for (const auto& column : m_plan.columns)
            if (column.key)
                inner.emplace_back(column.expression, m_quoter.name(column.name));
        std::vector<std::string> parts;
        for (const auto& column : m_plan.watermarkColumns) {
            parts.push_back(m_quoter.name(column));
            inner.emplace_back(isJoined(column) ? newestOf(column) : column, parts.back());
        }
        const auto greatest = parts.size() == 1 ? parts.front() : fmt::format("greatest({})", fmt::join(parts, ", "));
        return m_quoter.finish(fmt::format("-- {} rows, and where the watermark of each comes from\n"
                                           "select p.*, {} as watermark\n"
                                           "from (\n"
                                           "select\n{}\n"
                                           "from (\n    select t.*\n    {}{}\n    limit {}\n) t\n"
                                           ") p",
                                           rows, greatest, alignedColumns(inner), from(), where(), rows));
    }

private:
    [[nodiscard]] const JobDefinition& job() const { return m_plan.inputs.job; }

    [[nodiscard]] bool isJoined(const std::string& column)
    {
        const auto& join = job().watermark->join;
        return join && column.starts_with(m_quoter.name(join->alias) + ".");
    }

    std::string newestOf(const std::string& column)
    {
        const auto& table = *m_plan.inputs.join;
        const auto alias = m_quoter.name(job().watermark->join->alias);
        const auto pairs = joinPairs(m_plan.inputs);
        std::vector<std::string> conditions;
        if (pairs) // planJob() has refused a job where they are not
            for (const auto& pair : *pairs)
                conditions.push_back(fmt::format("{}.{} = t.{}", alias, pair.joined, pair.own));
        return fmt::format("(select max({}) from {} {} where {})", column,
                           m_quoter.qualified({table.schema, table.name}), alias, fmt::join(conditions, " and "));
    }

    std::string from()
    {
        const auto& source = m_plan.inputs.source;
        if (job().source.query.empty())
            return fmt::format("from {} t", m_quoter.qualified({source.schema, source.name}));
        return fmt::format("from (\n{}\n) t", trimmed(job().source.query));
    }

    [[nodiscard]] std::string where() const
    {
        return job().source.where.empty() ? std::string()
                                          : fmt::format("\n    where {}", inParentheses(job().source.where, "    "));
    }

    const JobPlan& m_plan;
    Quoter m_quoter;
};

} // namespace

Result<std::string> watermarkPreviewSql(const JobPlan& plan, int rows)
{
    if (plan.watermarkColumns.empty())
        return Error{ErrorCode::Invalid, fmt::format("job {} has no watermark to look at", plan.inputs.job.name),
                     "say `mode: incremental` and a `watermark`"};
    return Preview(plan).select(rows);
}

} // namespace tidegate::sql
