// SPDX-License-Identifier: Apache-2.0
#include "sql/typemap.h"

#include "sql/identifier.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace tidegate::sql {

namespace {

struct TypeName
{
    std::string_view formatted;
    std::string_view base;
    int since = 0; ///< first server_version_num / 10000 (90400 for 9.4: 9)
};

// The built-in types that a column may have. What is not here comes from an extension or from the user.
constexpr auto builtIn = std::to_array<TypeName>({
    {"bigint", "int8"},
    {"bit", "bit"},
    {"bit varying", "varbit"},
    {"boolean", "bool"},
    {"box", "box"},
    {"bytea", "bytea"},
    {"\"char\"", "char"},
    {"character", "bpchar"},
    {"character varying", "varchar"},
    {"cidr", "cidr"},
    {"circle", "circle"},
    {"date", "date"},
    {"datemultirange", "datemultirange", 14},
    {"daterange", "daterange"},
    {"double precision", "float8"},
    {"inet", "inet"},
    {"int4multirange", "int4multirange", 14},
    {"int4range", "int4range"},
    {"int8multirange", "int8multirange", 14},
    {"int8range", "int8range"},
    {"integer", "int4"},
    {"interval", "interval"},
    {"json", "json"},
    {"jsonb", "jsonb"},
    {"jsonpath", "jsonpath", 12},
    {"line", "line"},
    {"lseg", "lseg"},
    {"macaddr", "macaddr"},
    {"macaddr8", "macaddr8", 10},
    {"money", "money"},
    {"name", "name"},
    {"numeric", "numeric"},
    {"nummultirange", "nummultirange", 14},
    {"numrange", "numrange"},
    {"oid", "oid"},
    {"path", "path"},
    {"pg_lsn", "pg_lsn"},
    {"pg_snapshot", "pg_snapshot", 13},
    {"point", "point"},
    {"polygon", "polygon"},
    {"real", "float4"},
    {"smallint", "int2"},
    {"text", "text"},
    {"time with time zone", "timetz"},
    {"time without time zone", "time"},
    {"timestamp with time zone", "timestamptz"},
    {"timestamp without time zone", "timestamp"},
    {"tsmultirange", "tsmultirange", 14},
    {"tsquery", "tsquery"},
    {"tsrange", "tsrange"},
    {"tstzmultirange", "tstzmultirange", 14},
    {"tstzrange", "tstzrange"},
    {"tsvector", "tsvector"},
    {"txid_snapshot", "txid_snapshot"},
    {"uuid", "uuid"},
    {"xid8", "xid8", 13},
    {"xml", "xml"},
});

const TypeName* builtInNamed(std::string_view base)
{
    const auto found = std::find_if(builtIn.begin(), builtIn.end(), [&](const auto& t) { return t.base == base; });
    return found == builtIn.end() ? nullptr : &*found;
}

bool isOneOf(std::string_view base, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), base) != names.end();
}

/// "timestamp(3) without time zone" → "timestamp without time zone"
std::string withoutModifiers(std::string_view formatted)
{
    const auto open = formatted.find('(');
    const auto close = formatted.find(')', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos)
        return std::string(formatted);
    return std::string(formatted.substr(0, open)) + std::string(formatted.substr(close + 1));
}

bool serverHas(const TypeName& type, const ServerInfo& server)
{
    return server.dialect == Dialect::Greenplum6 ? type.since == 0 : type.since <= server.version / 10000;
}

bool moneyAgrees(const ServerInfo& source, const ServerInfo& target)
{
    return !source.lcMonetary.empty() && source.lcMonetary == target.lcMonetary;
}

std::string_view classWord(const ColumnInfo& column)
{
    switch (column.typeClass) {
    case 'e':
        return "the enum";
    case 'c':
        return "the composite type";
    case 'd':
        return "the domain";
    case 'r':
    case 'm':
        return "the range type";
    default:
        return "the type";
    }
}

TypeMapping asText(const ColumnInfo& source, std::string_view why)
{
    return {"text", "", fmt::format("{} {} becomes text: {}", classWord(source), source.type, why)};
}

std::string_view elementOf(std::string_view base)
{
    return base.substr(0, 1) == "_" ? base.substr(1) : base;
}

} // namespace

std::string baseTypeOf(std::string_view formatted)
{
    if (formatted.size() > 2 && formatted.substr(formatted.size() - 2) == "[]")
        return "_" + baseTypeOf(formatted.substr(0, formatted.size() - 2));
    auto plain = withoutModifiers(formatted);
    if (plain == "bpchar")
        return plain;
    const auto found =
        std::find_if(builtIn.begin(), builtIn.end(), [&](const auto& t) { return t.formatted == plain; });
    if (found != builtIn.end())
        return std::string(found->base);
    return plain.substr(0, 9) == "interval " ? "interval" : plain; // interval day to second
}

std::vector<int> typeModifiers(std::string_view formatted)
{
    std::vector<int> modifiers;
    const auto open = formatted.find('(');
    if (open == std::string_view::npos)
        return modifiers;
    int number = 0;
    bool digits = false;
    int sign = 1;
    for (const char c : formatted.substr(open + 1)) {
        if (c >= '0' && c <= '9') {
            number = number * 10 + (c - '0');
            digits = true;
        } else if (c == '-') {
            sign = -1;
        } else if (digits) {
            modifiers.push_back(sign * number);
            number = 0;
            digits = false;
            sign = 1;
        }
        if (c == ')')
            break;
    }
    return modifiers;
}

Result<TypeMapping> mapType(const ColumnInfo& source, const ServerInfo& sourceServer, const ServerInfo& targetServer)
{
    if (source.typeClass == 'p' && source.baseType != "unknown" && source.baseType != "cstring")
        return Error{ErrorCode::Invalid,
                     fmt::format("column {} has the pseudo-type {}, which no table can hold", source.name, source.type),
                     "leave it out with `exclude`, or give it an expression with `from`", Side::Source};
    if (source.typeClass == 'd' && !source.domainOf.empty()) {
        ColumnInfo made = source;
        made.type = source.domainOf;
        made.baseType = baseTypeOf(source.domainOf);
        made.typeClass = 'b';
        auto mapping = mapType(made, sourceServer, targetServer);
        if (mapping)
            mapping->loss = fmt::format("the checks of the domain {} are not kept{}{}", source.type,
                                        mapping->loss.empty() ? "" : "; ", mapping->loss);
        return mapping;
    }
    if (source.baseType == "money" && !moneyAgrees(sourceServer, targetServer))
        return TypeMapping{"numeric", "numeric", "money becomes numeric: the currency is not kept"};
    const auto* known = builtInNamed(elementOf(source.baseType));
    if (source.typeClass == 'e')
        return asText(source, "any label fits");
    if (known == nullptr)
        return asText(source, "the target may not have it");
    if (known->base == "money" && !moneyAgrees(sourceServer, targetServer))
        return asText(source, "lc_monetary differs");
    if (!serverHas(*known, targetServer))
        return asText(source,
                      fmt::format("{} does not have it", targetServer.versionText.empty() ? std::string("the target")
                                                                                          : targetServer.versionText));
    const auto modifiers = typeModifiers(source.type);
    if (known->base == "numeric" && modifiers.size() == 2 && (modifiers[1] < 0 || modifiers[1] > modifiers[0]) &&
        targetServer.version < 150000)
        return TypeMapping{"numeric", "", fmt::format("{} becomes numeric: the target has no such scale", source.type)};
    return TypeMapping{source.type, "", ""};
}

bool comparesNatively(const ColumnInfo& column)
{
    if (column.typeClass == 'e')
        return true;
    if (column.equalIsNotSame)
        return false;
    if (column.baseType == "numeric")
        return !typeModifiers(column.type).empty();
    return column.typeClass == 'b' &&
           isOneOf(column.baseType, {"bool", "int2", "int4", "int8", "oid", "text", "varchar", "bpchar", "name",
                                     "bytea", "uuid", "date", "timestamp", "timestamptz", "time", "timetz"});
}

bool canBeKey(const ColumnInfo& column)
{
    return column.typeClass != 'p' &&
           !isOneOf(elementOf(column.baseType), {"json", "xml", "point", "line", "lseg", "box", "path", "polygon",
                                                 "circle", "jsonpath", "txid_snapshot", "pg_snapshot"});
}

} // namespace tidegate::sql
