// SPDX-License-Identifier: Apache-2.0
#include "db/cataloguereader.h"

#include "db/cataloguesql.h"
#include "db/dberror.h"
#include "db/textarray.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate {

namespace {

/// Reads the parts of one table, statement by statement; the first error ends it.
class TableReader
{
public:
    TableReader(Session& session, sql::TableInfo& table, std::stop_token stop)
        : m_session(session), m_table(table), m_stop(std::move(stop)), m_oid(std::to_string(table.oid))
    {
    }

    Result<void> read()
    {
        for (const auto part : {&TableReader::columns, &TableReader::indexes, &TableReader::distribution,
                                &TableReader::referencedBy, &TableReader::names}) {
            if (auto done = (this->*part)(); !done)
                return done;
        }
        return {};
    }

private:
    Result<Rows> ask(std::string_view statement) { return m_session.query(statement, {m_oid}, m_stop); }

    Result<void> columns()
    {
        const auto rows = ask(cataloguesql::columns(m_session.server().version));
        if (!rows)
            return rows.error();
        for (int row = 0; row < rows->size(); ++row) {
            sql::ColumnInfo column;
            column.name = rows->text(row, 0);
            column.type = rows->text(row, 1);
            column.baseType = rows->text(row, 2);
            column.typeClass = rows->text(row, 3).empty() ? 'b' : rows->text(row, 3).front();
            column.notNull = rows->boolean(row, 4);
            column.generated = rows->boolean(row, 7);
            column.hasDefault = rows->boolean(row, 5) && !column.generated;
            column.defaultExpression = column.hasDefault ? std::string(rows->text(row, 6)) : std::string();
            column.identity = rows->text(row, 8).empty() ? ' ' : rows->text(row, 8).front();
            m_table.columns.push_back(std::move(column));
        }
        return {};
    }

    Result<void> indexes()
    {
        const auto rows = ask(cataloguesql::indexes(m_session.server().version));
        if (!rows)
            return rows.error();
        for (int row = 0; row < rows->size(); ++row) {
            auto names = textArray(rows->text(row, 3));
            if (rows->boolean(row, 0))
                m_table.primaryKey = names;
            if (rows->boolean(row, 1) && rows->boolean(row, 2))
                m_table.uniqueKeys.push_back(names);
            names.erase(std::find(names.begin(), names.end(), std::string()), names.end());
            if (!names.empty())
                m_table.indexes.push_back(std::move(names));
        }
        return {};
    }

    Result<void> distribution()
    {
        if (m_session.server().dialect != sql::Dialect::Greenplum6)
            return {};
        return collect(cataloguesql::distribution, m_table.distributedBy);
    }

    Result<void> referencedBy()
    {
        const auto rows = ask(cataloguesql::referencedBy);
        if (!rows)
            return rows.error();
        for (int row = 0; row < rows->size(); ++row)
            m_table.referencedBy.push_back({std::string(rows->text(row, 0)), std::string(rows->text(row, 1)),
                                            rows->text(row, 2).empty() ? 'a' : rows->text(row, 2).front()});
        return {};
    }

    Result<void> names()
    {
        if (auto done = collect(cataloguesql::rowTriggers, m_table.rowTriggers); !done)
            return done;
        return collect(cataloguesql::dependents, m_table.dependents);
    }

    Result<void> collect(std::string_view statement, std::vector<std::string>& into)
    {
        const auto rows = ask(statement);
        if (!rows)
            return rows.error();
        for (int row = 0; row < rows->size(); ++row)
            into.emplace_back(rows->text(row, 0));
        return {};
    }

    Session& m_session;
    sql::TableInfo& m_table;
    std::stop_token m_stop;
    std::string m_oid;
};

Result<sql::TableInfo> sourceOf(Session& session, const JobDefinition& job, std::stop_token stop)
{
    if (!job.source.query.empty())
        return readQueryShape(session, job.source.query, std::move(stop));
    auto table = readTableInfo(session, job.source.table, std::move(stop));
    if (!table)
        return table.error();
    if (!*table)
        return Error{ErrorCode::QueryFailed,
                     fmt::format("{} has no table {}", endName(session.connection(), Side::Source), job.source.table),
                     "write its schema too, correct the name, or grant the schema to this role", Side::Source};
    return std::move(**table);
}

} // namespace

Result<std::optional<sql::TableInfo>> readTableInfo(Session& session, std::string_view table, std::stop_token stop)
{
    const auto rows = session.query(cataloguesql::relation(session.server().version), {std::string(table)}, stop);
    if (!rows)
        return rows.error();
    if (rows->empty())
        return std::optional<sql::TableInfo>{};
    sql::TableInfo info;
    info.oid = static_cast<std::uint32_t>(rows->integer(0, 0));
    info.schema = rows->text(0, 1);
    info.name = rows->text(0, 2);
    info.kind = rows->text(0, 3).empty() ? 'r' : rows->text(0, 3).front();
    info.estimatedRows = rows->integer(0, 4);
    info.bytes = rows->integer(0, 5);
    if (auto done = TableReader(session, info, std::move(stop)).read(); !done)
        return done.error();
    return std::optional<sql::TableInfo>(std::move(info));
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
    const auto names = session.query(cataloguesql::typesOf, {arrayLiteral(types), arrayLiteral(modifiers)}, std::move(stop));
    if (!names)
        return names.error();
    sql::TableInfo info;
    info.kind = 'q';
    for (int column = 0; column < shape->columns() && column < names->size(); ++column) {
        sql::ColumnInfo entry;
        entry.name = shape->columnName(column);
        entry.type = names->text(column, 0);
        entry.baseType = names->text(column, 1);
        entry.typeClass = names->text(column, 2).empty() ? 'b' : names->text(column, 2).front();
        info.columns.push_back(std::move(entry));
    }
    return info;
}

Result<TablePage> readTablePage(Session& session, std::string_view after, int limit, std::stop_token stop)
{
    const int clamped = std::clamp(limit, 1, 1000);
    const auto rows = session.query(cataloguesql::tables, {std::string(after), std::to_string(clamped)}, std::move(stop));
    if (!rows)
        return rows.error();
    TablePage page;
    for (int row = 0; row < rows->size(); ++row)
        page.tables.push_back({std::string(rows->text(row, 0)), std::string(rows->text(row, 1)),
                               rows->text(row, 2).empty() ? 'r' : rows->text(row, 2).front(), rows->integer(row, 3)});
    if (rows->size() == clamped)
        page.next = rows->text(rows->size() - 1, 4);
    return page;
}

Result<sql::PlanInputs> readInputs(Session& source, Session& target, const JobDefinition& job, std::stop_token stop)
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
        auto join = readTableInfo(source, job.watermark->join->table, stop);
        if (!join)
            return join.error();
        if (!*join)
            return Error{ErrorCode::QueryFailed,
                         fmt::format("{} has no table {}", endName(source.connection(), Side::Source),
                                     job.watermark->join->table),
                         "correct watermark.join.table", Side::Source};
        inputs.join = std::move(*join);
    }
    auto into = readTableInfo(target, job.target.table, std::move(stop));
    if (!into)
        return into.error();
    inputs.target = std::move(*into);
    return inputs;
}

} // namespace tidegate
