// SPDX-License-Identifier: Apache-2.0
#include "db/cataloguereader.h"

#include "db/dberror.h"
#include "db/textarray.h"
#include "sql/cataloguesql.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tidegate {

namespace {

constexpr std::string_view typesOfSql =
    "select format_type(q.type, q.modifier), t.typname, t.typtype"
    " from unnest($1::oid[], $2::int[]) with ordinality q(type, modifier, at) join pg_type t on t.oid = q.type"
    " order by q.at";

/// $1: the mark after which the page begins, $2: its size.
constexpr std::string_view tablesSql =
    "select n.nspname, c.relname, c.relkind, c.reltuples::bigint, n.nspname::text || e'\\x1f' || c.relname::text as "
    "mark"
    " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
    " where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', "
    "'gp_toolkit')"
    " and n.nspname !~ '^pg_(toast|temp)' and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, "
    "'select')"
    " and (n.nspname::text || e'\\x1f' || c.relname::text) collate \"C\" > $1 collate \"C\""
    " order by (n.nspname::text || e'\\x1f' || c.relname::text) collate \"C\" limit $2::int";

char firstOf(std::string_view text, char otherwise)
{
    return text.empty() ? otherwise : text.front();
}

Result<sql::TableInfo> sourceOf(Session& session, const JobDefinition& job, std::stop_token stop)
{
    if (!job.source.query.empty())
        return readQueryShape(session, job.source.query, std::move(stop));
    auto table = readTableInfo(session, job.source.table, std::move(stop), false);
    if (!table)
        return table.error();
    if (!*table)
        return Error{ErrorCode::QueryFailed,
                     fmt::format("{} has no table {}", endName(session.connection(), Side::Source), job.source.table),
                     "write its schema too, correct the name, or grant the schema to this role", Side::Source};
    return std::move(**table);
}

} // namespace

Result<std::optional<sql::TableInfo>> readTableInfo(Session& session, std::string_view table, std::stop_token stop,
                                                    bool withIndexes)
{
    const auto rows = session.run(sql::tableInfoSql(table, session.server(), withIndexes), std::move(stop));
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<sql::TableInfo>{};
    const auto json = nlohmann::json::parse(rows->text(0, 0), nullptr, false);
    if (json.is_discarded())
        return Error{ErrorCode::Internal, fmt::format("the description of {} is not JSON", table), {}, session.side()};
    return std::optional<sql::TableInfo>(sql::tableInfoFromJson(json));
}

Result<sql::TableInfo> readQueryShape(Session& session, std::string_view query, std::stop_token stop)
{
    const auto shape = session.describe(fmt::format("select * from (\n{}\n) as t", query), stop);
    if (!shape)
        return shape.error();
    std::vector<std::string> types;
    std::vector<std::string> modifiers;
    for (int column = 0; column < shape->columns(); ++column) {
        types.push_back(std::to_string(shape->columnType(column)));
        modifiers.push_back(std::to_string(shape->columnModifier(column)));
    }
    const auto names = session.query(typesOfSql, {arrayLiteral(types), arrayLiteral(modifiers)}, std::move(stop));
    if (!names)
        return names.error();
    sql::TableInfo info;
    info.kind = 'q';
    for (int column = 0; column < shape->columns() && column < names->size(); ++column) {
        sql::ColumnInfo entry;
        entry.name = shape->columnName(column);
        entry.type = names->text(column, 0);
        entry.baseType = names->text(column, 1);
        entry.typeClass = firstOf(names->text(column, 2), 'b');
        info.columns.push_back(std::move(entry));
    }
    return info;
}

Result<TablePage> readTablePage(Session& session, std::string_view after, int limit, std::stop_token stop)
{
    const int clamped = std::clamp(limit, 1, 1000);
    const auto rows = session.query(tablesSql, {std::string(after), std::to_string(clamped)}, std::move(stop));
    if (!rows)
        return rows.error();
    TablePage page;
    for (int row = 0; row < rows->size(); ++row)
        page.tables.push_back({std::string(rows->text(row, 0)), std::string(rows->text(row, 1)),
                               firstOf(rows->text(row, 2), 'r'), rows->integer(row, 3)});
    if (rows->size() == clamped)
        page.next = rows->text(rows->size() - 1, 4);
    return page;
}

Result<sql::PlanInputs> readInputs(Session& source, Session& target, const JobDefinition& job, std::stop_token stop,
                                   bool forSwap)
{
    sql::PlanInputs inputs;
    inputs.job = job;
    inputs.sourceServer = source.server();
    inputs.targetServer = target.server();
    inputs.stateSchema = target.connection().stateSchema;
    auto read = sourceOf(source, job, stop);
    if (!read)
        return read.error();
    inputs.source = std::move(*read);
    if (job.watermark && job.watermark->join) {
        auto join = readTableInfo(source, job.watermark->join->table, stop, false);
        if (!join)
            return join.error();
        if (!*join)
            return Error{ErrorCode::QueryFailed,
                         fmt::format("{} has no table {}", endName(source.connection(), Side::Source),
                                     job.watermark->join->table),
                         "correct watermark.join.table", Side::Source};
        inputs.join = std::move(*join);
    }
    auto into = readTableInfo(target, job.target.table, std::move(stop), forSwap || job.mode == Mode::Full);
    if (!into)
        return into.error();
    inputs.target = std::move(*into);
    return inputs;
}

} // namespace tidegate
