// SPDX-License-Identifier: Apache-2.0
#include "sql/fingerprint.h"
#include "sql/fragment.h"
#include "sql/planning.h"

#include <algorithm>

namespace tidegate::sql {

namespace {

/// Text of labelled values, each with its length, so that no two jobs have the same text.
class Canonical
{
public:
    void add(std::string_view label, std::string_view value)
    {
        m_text.append(label).append("=").append(std::to_string(value.size())).append(":").append(value).append("\n");
    }

    void add(std::string_view label, const std::vector<std::string>& values)
    {
        add(label, std::to_string(values.size()));
        for (const auto& value : values)
            add(label, value);
    }

    /// A name however it is written; the text itself where it is none.
    void addName(std::string_view label, std::string_view name)
    {
        const auto parts = parseQualifiedName(name);
        const auto joined = parts ? joinQualifiedName(*parts) : Result<std::string>(Error{});
        add(label, joined ? *joined : std::string(name));
    }

    [[nodiscard]] std::string hash() const { return hex16(fnv1a(m_text)); }

private:
    std::string m_text;
};

std::string_view nullsWord(NullWatermark nulls)
{
    return nulls == NullWatermark::Include ? "include" : nulls == NullWatermark::Sweep ? "sweep" : "reject";
}

void addWatermark(Canonical& text, const JobPlan& plan)
{
    const auto& watermark = *plan.inputs.job.watermark;
    text.add("watermark", plan.watermarkExpression);
    text.add("zone", plan.watermarkZone);
    text.add("nulls", nullsWord(plan.nulls));
    if (!watermark.join)
        return;
    text.addName("join", watermark.join->table);
    text.add("alias", watermark.join->alias);
    text.add("on", trimmed(watermark.join->on));
}

} // namespace

std::string configHash(const JobPlan& plan)
{
    const auto& job = plan.inputs.job;
    Canonical text;
    text.add("source", job.source.connection);
    if (job.source.query.empty())
        text.addName("table", job.source.table);
    else
        text.add("query", trimmed(job.source.query));
    text.add("where", trimmed(job.source.where));
    text.add("delete_when", trimmed(job.deleteWhen));
    std::vector<std::string> columns;
    for (const auto& column : plan.columns)
        columns.push_back(column.name + " = " + column.expression);
    std::sort(columns.begin(), columns.end());
    text.add("columns", columns);
    auto key = job.key;
    std::sort(key.begin(), key.end());
    text.add("key", key);
    if (job.watermark)
        addWatermark(text, plan);
    text.add("target", job.target.connection);
    text.addName("target_table", job.target.table);
    return text.hash();
}

} // namespace tidegate::sql
