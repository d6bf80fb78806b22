// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate::sql {

enum class Dialect {
    Postgres,   ///< PostgreSQL 10 and later
    Greenplum6, ///< PostgreSQL 9.4 syntax plus DISTRIBUTED BY
};

/// What a server says of itself.
struct ServerInfo
{
    Dialect dialect = Dialect::Postgres;
    int version = 0;         ///< server_version_num, for example 150004
    std::string versionText; ///< "PostgreSQL 15.4", "Greenplum 6.25.3"
    std::string zone;        ///< TimeZone that the server gives this role before ours is pinned
    bool standby = false;
    bool seesAllSessions = false; ///< the role may read foreign sessions' xact_start
    std::string lcMonetary;       ///< empty: unknown
};

struct ColumnInfo
{
    std::string name;
    std::string type;     ///< format_type() with modifiers: "numeric(18,2)", "timestamp(6) without time zone"
    std::string baseType; ///< pg_type.typname: "numeric", "timestamp", "_int4" …
    char typeClass = 'b'; ///< pg_type.typtype: b base, c composite, d domain, e enum, r range
    bool notNull = false;
    bool hasDefault = false;
    std::string defaultExpression; ///< SQL
    bool generated = false;        ///< generated always as (…) stored
    char identity = ' ';           ///< 'a' always, 'd' by default, ' ' none
    bool equalIsNotSame = false;   ///< its collation takes different texts as equal
    std::string domainOf;          ///< of a domain: format_type() of what it is made from
    std::string ownedSequence;     ///< qualified SQL name of its sequence (serial or identity)
};

struct ForeignKeyInfo
{
    std::string name;
    std::string table;   ///< the referencing table
    char onDelete = 'a'; ///< pg_constraint.confdeltype: a no action, r restrict, c cascade, n set null, d set default
    bool within = false; ///< the referencing table is the table itself
};

/// An index or a constraint, as it can be made again on another table.
struct IndexInfo
{
    std::string name;
    std::string definition; ///< pg_get_indexdef(), or pg_get_constraintdef() of a constraint
    char constraint =
        ' ';            ///< 'p' primary key, 'u' unique, 'x' exclusion, 'f' foreign key of this table; ' ' plain index
    std::string method; ///< of an index: the part of the definition from USING on
    bool unique = false;
    std::string comment;
};

struct GrantInfo
{
    std::string grantee;                 ///< role; empty: public
    std::string column;                  ///< empty: the table
    std::vector<std::string> privileges; ///< "SELECT", "INSERT" …
    bool grantable = false;
};

/// A table, a view or the shape of a query, as the catalogue of its server describes it.
struct TableInfo
{
    std::string schema;
    std::string name;
    std::uint32_t oid = 0; ///< 0 for a query
    char kind = 'r';       ///< pg_class.relkind; 'q' for a query
    std::vector<ColumnInfo> columns;
    std::vector<std::string> primaryKey;
    std::vector<std::vector<std::string>>
        uniqueKeys; ///< of valid, non-partial, non-expression indexes; primary key included
    std::vector<std::vector<std::string>> indexes; ///< leading columns of every valid index
    std::vector<std::string> distributedBy;        ///< Greenplum; empty: random
    std::vector<ForeignKeyInfo> referencedBy;
    std::vector<std::string> rowTriggers; ///< names of user row triggers
    /// "view ods.v_store", "publication p" …: what a rename would leave behind; "owner dba": we may not rename it
    std::vector<std::string> dependents;
    // What a full load must take over to the table that it swaps in.
    std::string owner;
    std::string comment;
    std::vector<IndexInfo> indexDefinitions; ///< indexes and constraints, foreign keys last
    std::vector<GrantInfo> grants;
    std::vector<std::string> options; ///< pg_class.reloptions: "fillfactor=70"
    bool unlogged = false;
    std::int64_t estimatedRows = -1; ///< reltuples; -1: unknown
    std::int64_t bytes = -1;

    [[nodiscard]] const ColumnInfo* column(std::string_view wanted) const;
};

nlohmann::json toJson(const ServerInfo& server);
nlohmann::json toJson(const TableInfo& table);
ServerInfo serverInfoFromJson(const nlohmann::json& json);
TableInfo tableInfoFromJson(const nlohmann::json& json);

} // namespace tidegate::sql
