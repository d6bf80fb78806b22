// SPDX-License-Identifier: Apache-2.0
#include "verify/verifysql.h"

#include "db/textarray.h"
#include "sql/identifier.h"
#include "verify/digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tidegate {

namespace {

constexpr std::string_view pendingTable = "pg_temp.tidegate_pending";

std::string_view watermarkTypeName(const sql::JobPlan& plan)
{
    switch (*plan.watermarkType) {
    case sql::WatermarkType::Timestamptz:
        return "timestamptz";
    case sql::WatermarkType::Timestamp:
        return "timestamp";
    case sql::WatermarkType::Date:
        break;
    }
    return "date";
}

/// "x." + the quoted name: for each loaded column, as text.
Result<std::vector<std::string>> columnTexts(const sql::JobPlan& plan, std::string_view alias, Side side)
{
    std::vector<std::string> texts;
    for (const auto& column : plan.columns) {
        const auto name = sql::quoteIdentifier(column.name);
        if (!name)
            return name.error();
        const auto value = fmt::format("{}.{}", alias, *name);
        const auto stored = storedType(plan, column);
        texts.push_back(textAsLoaded(value, side == Side::Source ? column.sourceType : stored, stored));
    }
    return texts;
}

/// The key's digest, or the row's where there is no key.
std::string keyDigest(const sql::JobPlan& plan, const std::vector<std::string>& texts)
{
    std::vector<std::string> keyTexts;
    for (const auto& name : plan.inputs.job.key) {
        for (std::size_t i = 0; i < plan.columns.size(); ++i) {
            if (plan.columns[i].name == name)
                keyTexts.push_back(texts[i]);
        }
    }
    return digest(keyTexts.empty() ? texts : keyTexts);
}

/// Types whose least and greatest value means more to a person than the least text.
bool hasOrder(std::string_view type)
{
    constexpr std::array names{"smallint", "integer", "bigint", "numeric", "date", "timestamp"};
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return type.starts_with(name); });
}

std::string figure(std::string_view aggregate, const std::string& text, const std::string& type)
{
    if (!hasOrder(type))
        return fmt::format("{}(({}) collate \"C\")", aggregate, text);
    return fmt::format("{}(({})::{})::text", aggregate, text, type);
}

} // namespace

Result<VerifySql> VerifySql::create(const sql::JobPlan& plan, std::optional<std::string> before,
                                    std::optional<std::string> from)
{
    VerifySql made;
    if (before) {
        const auto literal = sql::quoteLiteral(*before);
        if (!literal)
            return literal.error();
        made.m_before = fmt::format("{}::{}", *literal, watermarkTypeName(plan));
    }
    made.m_greenplum = plan.inputs.targetServer.dialect == sql::Dialect::Greenplum6;
    for (const auto side : {Side::Source, Side::Target}) {
        auto texts = columnTexts(plan, "q", side);
        if (!texts)
            return texts.error();
        (side == Side::Source ? made.m_sourceTexts : made.m_targetTexts) = std::move(*texts);
    }
    if (auto done = before ? made.readSettled(plan, *before, from) : made.readAll(plan); !done)
        return done.error();
    made.readTarget(plan);
    made.chooseFigures(plan);
    return made;
}

Result<sql::Statement> VerifySql::settledBound(const sql::JobPlan& plan, const std::string& hi)
{
    const auto literal = sql::quoteLiteral(hi);
    if (!literal)
        return literal.error();
    const auto type = watermarkTypeName(plan);
    const auto overlap = plan.inputs.job.watermark ? plan.inputs.job.watermark->overlap.count() : 0;
    return sql::Statement{
        "how far rows are settled",
        fmt::format("select ({}::{} - interval '{} milliseconds')::{}::text", *literal, type, overlap, type)};
}

sql::Statement VerifySql::clock()
{
    return {"the server's clock",
            "select to_char(transaction_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"};
}

Result<void> VerifySql::readAll(const sql::JobPlan& plan)
{
    const auto extract = sql::extractSql(plan, {}, 0, 0);
    if (!extract)
        return extract.error();
    m_sourceRows =
        fmt::format("select q.*, {} as _tidegate_key\n  from (\n{}\n  ) q", keyDigest(plan, m_sourceTexts), *extract);
    return {};
}

Result<void> VerifySql::readSettled(const sql::JobPlan& plan, const std::string& before,
                                    const std::optional<std::string>& from)
{
    const bool newest = plan.inputs.job.onDuplicateKey == OnDuplicateKey::Newest && !plan.inputs.job.key.empty();
    const auto none = std::chrono::milliseconds(0);
    const sql::ReadRange settled{from, before, true, none};
    // Without an upper bound: a watermark of infinity is not before anything.
    constexpr auto staging = sql::ReadRange::Into::Staging;
    const sql::ReadRange unsettled{before, {}, true, none, staging};
    const sql::ReadRange everything{from, {}, true, none, staging};
    const auto read = sql::extractSql(plan, newest ? everything : settled, 0, 0);
    if (!read)
        return read.error();
    const auto pending = sql::extractSql(plan, unsettled, 0, 0);
    if (!pending)
        return pending.error();
    const auto key = keyDigest(plan, m_sourceTexts);
    const std::string kept = plan.inputs.job.deleteWhen.empty() ? "" : " and q._del is not true";
    if (!plan.inputs.job.key.empty())
        m_pending = fmt::format("select {} as _tidegate_key\n  from (\n{}\n  ) q", key, *pending);
    if (!newest) {
        m_sourceRows = fmt::format("select q.*, {} as _tidegate_key\n  from (\n{}\n  ) q\n  where q._wm is not null{}",
                                   key, *read, kept);
        return {};
    }
    // The newest of the rows with one key counts, and a key is pending as soon as one of its rows is.
    m_sourceRows = fmt::format(
        "select q.* from (\n"
        "    select r.*, rank() over (partition by _tidegate_key order by _wm desc nulls last) as _tidegate_rank,\n"
        "      bool_or(_wm is null or _wm >= {}) over (partition by _tidegate_key) as _tidegate_pending\n"
        "    from (select q.*, {} as _tidegate_key\n  from (\n{}\n  ) q) r\n"
        "  ) q\n  where q._tidegate_rank = 1 and not q._tidegate_pending{}",
        m_before, key, *read, kept);
    return {};
}

void VerifySql::readTarget(const sql::JobPlan& plan)
{
    const auto key = keyDigest(plan, m_targetTexts);
    m_targetRows = fmt::format("select q.*, {} as _tidegate_key\n  from {} q", key, plan.targetTable);
    if (!m_pending.empty())
        m_targetRows = fmt::format("select q.* from (\n  {}\n  ) q\n"
                                   "  where not exists (select 1 from {} p where p.key = q._tidegate_key)",
                                   m_targetRows, pendingTable);
}

void VerifySql::chooseFigures(const sql::JobPlan& plan)
{
    const auto add = [this](std::string name, std::string source, std::string target) {
        m_figureNames.push_back(std::move(name));
        m_sourceFigures.push_back(std::move(source));
        m_targetFigures.push_back(std::move(target));
    };
    add("rows", "count(*)::text", "count(*)::text");
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        const auto& column = plan.columns[i];
        const auto type = storedType(plan, column);
        const auto& keys = plan.inputs.job.key;
        if (std::find(keys.begin(), keys.end(), column.name) != keys.end()) {
            add("least " + column.name, figure("min", m_sourceTexts[i], type), figure("min", m_targetTexts[i], type));
            add("greatest " + column.name, figure("max", m_sourceTexts[i], type),
                figure("max", m_targetTexts[i], type));
        } else if (plan.watermarkType && column.expression == plan.watermarkExpression) {
            add("greatest watermark", figure("max", m_sourceTexts[i], type), figure("max", m_targetTexts[i], type));
        }
    }
}

std::string VerifySql::copyPending(std::int64_t limit) const
{
    return m_pending.empty() ? std::string() : fmt::format("copy (\n{}\nlimit {}) to stdout", m_pending, limit);
}

std::vector<sql::Statement> VerifySql::createPending() const
{
    return {{"room for the keys that are pending",
             fmt::format("create temporary table tidegate_pending (key text) on commit drop{}",
                         m_greenplum ? " distributed by (key)" : "")}};
}

std::string VerifySql::copyPendingIn() const
{
    return fmt::format("copy {} (key) from stdin", pendingTable);
}

sql::Statement VerifySql::analyzePending() const
{
    return {"tell the planner how many they are", fmt::format("analyze {}", pendingTable)};
}

std::string VerifySql::copyDigests(Side side) const
{
    return fmt::format(
        "copy (\nselect d.k, d.r from (\n  select q._tidegate_key as k,\n    {} as r\n  from (\n  {}\n  ) q\n) d\n"
        "order by d.k collate \"C\", d.r collate \"C\"\n) to stdout",
        digest(side == Side::Source ? m_sourceTexts : m_targetTexts),
        side == Side::Source ? m_sourceRows : m_targetRows);
}

sql::Statement VerifySql::figures(Side side) const
{
    const auto& figures = side == Side::Source ? m_sourceFigures : m_targetFigures;
    return {"count and edges", fmt::format("select {}\nfrom (\n  {}\n) q", fmt::join(figures, ",\n  "),
                                           side == Side::Source ? m_sourceRows : m_targetRows)};
}

sql::Statement VerifySql::examples(Side side, const std::vector<std::string>& keys) const
{
    const auto& texts = side == Side::Source ? m_sourceTexts : m_targetTexts;
    return {"values of the rows that differ",
            fmt::format("select q._tidegate_key, {}\nfrom (\n  {}\n) q\nwhere q._tidegate_key = any($1::text[])",
                        fmt::join(texts, ", "), side == Side::Source ? m_sourceRows : m_targetRows),
            {arrayLiteral(keys)}};
}

} // namespace tidegate
