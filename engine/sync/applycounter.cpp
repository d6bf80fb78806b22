// SPDX-License-Identifier: Apache-2.0
#include "sync/applyguard.h"

#include "base/utf8.h"
#include "db/dberror.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tidegate {

namespace {

/// Columns of one row as "name = value", the first `skipped` left out.
std::string example(const Rows& rows, int row, int skipped)
{
    constexpr std::size_t longest = 200;
    std::string text;
    for (int column = skipped; column < rows.columns(); ++column) {
        if (!text.empty())
            text += ", ";
        auto value = rows.isNull(row, column) ? std::string("NULL") : std::string(rows.text(row, column));
        if (value.size() > longest)
            value = std::string(cutAtCharacter(value, longest)) + "…";
        text += fmt::format("{} = {}", rows.columnName(column), value);
    }
    return text;
}

Error rejected(const Rows& rows, std::string message, std::string hint, std::size_t examples)
{
    Error error{ErrorCode::DataRejected, std::move(message), std::move(hint)};
    for (int row = 0; row < rows.size() && static_cast<std::size_t>(row) < examples; ++row)
        error.with(fmt::format("example {}", row + 1), example(rows, row, 1));
    return error;
}

std::string rowsHave(std::int64_t count)
{
    return count == 1 ? std::string("1 row has") : fmt::format("{} rows have", count);
}

} // namespace

Result<void> ApplyCounter::run(const std::vector<sql::Statement>& statements, std::stop_token stop)
{
    for (const auto& statement : statements) {
        const auto rows = m_session.run(statement, stop);
        if (!rows)
            return rows.error();
        if (auto looked = look(statement, *rows); !looked) {
            auto error = std::move(looked).error();
            error.side = m_session.side();
            return error;
        }
    }
    return {};
}

Result<void> ApplyCounter::look(const sql::Statement& statement, const Rows& rows)
{
    const auto key = fmt::format("({})", fmt::join(m_plan.inputs.job.key, ", "));
    switch (statement.role) {
    case sql::StatementRole::NullKeys:
        if (!rows.empty())
            return rejected(
                rows, fmt::format("{} NULL in the key {}", rowsHave(rows.integer(0, 0)), key),
                "nothing was applied: correct the rows at the source, choose another key, or leave them out with"
                " `where`",
                5);
        break;
    case sql::StatementRole::NullWatermarks:
        if (!rows.empty())
            return rejected(
                rows, fmt::format("{} no watermark", rowsHave(rows.integer(0, 0))),
                "nothing was applied: fill the column at the source, or set watermark.nulls to include or sweep", 5);
        break;
    case sql::StatementRole::RepeatedKeys:
        if (!rows.empty())
            return rejected(
                rows,
                fmt::format("the key {} is not a key: {} rows of one snapshot share one", key, rows.integer(0, 0)),
                "nothing was applied: add the column that tells them apart to `key`, or set on_duplicate_key:"
                " newest to keep the newest of them",
                2);
        break;
    case sql::StatementRole::Superseded:
        m_superseded += rows.affected();
        break;
    case sql::StatementRole::Unchanged:
        m_unchanged += rows.affected();
        break;
    case sql::StatementRole::Deleted:
        m_deleted += rows.affected();
        break;
    case sql::StatementRole::Inserted:
        m_inserted += rows.affected();
        break;
    case sql::StatementRole::TargetRows:
        m_targetRows = rows.empty() ? -1 : rows.integer(0, 0);
        break;
    case sql::StatementRole::Execute:
    case sql::StatementRole::Removed:
    case sql::StatementRole::UniqueIndex:
        break;
    }
    return {};
}

} // namespace tidegate
