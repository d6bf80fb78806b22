// SPDX-License-Identifier: Apache-2.0
#include "job/jobproposal.h"

#include "job/valuekinds.h"
#include "pool/yamlwriter.h"
#include "sql/identifier.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tidegate {

namespace {

std::string lowered(std::string_view text)
{
    std::string result;
    for (const char c : text)
        result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

bool contains(std::string_view text, std::string_view word)
{
    return text.find(word) != std::string_view::npos;
}

std::string yamlText(std::string_view text, bool inFlow = false)
{
    return isPlainSafe(text, inFlow) ? std::string(text) : quoted(text, YamlStyle::Plain);
}

/// Text for a comment: whatever a catalogue holds, it stays on its line.
std::string commentText(std::string_view text)
{
    std::string result;
    for (const char c : text)
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return result;
}

bool isTime(const sql::ColumnInfo& column)
{
    return column.baseType == "timestamptz" || column.baseType == "timestamp" || column.baseType == "date";
}

/// How sure the name makes us that the column is set with every change; 0: not at all.
int changeScore(const sql::ColumnInfo& column)
{
    if (!isTime(column))
        return 0;
    const std::string name = lowered(column.name);
    constexpr std::array<std::string_view, 9> words{"updat", "modif", "chang", "mtime", "upd_",
                                                    "last_", "更新",  "修改",  "变更"};
    const bool says =
        std::any_of(words.begin(), words.end(), [&name](std::string_view word) { return contains(name, word); });
    if (!says)
        return 0;
    return 4 + (column.baseType != "date" ? 2 : 0) + (column.notNull ? 1 : 0);
}

bool leadsAnIndex(const sql::TableInfo& table, const std::string& column)
{
    return std::any_of(table.indexes.begin(), table.indexes.end(),
                       [&column](const auto& index) { return !index.empty() && index.front() == column; });
}

Result<std::string> sourceTable(const sql::TableInfo& table)
{
    std::vector<std::string> parts;
    if (!table.schema.empty())
        parts.push_back(table.schema);
    parts.push_back(table.name);
    return sql::joinQualifiedName(parts);
}

std::string columnLines(const sql::TableInfo& table, const std::vector<std::string>& key)
{
    std::string lines = "columns:\n";
    for (const sql::ColumnInfo& column : table.columns) {
        const bool isKey = std::find(key.begin(), key.end(), column.name) != key.end();
        lines += fmt::format("  - {}  # {}{}{}\n", yamlText(column.name), commentText(column.type),
                             column.notNull ? ", not null" : "", isKey ? ", key" : "");
    }
    return lines;
}

Result<std::string> watermarkLines(const sql::TableInfo& table, const sql::ColumnInfo& column)
{
    const auto name = sql::quoteIdentifier(column.name);
    if (!name)
        return name.error();
    std::string lines = "mode: incremental\nwatermark:\n";
    lines += fmt::format("  column: {}  # {}; its name says that it is set with every change: make sure that it is{}\n",
                         yamlText("t." + *name), commentText(column.type),
                         leadsAnIndex(table, column.name) ? "" : "; it has no index, so each window scans the table");
    lines += "  lag: 2m  # how far behind the source's clock a window ends\n";
    lines += "  overlap: 10m  # read again, for rows that were committed late\n";
    if (column.baseType != "timestamptz")
        lines += "  # zone: Asia/Shanghai  # the column has no zone; without this it is meant in the server's\n";
    if (!column.notNull)
        lines += "  nulls: include  # the column may be NULL: such rows are read in every window\n";
    return lines + "apply: merge\n";
}

/// A hint about soft deletes; it is only a comment, because a wrong guess would delete rows.
std::string deleteHint(const sql::TableInfo& table)
{
    for (const sql::ColumnInfo& column : table.columns) {
        const std::string name = lowered(column.name);
        const auto sqlName = sql::quoteIdentifier(column.name);
        if (!sqlName || !(contains(name, "deleted") || contains(name, "is_del") || contains(name, "del_flag") ||
                          contains(name, "删除")))
            continue;
        const std::string condition = column.baseType == "bool" ? "t." + *sqlName
                                      : isTime(column)          ? fmt::format("t.{} is not null", *sqlName)
                                                                : fmt::format("t.{} = 1", *sqlName);
        return fmt::format("# delete_when: {}  # looks like a soft delete: rows for which this is true would be "
                           "deleted in the target\n",
                           yamlText(commentText(condition)));
    }
    return {};
}

} // namespace

KeyProposal proposeKey(const sql::TableInfo& table)
{
    if (!table.primaryKey.empty())
        return {table.primaryKey, "the primary key"};
    for (const auto& unique : table.uniqueKeys) {
        const bool neverNull = std::all_of(unique.begin(), unique.end(), [&table](const std::string& name) {
            const sql::ColumnInfo* column = table.column(name);
            return column && column->notNull;
        });
        if (neverNull)
            return {unique, "a unique index; the table has no primary key"};
    }
    return {};
}

const sql::ColumnInfo* watermarkCandidate(const sql::TableInfo& table)
{
    const sql::ColumnInfo* best = nullptr;
    int bestScore = 0;
    for (const sql::ColumnInfo& column : table.columns) {
        const int score = changeScore(column) + (changeScore(column) > 0 && leadsAnIndex(table, column.name) ? 1 : 0);
        if (score > bestScore) {
            best = &column;
            bestScore = score;
        }
    }
    return best;
}

Result<std::string> proposeJob(const sql::TableInfo& table, const ProposalRequest& request)
{
    if (const auto problem = kindProblem("identifier", request.name))
        return Error{ErrorCode::Usage, problem->message, problem->hint};
    const auto from = sourceTable(table);
    const auto to = request.targetTable.empty() ? sql::joinQualifiedName({"ods", request.name})
                                                : Result<std::string>(request.targetTable);
    if (!from || !to)
        return from ? to.error() : from.error();
    const KeyProposal key = proposeKey(table);
    const sql::ColumnInfo* watermark = watermarkCandidate(table);

    std::string text =
        fmt::format("job: {}\nsource:\n  connection: {}\n  table: {}{}\n", yamlText(request.name),
                    yamlText(request.sourceConnection), yamlText(*from),
                    table.estimatedRows >= 0 ? fmt::format("  # about {} rows", table.estimatedRows) : "");
    text += deleteHint(table);
    text += columnLines(table, key.columns);
    text += fmt::format(
        "target:\n  connection: {}\n  table: {}\n  create: true  # made by the first run if it does not exist\n",
        yamlText(request.targetConnection), yamlText(*to));
    if (!key.columns.empty()) {
        std::string names;
        for (const std::string& name : key.columns)
            names += (names.empty() ? "" : ", ") + yamlText(name, true);
        text += fmt::format("key: [{}]  # {}\n", names, key.why);
    }
    if (!key.columns.empty() && watermark) {
        const auto lines = watermarkLines(table, *watermark);
        if (!lines)
            return lines.error();
        return text + *lines;
    }
    const std::string why = key.columns.empty() ? "no key was found, so changed rows can't be matched"
                                                : "no column says when a row was changed";
    return text + fmt::format("mode: full  # {}\n", why);
}

} // namespace tidegate
