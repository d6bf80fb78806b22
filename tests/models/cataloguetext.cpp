// SPDX-License-Identifier: Apache-2.0
#include "cataloguetext.h"

#include <map>

namespace tidegate {

namespace {

std::string baseTypeOf(const std::string& type)
{
    static const std::map<std::string, std::string> names{{"bigint", "int8"},
                                                          {"integer", "int4"},
                                                          {"smallint", "int2"},
                                                          {"boolean", "bool"},
                                                          {"character varying", "varchar"},
                                                          {"timestamp with time zone", "timestamptz"},
                                                          {"timestamp without time zone", "timestamp"}};
    if (type.ends_with("[]"))
        return "_" + baseTypeOf(type.substr(0, type.size() - 2));
    const auto bare = type.substr(0, type.find('('));
    const auto found = names.find(bare);
    return found == names.end() ? bare : found->second;
}

sql::ServerInfo server()
{
    sql::ServerInfo info;
    info.version = 150004;
    info.versionText = "PostgreSQL 15.4";
    info.zone = "UTC";
    info.seesAllSessions = true;
    return info;
}

} // namespace

sql::TableInfo tableOf(const std::string& schema, const std::string& name,
                       const std::vector<std::pair<std::string, std::string>>& columns,
                       const std::vector<std::string>& primaryKey)
{
    sql::TableInfo table;
    table.schema = schema;
    table.name = name;
    table.oid = 16384;
    for (const auto& [column, type] : columns) {
        sql::ColumnInfo info;
        info.name = column;
        info.type = type;
        info.baseType = baseTypeOf(type);
        table.columns.push_back(info);
    }
    table.primaryKey = primaryKey;
    table.uniqueKeys = {primaryKey};
    table.indexes = {primaryKey, {"updated_at"}};
    table.estimatedRows = 412'800'000;
    return table;
}

nlohmann::json orderItemInputs()
{
    const auto source = tableOf("sales", "order_item",
                                {{"item_id", "bigint"},
                                 {"order_id", "bigint"},
                                 {"channel", "text"},
                                 {"备注", "text"},
                                 {"updated_at", "timestamp with time zone"}},
                                {"item_id"});
    const auto join =
        tableOf("sales", "orders", {{"order_id", "bigint"}, {"updated_at", "timestamp with time zone"}}, {"order_id"});
    return {{"sourceServer", toJson(server())},
            {"targetServer", toJson(server())},
            {"source", toJson(source)},
            {"join", toJson(join)},
            {"target", nullptr},
            {"stateSchema", "tidegate"}};
}

} // namespace tidegate
