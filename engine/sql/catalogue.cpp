// SPDX-License-Identifier: Apache-2.0
#include "sql/catalogue.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tidegate::sql {

namespace {

using nlohmann::json;

/// Absent, null and another type all mean the default: servers write null for what they don't have.
template <typename T>
void read(const json& from, const char* key, T& into)
{
    if (!from.is_object())
        return;
    const auto found = from.find(key);
    if (found == from.end() || found->is_null())
        return;
    try {
        into = found->get<T>();
    } catch (const json::exception&) {
        // Another type than ours: the default stays, as if it were absent.
    }
}

void read(const json& from, const char* key, char& into)
{
    std::string text;
    read(from, key, text);
    if (!text.empty())
        into = text.front();
}

template <typename T, typename Reader>
void readList(const json& from, const char* key, std::vector<T>& into, Reader reader)
{
    if (!from.is_object())
        return;
    const auto found = from.find(key);
    if (found == from.end() || !found->is_array())
        return;
    for (const auto& entry : *found)
        into.push_back(reader(entry));
}

template <typename T, typename Writer>
json list(const std::vector<T>& values, Writer writer)
{
    json result = json::array();
    for (const auto& value : values)
        result.push_back(writer(value));
    return result;
}

json columnToJson(const ColumnInfo& column)
{
    return {{"name", column.name},
            {"type", column.type},
            {"baseType", column.baseType},
            {"typeClass", std::string(1, column.typeClass)},
            {"notNull", column.notNull},
            {"hasDefault", column.hasDefault},
            {"defaultExpression", column.defaultExpression},
            {"generated", column.generated},
            {"identity", std::string(1, column.identity)},
            {"equalIsNotSame", column.equalIsNotSame},
            {"domainOf", column.domainOf},
            {"ownedSequence", column.ownedSequence}};
}

ColumnInfo columnFromJson(const json& from)
{
    ColumnInfo column;
    read(from, "name", column.name);
    read(from, "type", column.type);
    read(from, "baseType", column.baseType);
    read(from, "typeClass", column.typeClass);
    read(from, "notNull", column.notNull);
    read(from, "hasDefault", column.hasDefault);
    read(from, "defaultExpression", column.defaultExpression);
    read(from, "generated", column.generated);
    read(from, "identity", column.identity);
    read(from, "equalIsNotSame", column.equalIsNotSame);
    read(from, "domainOf", column.domainOf);
    read(from, "ownedSequence", column.ownedSequence);
    return column;
}

json foreignKeyToJson(const ForeignKeyInfo& key)
{
    return {
        {"name", key.name}, {"table", key.table}, {"onDelete", std::string(1, key.onDelete)}, {"within", key.within}};
}

ForeignKeyInfo foreignKeyFromJson(const json& from)
{
    ForeignKeyInfo key;
    read(from, "name", key.name);
    read(from, "table", key.table);
    read(from, "onDelete", key.onDelete);
    read(from, "within", key.within);
    return key;
}

json indexToJson(const IndexInfo& index)
{
    return {
        {"name", index.name},     {"definition", index.definition}, {"constraint", std::string(1, index.constraint)},
        {"method", index.method}, {"unique", index.unique},         {"comment", index.comment}};
}

IndexInfo indexFromJson(const json& from)
{
    IndexInfo index;
    read(from, "name", index.name);
    read(from, "definition", index.definition);
    read(from, "constraint", index.constraint);
    read(from, "method", index.method);
    read(from, "unique", index.unique);
    read(from, "comment", index.comment);
    return index;
}

json grantToJson(const GrantInfo& grant)
{
    return {{"grantee", grant.grantee},
            {"column", grant.column},
            {"privileges", grant.privileges},
            {"grantable", grant.grantable}};
}

GrantInfo grantFromJson(const json& from)
{
    GrantInfo grant;
    read(from, "grantee", grant.grantee);
    read(from, "column", grant.column);
    read(from, "privileges", grant.privileges);
    read(from, "grantable", grant.grantable);
    return grant;
}

} // namespace

const ColumnInfo* TableInfo::column(std::string_view wanted) const
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == wanted; });
    return found == columns.end() ? nullptr : &*found;
}

json toJson(const ServerInfo& server)
{
    return {{"dialect", server.dialect == Dialect::Greenplum6 ? "greenplum6" : "postgres"},
            {"version", server.version},
            {"versionText", server.versionText},
            {"zone", server.zone},
            {"standby", server.standby},
            {"seesAllSessions", server.seesAllSessions},
            {"lcMonetary", server.lcMonetary}};
}

ServerInfo serverInfoFromJson(const json& from)
{
    ServerInfo server;
    std::string dialect;
    read(from, "dialect", dialect);
    server.dialect = dialect == "greenplum6" ? Dialect::Greenplum6 : Dialect::Postgres;
    read(from, "version", server.version);
    read(from, "versionText", server.versionText);
    read(from, "zone", server.zone);
    read(from, "standby", server.standby);
    read(from, "seesAllSessions", server.seesAllSessions);
    read(from, "lcMonetary", server.lcMonetary);
    return server;
}

json toJson(const TableInfo& table)
{
    return {{"schema", table.schema},
            {"name", table.name},
            {"oid", table.oid},
            {"kind", std::string(1, table.kind)},
            {"columns", list(table.columns, columnToJson)},
            {"primaryKey", table.primaryKey},
            {"uniqueKeys", table.uniqueKeys},
            {"indexes", table.indexes},
            {"distributedBy", table.distributedBy},
            {"referencedBy", list(table.referencedBy, foreignKeyToJson)},
            {"rowTriggers", table.rowTriggers},
            {"dependents", table.dependents},
            {"owner", table.owner},
            {"comment", table.comment},
            {"indexDefinitions", list(table.indexDefinitions, indexToJson)},
            {"grants", list(table.grants, grantToJson)},
            {"options", table.options},
            {"unlogged", table.unlogged},
            {"estimatedRows", table.estimatedRows},
            {"bytes", table.bytes}};
}

TableInfo tableInfoFromJson(const json& from)
{
    TableInfo table;
    read(from, "schema", table.schema);
    read(from, "name", table.name);
    read(from, "oid", table.oid);
    read(from, "kind", table.kind);
    readList(from, "columns", table.columns, columnFromJson);
    read(from, "primaryKey", table.primaryKey);
    read(from, "uniqueKeys", table.uniqueKeys);
    read(from, "indexes", table.indexes);
    read(from, "distributedBy", table.distributedBy);
    readList(from, "referencedBy", table.referencedBy, foreignKeyFromJson);
    read(from, "rowTriggers", table.rowTriggers);
    read(from, "dependents", table.dependents);
    read(from, "owner", table.owner);
    read(from, "comment", table.comment);
    readList(from, "indexDefinitions", table.indexDefinitions, indexFromJson);
    readList(from, "grants", table.grants, grantFromJson);
    read(from, "options", table.options);
    read(from, "unlogged", table.unlogged);
    read(from, "estimatedRows", table.estimatedRows);
    read(from, "bytes", table.bytes);
    return table;
}

} // namespace tidegate::sql
