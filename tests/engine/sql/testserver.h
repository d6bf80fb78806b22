// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/statements.h"

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate::test {

/// A server said no. what() is its message; sqlstate its code.
class ServerError : public std::runtime_error
{
public:
    ServerError(const std::string& message, std::string state) : std::runtime_error(message), sqlstate(std::move(state))
    {
    }
    std::string sqlstate;
};

struct Answer
{
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows; ///< NULL reads "<null>"
    std::int64_t affected = 0;
};

/// One session of the private target cluster, with the pins that SQL of this room is made for.
class TestServer
{
public:
    TestServer();

    Answer run(std::string_view sql, const std::vector<std::optional<std::string>>& params = {});
    Answer run(const sql::Statement& statement) { return run(statement.sql, statement.params); }
    /// Many statements without parameters.
    void script(const std::string& sql);
    void copyIn(const std::string& sql, std::string_view data);
    std::string copyOut(const std::string& sql);
    std::string value(std::string_view sql) { return run(sql).rows.at(0).at(0); }

private:
    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
};

} // namespace tidegate::test
