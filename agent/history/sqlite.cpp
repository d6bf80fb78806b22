// SPDX-License-Identifier: Apache-2.0
#include "agent/history/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace tidegate::agent {

namespace {

constexpr int busyMilliseconds = 5000;

SqlValue valueAt(sqlite3_stmt* statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_NULL:
        return std::monostate();
    default:
        break;
    }
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
    return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
}

void bind(sqlite3_stmt* statement, int index, const SqlValue& value)
{
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        sqlite3_bind_int64(statement, index, *integer);
    else if (const auto* real = std::get_if<double>(&value))
        sqlite3_bind_double(statement, index, *real);
    else if (const auto* text = std::get_if<std::string>(&value))
        sqlite3_bind_text(statement, index, text->data(), static_cast<int>(text->size()), SQLITE_TRANSIENT);
    else
        sqlite3_bind_null(statement, index);
}

} // namespace

SqlValue sqlText(const std::optional<std::string>& text)
{
    return text ? SqlValue(*text) : SqlValue();
}

SqlValue sqlInteger(const std::optional<std::int64_t>& number)
{
    return number ? SqlValue(*number) : SqlValue();
}

bool SqlRow::isNull(std::size_t column) const
{
    return std::holds_alternative<std::monostate>(m_values.at(column));
}

std::int64_t SqlRow::integer(std::size_t column) const
{
    const auto* real = std::get_if<double>(&m_values.at(column));
    return real != nullptr ? static_cast<std::int64_t>(*real) : integerOrNull(column).value_or(0);
}

double SqlRow::real(std::size_t column) const
{
    const auto* real = std::get_if<double>(&m_values.at(column));
    return real != nullptr ? *real : static_cast<double>(integer(column));
}

std::string SqlRow::text(std::size_t column) const
{
    return textOrNull(column).value_or(std::string());
}

std::optional<std::string> SqlRow::textOrNull(std::size_t column) const
{
    const auto* text = std::get_if<std::string>(&m_values.at(column));
    return text != nullptr ? std::optional(*text) : std::nullopt;
}

std::optional<std::int64_t> SqlRow::integerOrNull(std::size_t column) const
{
    const auto* integer = std::get_if<std::int64_t>(&m_values.at(column));
    return integer != nullptr ? std::optional(*integer) : std::nullopt;
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path)
{
    std::unique_ptr<Database> database(new Database(path));
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (sqlite3_open_v2(path.c_str(), &database->m_handle, flags, nullptr) != SQLITE_OK)
        return database->lastError();
    sqlite3_busy_timeout(database->m_handle, busyMilliseconds);
    return database;
}

Database::~Database()
{
    sqlite3_close(m_handle);
}

Error Database::lastError() const
{
    const int code = m_handle != nullptr ? sqlite3_extended_errcode(m_handle) : SQLITE_NOMEM;
    const char* text = m_handle != nullptr ? sqlite3_errmsg(m_handle) : sqlite3_errstr(code);
    return Error{ErrorCode::Io, fmt::format("{}: {}", m_path, text), "look at the disk and the file's permissions"}
        .with("sqlite", std::to_string(code & 0xff));
}

Result<void> Database::script(const std::string& sql)
{
    const std::lock_guard lock(m_mutex);
    if (sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError();
    return {};
}

Result<sqlite3_stmt*> Database::prepare(std::string_view sql, const SqlValues& values)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK)
        return lastError();
    for (std::size_t i = 0; i < values.size(); ++i)
        bind(statement, static_cast<int>(i) + 1, values[i]);
    return statement;
}

Result<SqlRows> Database::run(std::string_view sql, const SqlValues& values)
{
    const auto statement = prepare(sql, values);
    if (!statement)
        return statement.error();
    SqlRows rows;
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(*statement)) == SQLITE_ROW) {
        std::vector<SqlValue> row;
        for (int column = 0; column < sqlite3_column_count(*statement); ++column)
            row.push_back(valueAt(*statement, column));
        rows.emplace_back(std::move(row));
    }
    std::optional<Error> error;
    if (step != SQLITE_DONE)
        error = lastError();
    sqlite3_finalize(*statement);
    return error ? Result<SqlRows>(*std::move(error)) : rows;
}

Result<SqlRows> Database::query(std::string_view sql, const SqlValues& values)
{
    const std::lock_guard lock(m_mutex);
    return run(sql, values);
}

Result<std::int64_t> Database::change(std::string_view sql, const SqlValues& values)
{
    const std::lock_guard lock(m_mutex);
    if (const auto done = run(sql, values); !done)
        return done.error();
    return std::int64_t{sqlite3_changes(m_handle)};
}

Result<std::int64_t> Database::insert(std::string_view sql, const SqlValues& values)
{
    const std::lock_guard lock(m_mutex);
    if (const auto done = run(sql, values); !done)
        return done.error();
    return std::int64_t{sqlite3_last_insert_rowid(m_handle)};
}

Result<void> Database::transaction(const std::function<Result<void>()>& work)
{
    const std::lock_guard lock(m_mutex);
    if (const auto begun = script("begin immediate"); !begun)
        return begun.error();
    auto done = work();
    if (done)
        done = script("commit");
    if (!done) {
        [[maybe_unused]] const auto undone = script("rollback"); // a full disk may have rolled back already
    }
    return done;
}

} // namespace tidegate::agent
