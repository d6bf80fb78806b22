// SPDX-License-Identifier: Apache-2.0
#include "job/changerisk.h"

#include "base/duration.h"

#include <array>
#include <chrono>

namespace tidegate {

namespace {

struct Risk
{
    std::string_view path; ///< itself, its items and what is below it
    std::string_view sentence;
};

constexpr std::array<Risk, 14> risks{{
    {"job", "renamed by hand: without `id` the ledger starts anew and everything is read again; use `job rename`"},
    {"id", "another ledger: the job starts from the beginning"},
    {"source.connection", "rows come from another database; needs a full reload"},
    {"source.table", "rows come from another table; needs a full reload"},
    {"source.query", "other rows are read; rows that are loaded stay as they are without a reload"},
    {"source.where", "other rows are read; rows that no longer fit stay in the target without a reload"},
    {"delete_when", "other rows count as deleted; those of earlier windows stay as they are without a reload"},
    {"target.connection", "another database: nothing is loaded there yet; needs a full reload"},
    {"target.table", "another table: nothing is loaded there yet; needs a full reload"},
    {"key", "key changed: rows are matched by other columns; needs a full reload, or old rows stay beside new ones"},
    {"watermark.column",
     "windows are ordered by another value, so the last `hi` means something else; needs a full reload"},
    {"watermark.join",
     "windows are ordered by another value, so the last `hi` means something else; needs a full reload"},
    {"watermark.zone", "the last `hi` is meant in another zone: rows could be skipped; needs a full reload"},
    {"apply", "windows reach the target in another way; look at what is loaded already"},
}};

bool isAt(const std::string& path, std::string_view top)
{
    return path.compare(0, top.size(), top) == 0 &&
           (path.size() == top.size() || path[top.size()] == '.' || path[top.size()] == '[');
}

std::chrono::milliseconds durationOf(const std::string& text)
{
    return parseDuration(text).value_or(std::chrono::milliseconds(0));
}

std::string ofDuration(const JobChange& change)
{
    const bool longer = durationOf(change.after) > durationOf(change.before);
    if (change.path == "watermark.overlap")
        return longer ? "part of the last window will be read again"
                      : "rows that are committed later than this are missed";
    if (change.path == "watermark.lag" && !longer)
        return "rows that are committed late may be missed by the window; overlap or verification must find them";
    return {};
}

std::string ofColumns(const JobChange& change)
{
    if (change.kind == ChangeKind::Added && change.path.back() == ']')
        return "rows that are loaded already lack the new column's values until a reload";
    if (change.kind == ChangeKind::Removed && change.path.back() == ']')
        return "the column keeps its old values in the target";
    return "rows that are loaded already keep the old value until a reload";
}

std::string ofMode(const JobChange& change)
{
    return change.after == "incremental" ? "the first run needs `--reload`, which sets where windows begin"
                                         : "the next run replaces the whole table";
}

} // namespace

std::string changeRisk(const JobChange& change)
{
    if (isAt(change.path, "columns"))
        return ofColumns(change);
    if (change.path == "mode")
        return ofMode(change);
    if (change.path == "watermark.lag" || change.path == "watermark.overlap")
        return ofDuration(change);
    for (const Risk& risk : risks) {
        if (isAt(change.path, risk.path))
            return std::string(risk.sentence);
    }
    return {};
}

} // namespace tidegate
