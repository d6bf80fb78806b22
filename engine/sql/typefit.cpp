// SPDX-License-Identifier: Apache-2.0
#include "sql/typemap.h"

#include "sql/identifier.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace tidegate::sql {

namespace {

enum class Family { Integer, Numeric, Float, Text, Time, Json, Other };

Family familyOf(std::string_view base)
{
    const auto is = [&](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), base) != names.end();
    };
    if (is({"int2", "int4", "int8", "oid"}))
        return Family::Integer;
    if (base == "numeric")
        return Family::Numeric;
    if (is({"float4", "float8"}))
        return Family::Float;
    if (is({"text", "varchar", "bpchar", "name", "char", "citext"}))
        return Family::Text;
    if (is({"date", "timestamp", "timestamptz"}))
        return Family::Time;
    if (is({"json", "jsonb"}))
        return Family::Json;
    return Family::Other;
}

int integerBytes(std::string_view base)
{
    return base == "int2" ? 2 : base == "int4" ? 4 : 8;
}

/// Longest text in characters; 0: unlimited.
int textLimit(const ColumnInfo& column)
{
    const auto modifiers = typeModifiers(column.type);
    if (column.baseType == "char")
        return 1;
    if (column.baseType == "name")
        return 63;
    return modifiers.empty() ? 0 : modifiers.front();
}

class Fit
{
public:
    Fit(const ColumnInfo& source, const ColumnInfo& target, std::string_view zone)
        : m_source(source), m_target(target), m_zone(zone)
    {
    }

    Result<TypeMapping> decide() const
    {
        const auto from = familyOf(m_source.baseType);
        const auto to = familyOf(m_target.baseType);
        if (to == Family::Text)
            return intoText(from);
        if (from == Family::Text)
            return fromText();
        if (from == Family::Time && to == Family::Time)
            return betweenTimes();
        if (m_source.baseType == m_target.baseType)
            return sameBase();
        if (from == Family::Integer && to == Family::Integer)
            return fits(integerBytes(m_source.baseType) > integerBytes(m_target.baseType)
                            ? fmt::format("a value beyond {} stops the run", m_target.type)
                            : "");
        if (from == Family::Integer && to == Family::Numeric)
            return fits(typeModifiers(m_target.type).empty()
                            ? ""
                            : fmt::format("a value beyond {} stops the run", m_target.type));
        if (from == Family::Numeric && to == Family::Integer)
            return fits("a value with a fraction, or beyond the range, stops the run");
        if (to == Family::Float && (from == Family::Integer || from == Family::Numeric || from == Family::Float))
            return fits(m_source.baseType == "float4" ? ""
                                                      : fmt::format("digits beyond {} are rounded", m_target.type));
        if (from == Family::Float && to == Family::Numeric)
            return fits(typeModifiers(m_target.type).empty() ? ""
                                                             : fmt::format("values are rounded to {}", m_target.type));
        if (from == Family::Json && to == Family::Json)
            return fits(m_target.baseType == "jsonb" ? "spaces, the order of keys and repeated keys are not kept" : "");
        if (m_source.baseType == "money" && to == Family::Numeric)
            return TypeMapping{m_target.type, "numeric", "the currency is not kept"};
        if (m_source.baseType == "cidr" && m_target.baseType == "inet")
            return fits("");
        return refuse(fmt::format("t.{}::{}", quotedName(), m_target.type));
    }

private:
    Result<TypeMapping> fits(std::string loss) const { return TypeMapping{m_target.type, "", std::move(loss)}; }

    std::string quotedName() const { return quoteIdentifier(m_source.name).value_or(m_source.name); }

    Error refuse(std::string_view proposal) const
    {
        return {ErrorCode::Invalid,
                fmt::format("column {} is {} at the source and {} in the target: its values do not fit", m_target.name,
                            m_source.type, m_target.type),
                fmt::format("give the column an expression, for example `from: \"{}\"`", proposal)};
    }

    Result<TypeMapping> intoText(Family from) const
    {
        const int limit = textLimit(m_target);
        const int sourceLimit = from == Family::Text ? textLimit(m_source) : 0;
        std::string loss;
        if (limit != 0 && (sourceLimit == 0 || sourceLimit > limit))
            loss = fmt::format("a value longer than {} characters stops the run", limit);
        else if (from != Family::Text)
            loss = fmt::format("{} is kept as text", m_source.type);
        else if (m_target.baseType == "citext" && m_source.baseType != "citext")
            loss = "as a key, texts that differ only in case are one";
        return fits(loss);
    }

    Result<TypeMapping> fromText() const
    {
        if (m_target.baseType == "bytea")
            return refuse(fmt::format("convert_to(t.{}, 'UTF8')", quotedName()));
        return fits(fmt::format("text that is no {} stops the run", m_target.type));
    }

    Result<TypeMapping> betweenTimes() const
    {
        const bool sourceZoned = m_source.baseType == "timestamptz";
        const bool targetZoned = m_target.baseType == "timestamptz";
        if (sourceZoned != targetZoned) // the text would be read in the session's zone, which is UTC
            return refuse(
                fmt::format("t.{} at time zone '{}'", quotedName(), m_zone.empty() ? "Asia/Shanghai" : m_zone));
        if (m_target.baseType == "date" && m_source.baseType != "date")
            return fits("the time of day is not kept");
        return sameBase();
    }

    Result<TypeMapping> sameBase() const
    {
        const auto source = typeModifiers(m_source.type);
        const auto target = typeModifiers(m_target.type);
        if (m_source.type == m_target.type || target.empty())
            return fits("");
        if (m_target.baseType == "numeric") {
            const int scale = target.size() > 1 ? target[1] : 0;
            const bool rounds = source.empty() || (source.size() > 1 ? source[1] : 0) > scale;
            const bool overflows =
                source.empty() || source[0] - (source.size() > 1 ? source[1] : 0) > target[0] - scale;
            if (rounds)
                return fits(fmt::format("values are rounded to {}", m_target.type));
            return fits(overflows ? fmt::format("a value beyond {} stops the run", m_target.type) : "");
        }
        if (source.empty() || source[0] > target[0])
            return fits(familyOf(m_target.baseType) == Family::Time || m_target.baseType.substr(0, 4) == "time" ||
                                m_target.baseType == "interval"
                            ? fmt::format("fractions of a second are rounded to {} digits", target[0])
                            : fmt::format("a value beyond {} stops the run", m_target.type));
        return fits("");
    }

    const ColumnInfo& m_source;
    const ColumnInfo& m_target;
    std::string_view m_zone;
};

/// A domain as the type that it is made from.
ColumnInfo withoutDomain(const ColumnInfo& column)
{
    ColumnInfo made = column;
    if (column.typeClass == 'd' && !column.domainOf.empty()) {
        made.type = column.domainOf;
        made.baseType = baseTypeOf(column.domainOf);
        made.typeClass = 'b';
    }
    return made;
}

} // namespace

Result<TypeMapping> fitType(const ColumnInfo& source, const ColumnInfo& target, const ServerInfo& sourceServer,
                            const ServerInfo& targetServer, std::string_view zone)
{
    const auto from = withoutDomain(source);
    auto to = withoutDomain(target);
    to.name = target.name;
    if (from.baseType == "money" && to.baseType == "money" &&
        (sourceServer.lcMonetary.empty() || sourceServer.lcMonetary != targetServer.lcMonetary))
        return Error{ErrorCode::Invalid,
                     fmt::format("column {} is money, and lc_monetary differs: {} at the source, {} in the target",
                                 target.name, sourceServer.lcMonetary, targetServer.lcMonetary),
                     "make the target's column numeric"};
    const bool sameKind = from.typeClass == to.typeClass && from.type == to.type;
    if (target.typeClass == 'e' && (source.typeClass == 'e' || from.baseType == "text" || from.baseType == "varchar"))
        return TypeMapping{target.type, "", fmt::format("a label that {} lacks stops the run", target.type)};
    auto mapping = sameKind ? Result<TypeMapping>(TypeMapping{target.type, "", ""}) : Fit(from, to, zone).decide();
    if (!mapping)
        return mapping;
    mapping->type = target.type;
    if (target.typeClass == 'd' && source.type != target.type)
        mapping->loss += fmt::format("{}a value that {} does not allow stops the run",
                                     mapping->loss.empty() ? "" : "; ", target.type);
    return mapping;
}

} // namespace tidegate::sql
