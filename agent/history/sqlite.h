// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace tidegate::agent {

using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

/// NULL for nothing.
SqlValue sqlText(const std::optional<std::string>& text);
SqlValue sqlInteger(const std::optional<std::int64_t>& number);

/// One row of an answer.
class SqlRow
{
public:
    explicit SqlRow(std::vector<SqlValue> values) : m_values(std::move(values)) {}

    [[nodiscard]] bool isNull(std::size_t column) const;
    [[nodiscard]] std::int64_t integer(std::size_t column) const; ///< 0 for NULL
    [[nodiscard]] double real(std::size_t column) const;          ///< 0 for NULL
    [[nodiscard]] std::string text(std::size_t column) const;     ///< empty for NULL
    [[nodiscard]] std::optional<std::string> textOrNull(std::size_t column) const;
    [[nodiscard]] std::optional<std::int64_t> integerOrNull(std::size_t column) const;

private:
    std::vector<SqlValue> m_values;
};

using SqlRows = std::vector<SqlRow>;
using SqlValues = std::vector<SqlValue>;

/// A SQLite file. Any thread; one statement or transaction at a time. Waits five seconds for other processes. Errors
/// are Io with SQLite's primary code in the detail "sqlite".
class Database
{
public:
    /// `:memory:` is a database that goes with the object.
    static Result<std::unique_ptr<Database>> open(const std::string& path);
    ~Database();

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Several statements without values.
    Result<void> script(const std::string& sql);
    Result<SqlRows> query(std::string_view sql, const SqlValues& values = {});
    /// How many rows changed.
    Result<std::int64_t> change(std::string_view sql, const SqlValues& values = {});
    /// The id of the new row.
    Result<std::int64_t> insert(std::string_view sql, const SqlValues& values);
    /// All or nothing; takes the write lock at its beginning.
    Result<void> transaction(const std::function<Result<void>()>& work);

private:
    explicit Database(std::string path) : m_path(std::move(path)) {}

    [[nodiscard]] Error lastError() const;
    Result<sqlite3_stmt*> prepare(std::string_view sql, const SqlValues& values);
    Result<SqlRows> run(std::string_view sql, const SqlValues& values);

    const std::string m_path;
    std::recursive_mutex m_mutex; ///< guards the handle
    sqlite3* m_handle = nullptr;
};

} // namespace tidegate::agent
