// SPDX-License-Identifier: Apache-2.0
#include "sql/fingerprint.h"
#include "sql/fragment.h"
#include "sql/planning.h"

#include <algorithm>
#include <array>

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

    [[nodiscard]] std::string hash() const { return hex8(fnv1a(m_text)); }

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

/// The parts of a fingerprint, in the order in which it holds their hashes.
constexpr std::array<std::string_view, 6> partNames{"source", "where", "columns", "key", "watermark", "target"};

std::vector<std::string_view> partsOf(std::string_view hash)
{
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= hash.size();) {
        const auto end = std::min(hash.find('-', begin), hash.size());
        parts.push_back(hash.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

} // namespace

std::string configHash(const JobPlan& plan)
{
    const auto& job = plan.inputs.job;
    std::array<Canonical, partNames.size()> parts;
    auto& [source, where, columnPart, keyPart, watermark, target] = parts;
    source.add("source", job.source.connection);
    if (job.source.query.empty())
        source.addName("table", job.source.table);
    else
        source.add("query", trimmed(job.source.query));
    where.add("where", trimmed(job.source.where));
    where.add("delete_when", trimmed(job.deleteWhen));
    std::vector<std::string> columns;
    for (const auto& column : plan.columns)
        columns.push_back(column.name + " = " + column.expression);
    std::sort(columns.begin(), columns.end());
    columnPart.add("columns", columns);
    auto key = job.key;
    std::sort(key.begin(), key.end());
    keyPart.add("key", key);
    if (job.watermark)
        addWatermark(watermark, plan);
    target.add("target", job.target.connection);
    target.addName("target_table", job.target.table);
    std::string hash;
    for (const auto& part : parts)
        hash += (hash.empty() ? "" : "-") + part.hash();
    return hash;
}

std::vector<std::string> changedParts(std::string_view before, std::string_view now)
{
    const auto old = partsOf(before);
    const auto fresh = partsOf(now);
    std::vector<std::string> changed;
    if (old.size() != partNames.size() || fresh.size() != partNames.size())
        return changed;
    for (std::size_t i = 0; i < partNames.size(); ++i) {
        if (old[i] != fresh[i])
            changed.emplace_back(partNames[i]);
    }
    return changed;
}

} // namespace tidegate::sql
