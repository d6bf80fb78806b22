// SPDX-License-Identifier: Apache-2.0
#include "sql/fragment.h"
#include "sql/planning.h"
#include "sql/sqltext.h"
#include "sql/statements.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::sql {

namespace {

using std::chrono::milliseconds;

bool isBounded(const ReadRange& range)
{
    return range.lo || range.hi;
}

/// The bounds as a comment shows them: [lo, hi).
std::string boundsText(const ReadRange& range)
{
    return fmt::format("[{}, {})", range.lo ? commentText(*range.lo) : "unbounded",
                       range.hi ? commentText(*range.hi) : "unbounded");
}

/// Builds the parts of one select.
class Extract
{
public:
    Extract(const JobPlan& plan, const ReadRange& range) : m_plan(plan), m_range(range) {}

    Result<std::string> select(std::int64_t attempt, int part)
    {
        const auto text =
            header() + "select\n" + alignedColumns(columns(attempt, part)) + "\n" + from() + where() + order();
        return m_quoter.finish(text);
    }

    Result<std::string> withoutWatermark()
    {
        std::vector<std::string> names;
        for (const auto& column : m_plan.columns) {
            if (column.key || job().key.empty())
                names.push_back(fmt::format("{} as {}", column.expression, m_quoter.name(column.name)));
        }
        std::vector<std::string> conditions;
        if (!job().source.where.empty())
            conditions.push_back(inParentheses(job().source.where, "  "));
        conditions.push_back(wm() + " is null");
        return m_quoter.finish(fmt::format("select count(*) over () as total, {}\n{}where {}\nlimit 5",
                                           fmt::join(names, ", "), from(), fmt::join(conditions, "\n  and ")));
    }

    Result<std::string> count()
    {
        const auto text = header() + "select count(*)\n" + from() + where();
        return m_quoter.finish(text);
    }

private:
    [[nodiscard]] const JobDefinition& job() const { return m_plan.inputs.job; }
    [[nodiscard]] const std::string& wm() const { return m_plan.watermarkExpression; }

    [[nodiscard]] milliseconds overlap() const
    {
        const auto own = job().watermark ? job().watermark->overlap : milliseconds{0};
        return m_range.overlap.value_or(own);
    }

    [[nodiscard]] std::string header() const
    {
        auto text = fmt::format("-- job {}\n", jobTitle(job()));
        if (!m_range.goesToStaging() && !isBounded(m_range))
            return text + "-- full load: every row\n";
        text += fmt::format("-- {} {} of {}\n", m_range.goesToStaging() ? "window" : "reload", boundsText(m_range),
                            commentText(wm()));
        if (!m_plan.watermarkZone.empty())
            text += fmt::format("-- times are meant in {}\n", commentText(m_plan.watermarkZone));
        if (m_range.lo && overlap().count() > 0)
            text +=
                fmt::format("-- read again from {} before the window, because of overlap\n", intervalText(overlap()));
        return text;
    }

    std::vector<std::pair<std::string, std::string>> columns(std::int64_t attempt, int part)
    {
        std::vector<std::pair<std::string, std::string>> list;
        for (const auto& column : m_plan.columns) {
            const auto name = m_quoter.name(column.name);
            list.emplace_back(column.expression, column.expression == "t." + name ? "" : name);
        }
        if (!m_range.goesToStaging())
            return list;
        list.emplace_back(wm(), "_wm");
        list.emplace_back(std::to_string(part), "_part");
        list.emplace_back(std::to_string(attempt), "_attempt");
        if (!job().deleteWhen.empty())
            list.emplace_back(inParentheses(job().deleteWhen, "    ") + " is true", "_del");
        return list;
    }

    std::string from()
    {
        const auto& source = m_plan.inputs.source;
        std::string text;
        if (job().source.query.empty())
            text = fmt::format("from {} t\n", m_quoter.qualified({source.schema, source.name}));
        else
            text = fmt::format("from (\n{}\n) t\n", trimmed(job().source.query));
        if (job().watermark && job().watermark->join)
            text += join();
        return text;
    }

    std::string join()
    {
        const auto& table = *m_plan.inputs.join;
        const auto alias = m_quoter.name(job().watermark->join->alias);
        const auto pairs = joinPairs(m_plan.inputs);
        const auto columns = joinedWatermarkColumns(m_plan.inputs);
        if (!pairs || !columns)
            return {}; // planJob() has refused such a job
        std::vector<std::string> keys;
        std::vector<std::string> list;
        std::vector<std::string> conditions;
        for (const auto& pair : *pairs) {
            keys.push_back(alias + "." + pair.joined);
            list.push_back(keys.back());
            conditions.push_back(fmt::format("{}.{} = t.{}", alias, pair.joined, pair.own));
        }
        for (const auto& column : *columns) {
            const auto name = m_quoter.name(column);
            list.push_back(fmt::format("max({}.{}) as {}", alias, name, name));
        }
        return fmt::format("left join (\n"
                           "    -- one row per key: the newest of the joined rows\n"
                           "    select {}\n"
                           "    from {} {}\n"
                           "    group by {}\n"
                           ") {} on {}\n",
                           fmt::join(list, ", "), m_quoter.qualified({table.schema, table.name}), alias,
                           fmt::join(keys, ", "), alias, fmt::join(conditions, " and "));
    }

    std::string literal(const std::string& value) { return watermarkLiteral(m_plan, value, m_quoter); }

    std::string lowerBound()
    {
        auto value = literal(*m_range.lo);
        if (overlap().count() == 0)
            return value;
        const auto reach = fmt::format("{} - interval '{}'", value, intervalText(overlap()));
        return m_plan.watermarkType == WatermarkType::Date ? fmt::format("({})::date", reach) : reach;
    }

    /// `a >= lo or b >= lo` says what `greatest(a, b) >= lo` says, and an index on either column can be used.
    std::string lower(const std::string& bound)
    {
        const auto& parts = m_plan.watermarkColumns;
        if (parts.size() == 1)
            return fmt::format("{} >= {}", wm(), bound);
        std::vector<std::string> any;
        any.reserve(parts.size());
        for (const auto& part : parts)
            any.push_back(fmt::format("{} >= {}", part, bound));
        return fmt::format("({})", fmt::join(any, "\n        or "));
    }

    std::string nullsComment() const
    {
        switch (m_plan.nulls) {
        case NullWatermark::Include:
            return "nulls: include; rows without a watermark are read in every window";
        case NullWatermark::Sweep:
            return m_range.includeNulls ? "nulls: sweep; rows without a watermark are read once a day: now"
                                        : "nulls: sweep; rows without a watermark are read once a day: not now";
        case NullWatermark::Reject:
            return "nulls: reject; rows without a watermark are read so that they can be refused";
        }
        return {};
    }

    std::string window()
    {
        std::vector<std::string> bounds;
        if (m_range.lo)
            bounds.push_back(lower(lowerBound()));
        if (m_range.hi)
            bounds.push_back(fmt::format("{} < {}", wm(), literal(*m_range.hi)));
        const auto range = fmt::format("{}", fmt::join(bounds, "\n       and "));
        if (!m_plan.watermarkNullable)
            return fmt::format("(\n       {}\n  )", range);
        if (m_plan.nulls == NullWatermark::Reject && !m_range.goesToStaging())
            return fmt::format("(\n       {}\n  )", range); // nullWatermarksSql() has refused them
        if (m_plan.nulls == NullWatermark::Sweep && !m_range.includeNulls)
            return fmt::format("(\n       -- {}\n       {}\n  )", nullsComment(), range);
        return fmt::format("(\n       {}\n       -- {}\n    or {} is null\n  )", range, nullsComment(), wm());
    }

    std::string where()
    {
        std::vector<std::string> conditions;
        if (!job().source.where.empty())
            conditions.push_back(inParentheses(job().source.where, "  "));
        if (isBounded(m_range))
            conditions.push_back(window());
        if (!m_range.goesToStaging() && !job().deleteWhen.empty())
            conditions.push_back(inParentheses(job().deleteWhen, "  ") + " is not true");
        if (conditions.empty())
            return {};
        return fmt::format("where {}\n", fmt::join(conditions, "\n  and "));
    }

    /// The row that arrives last is the newest: how a full load, which has no _wm, tells repeated keys apart.
    std::string order() const
    {
        if (m_range.goesToStaging() || job().onDuplicateKey != OnDuplicateKey::Newest || wm().empty())
            return {};
        return fmt::format("order by {} asc nulls first\n", wm());
    }

    const JobPlan& m_plan;
    const ReadRange& m_range;
    Quoter m_quoter;
};

std::string withoutLastNewline(std::string text)
{
    if (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}

Error noWatermark(const JobPlan& plan)
{
    return planError("watermark", fmt::format("job {} has no watermark, so it has no windows", plan.inputs.job.name),
                     "read it whole, or give it a watermark");
}

} // namespace

Result<std::string> extractSql(const JobPlan& plan, const ReadRange& range, std::int64_t attempt, int part)
{
    if ((range.goesToStaging() || isBounded(range)) && plan.watermarkExpression.empty())
        return noWatermark(plan);
    auto text = Extract(plan, range).select(attempt, part);
    if (!text)
        return text;
    return withoutLastNewline(std::move(text).value());
}

Result<std::string> copyOutSql(const JobPlan& plan, const ReadRange& range, std::int64_t attempt, int part)
{
    auto text = extractSql(plan, range, attempt, part);
    if (!text)
        return text;
    return fmt::format("copy (\n{}\n) to stdout", *text);
}

Result<std::string> copyInSql(const JobPlan& plan, std::string_view relation, bool staging)
{
    Quoter quoter;
    std::vector<std::string> names;
    for (const auto& column : plan.columns)
        names.push_back(quoter.name(column.name));
    if (staging) {
        names.insert(names.end(), {"_wm", "_part", "_attempt"});
        if (!plan.inputs.job.deleteWhen.empty())
            names.emplace_back("_del");
    }
    return quoter.finish(fmt::format("copy {} (\n    {}\n) from stdin", relation, fmt::join(names, ",\n    ")));
}

Result<std::vector<Statement>> nullWatermarksSql(const JobPlan& plan)
{
    if (plan.nulls != NullWatermark::Reject || !plan.watermarkNullable || plan.watermarkExpression.empty())
        return std::vector<Statement>{};
    auto text = Extract(plan, {}).withoutWatermark();
    if (!text)
        return text.error();
    return std::vector<Statement>{
        {"look for rows without a watermark", std::move(text).value(), {}, StatementRole::NullWatermarks}};
}

Result<std::string> countSql(const JobPlan& plan, const ReadRange& range)
{
    if ((range.goesToStaging() || isBounded(range)) && plan.watermarkExpression.empty())
        return noWatermark(plan);
    auto text = Extract(plan, range).count();
    if (!text)
        return text;
    return withoutLastNewline(std::move(text).value());
}

} // namespace tidegate::sql
