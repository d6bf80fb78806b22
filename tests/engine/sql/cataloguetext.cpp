// SPDX-License-Identifier: Apache-2.0
#include "cataloguetext.h"

#include "sql/fragment.h"
#include "sql/identifier.h"
#include "sql/typemap.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace tidegate::test {

using namespace tidegate::sql;

namespace {

bool takePrefix(std::string_view& text, std::string_view prefix)
{
    if (text.substr(0, prefix.size()) != prefix)
        return false;
    text = trimmed(text.substr(prefix.size()));
    return true;
}

bool takeSuffix(std::string& text, std::string_view suffix)
{
    if (text.size() < suffix.size() || text.substr(text.size() - suffix.size()) != suffix)
        return false;
    text = std::string(trimmed(text.substr(0, text.size() - suffix.size())));
    return true;
}

/// A name of the catalogue at the front: quoted where it has a space.
std::string takeName(std::string_view& text)
{
    std::string name;
    if (text.substr(0, 1) == "\"") {
        std::size_t at = 1;
        for (; at < text.size(); ++at) {
            if (text[at] == '"' && text.substr(at + 1, 1) != "\"")
                break;
            if (text[at] == '"')
                ++at;
            name += text[at];
        }
        text = trimmed(text.substr(at + 1));
        return name;
    }
    const auto end = std::min(text.find(' '), text.size());
    name = text.substr(0, end);
    text = trimmed(text.substr(end));
    return name;
}

std::vector<std::string> names(std::string_view text)
{
    std::vector<std::string> list;
    while (!text.empty()) {
        auto end = text.find(',');
        list.emplace_back(trimmed(text.substr(0, end)));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return list;
}

ColumnInfo column(std::string_view line)
{
    ColumnInfo result;
    result.name = takeName(line);
    std::string rest(line);
    if (const auto at = rest.find(" default "); at != std::string::npos && rest.find("identity") == std::string::npos) {
        result.hasDefault = true;
        result.defaultExpression = rest.substr(at + 9);
        rest.resize(at);
    }
    if (const auto at = rest.find(" domain of "); at != std::string::npos) {
        result.typeClass = 'd';
        result.domainOf = rest.substr(at + 11);
        rest.resize(at);
    }
    for (bool found = true; found;) {
        found = false;
        if (takeSuffix(rest, " not null"))
            found = result.notNull = true;
        if (takeSuffix(rest, " generated"))
            found = result.generated = true;
        if (takeSuffix(rest, " identity always"))
            found = true, result.identity = 'a';
        if (takeSuffix(rest, " identity by default"))
            found = true, result.identity = 'd';
        if (takeSuffix(rest, " enum"))
            found = true, result.typeClass = 'e';
        if (takeSuffix(rest, " composite"))
            found = true, result.typeClass = 'c';
        if (takeSuffix(rest, " range"))
            found = true, result.typeClass = 'r';
        if (takeSuffix(rest, " pseudo"))
            found = true, result.typeClass = 'p';
    }
    result.type = rest;
    result.baseType = baseTypeOf(rest);
    return result;
}

ForeignKeyInfo reference(std::string_view line)
{
    ForeignKeyInfo key;
    key.table = takeName(line);
    key.name = "fk";
    key.onDelete = line == "cascade" ? 'c' : line == "set null" ? 'n' : line == "set default" ? 'd' : 'a';
    return key;
}

IndexInfo definition(std::string_view line)
{
    IndexInfo index;
    index.name = takeName(line);
    const auto kind = takeName(line);
    index.constraint = kind == "-" ? ' ' : kind.front();
    index.unique = kind == "p" || kind == "u" || takePrefix(line, "unique ");
    index.definition = line;
    index.method = line;
    return index;
}

GrantInfo grant(std::string_view line)
{
    GrantInfo result;
    const auto to = line.rfind(" to ");
    result.privileges = names(line.substr(0, to));
    result.grantee = trimmed(line.substr(to + 4));
    if (result.grantee == "public")
        result.grantee.clear();
    return result;
}

void addLine(TableInfo& table, std::string_view line)
{
    if (takePrefix(line, "primary key ")) {
        table.primaryKey = names(line);
        table.uniqueKeys.push_back(table.primaryKey);
        table.indexes.push_back(table.primaryKey);
        for (auto& c : table.columns)
            c.notNull = c.notNull ||
                        std::find(table.primaryKey.begin(), table.primaryKey.end(), c.name) != table.primaryKey.end();
    } else if (takePrefix(line, "unique ")) {
        table.uniqueKeys.push_back(names(line));
        table.indexes.push_back(names(line));
    } else if (takePrefix(line, "index ")) {
        table.indexes.push_back(names(line));
    } else if (takePrefix(line, "distributed ")) {
        table.distributedBy = names(line);
    } else if (takePrefix(line, "referenced by ")) {
        table.referencedBy.push_back(reference(line));
    } else if (takePrefix(line, "row trigger ")) {
        table.rowTriggers.emplace_back(line);
    } else if (takePrefix(line, "dependent ")) {
        table.dependents.emplace_back(line);
    } else if (takePrefix(line, "owner ")) {
        table.owner = line;
    } else if (takePrefix(line, "comment ")) {
        table.comment = line;
    } else if (takePrefix(line, "option ")) {
        table.options.emplace_back(line);
    } else if (takePrefix(line, "grant ")) {
        table.grants.push_back(grant(line));
    } else if (takePrefix(line, "sequence ")) {
        const auto name = takeName(line);
        for (auto& c : table.columns) {
            if (c.name == name)
                c.ownedSequence = line;
        }
    } else if (takePrefix(line, "definition ")) {
        table.indexDefinitions.push_back(definition(line));
    } else if (line == "unlogged") {
        table.unlogged = true;
    } else {
        table.columns.push_back(column(line));
    }
}

} // namespace

TableInfo tableFromText(std::string_view text)
{
    TableInfo table;
    std::istringstream lines{std::string(text)};
    std::string line;
    std::getline(lines, line);
    if (takeSuffix(line, " view"))
        table.kind = 'v';
    if (takeSuffix(line, " partitioned"))
        table.kind = 'p';
    if (line == "query") {
        table.kind = 'q';
    } else {
        const auto parts = parseQualifiedName(line);
        if (!parts || parts->size() != 2)
            throw std::runtime_error("not a qualified name: " + line);
        table.schema = parts->front();
        table.name = parts->back();
        table.oid = 1;
    }
    while (std::getline(lines, line)) {
        if (!trimmed(line).empty())
            addLine(table, trimmed(line));
    }
    return table;
}

std::string tableDdl(const TableInfo& table)
{
    Quoter quoter;
    std::string text = fmt::format("create schema if not exists {};\n", quoter.name(table.schema));
    std::vector<std::string> lines;
    for (const auto& c : table.columns) {
        if (c.typeClass == 'e')
            text += fmt::format("create type {} as enum ('a', 'b');\n", c.type);
        if (c.typeClass == 'd')
            text += fmt::format("create domain {} as {};\n", c.type, c.domainOf);
        if (c.typeClass == 'c')
            text += fmt::format("create type {} as (a integer, b text);\n", c.type);
        auto column = quoter.name(c.name) + " " + c.type;
        if (c.generated)
            column += " generated always as (null) stored";
        else if (c.identity != ' ')
            column += c.identity == 'a' ? " generated always as identity" : " generated by default as identity";
        else if (!c.defaultExpression.empty())
            column += " default " + c.defaultExpression;
        if (c.notNull)
            column += " not null";
        lines.push_back(column);
    }
    if (!table.primaryKey.empty()) {
        std::vector<std::string> key;
        for (const auto& name : table.primaryKey)
            key.push_back(quoter.name(name));
        lines.push_back(fmt::format("primary key ({})", fmt::join(key, ", ")));
    }
    return text + fmt::format("create table {} (\n    {}\n);\n", quoter.qualified({table.schema, table.name}),
                              fmt::join(lines, ",\n    "));
}

} // namespace tidegate::test
