// SPDX-License-Identifier: Apache-2.0
#include "testserver.h"

#include <cstdlib>

namespace tidegate::test {

namespace {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    if (value == nullptr)
        throw std::runtime_error(std::string(name) + " is not set; ctest starts this test beside private servers");
    return value;
}

void check(const PGresult* result, std::string_view sql)
{
    const auto status = PQresultStatus(result);
    if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
        const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
        throw ServerError(std::string(PQresultErrorMessage(result)) + "\nin: " + std::string(sql),
                          state == nullptr ? "" : state);
    }
}

} // namespace

TestServer::TestServer() : m_connection(nullptr, PQfinish)
{
    const auto host = environment("TIDEGATE_TEST_TARGET_HOST");
    const auto port = environment("TIDEGATE_TEST_TARGET_PORT");
    const auto user = environment("TIDEGATE_TEST_TARGET_USER");
    const auto database = environment("TIDEGATE_TEST_TARGET_DB");
    const char* keys[] = {"host", "port", "user", "dbname", "client_encoding", nullptr};
    const char* values[] = {host.c_str(), port.c_str(), user.c_str(), database.c_str(), "UTF8", nullptr};
    m_connection.reset(PQconnectdbParams(keys, values, 0));
    if (PQstatus(m_connection.get()) != CONNECTION_OK)
        throw std::runtime_error(PQerrorMessage(m_connection.get()));
    PQsetNoticeProcessor(
        m_connection.get(), [](void*, const char*) {}, nullptr);
    script("set search_path = pg_catalog; set datestyle = iso; set timezone = 'UTC'; set extra_float_digits = 3");
}

Answer TestServer::run(std::string_view sql, const std::vector<std::optional<std::string>>& params)
{
    std::vector<const char*> values;
    for (const auto& param : params)
        values.push_back(param ? param->c_str() : nullptr);
    const Result result(PQexecParams(m_connection.get(), std::string(sql).c_str(), static_cast<int>(values.size()),
                                     nullptr, values.data(), nullptr, nullptr, 0),
                        PQclear);
    check(result.get(), sql);
    Answer answer;
    for (int column = 0; column < PQnfields(result.get()); ++column)
        answer.columns.emplace_back(PQfname(result.get(), column));
    for (int row = 0; row < PQntuples(result.get()); ++row) {
        auto& cells = answer.rows.emplace_back();
        for (int column = 0; column < PQnfields(result.get()); ++column)
            cells.emplace_back(PQgetisnull(result.get(), row, column) != 0 ? "<null>"
                                                                           : PQgetvalue(result.get(), row, column));
    }
    answer.affected = std::atoll(PQcmdTuples(result.get()));
    return answer;
}

void TestServer::script(const std::string& sql)
{
    const Result result(PQexec(m_connection.get(), sql.c_str()), PQclear);
    check(result.get(), sql);
}

void TestServer::copyIn(const std::string& sql, std::string_view data)
{
    const Result begin(PQexec(m_connection.get(), sql.c_str()), PQclear);
    check(begin.get(), sql);
    PQputCopyData(m_connection.get(), data.data(), static_cast<int>(data.size()));
    PQputCopyEnd(m_connection.get(), nullptr);
    const Result end(PQgetResult(m_connection.get()), PQclear);
    const Result none(PQgetResult(m_connection.get()), PQclear);
    check(end.get(), sql);
}

std::string TestServer::copyOut(const std::string& sql)
{
    const Result begin(PQexec(m_connection.get(), sql.c_str()), PQclear);
    check(begin.get(), sql);
    std::string data;
    char* buffer = nullptr;
    for (int size = 0; (size = PQgetCopyData(m_connection.get(), &buffer, 0)) > 0;) {
        data.append(buffer, static_cast<std::size_t>(size));
        PQfreemem(buffer);
    }
    const Result end(PQgetResult(m_connection.get()), PQclear);
    const Result none(PQgetResult(m_connection.get()), PQclear);
    check(end.get(), sql);
    return data;
}

} // namespace tidegate::test
