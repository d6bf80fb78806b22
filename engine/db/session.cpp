// SPDX-License-Identifier: Apache-2.0
#include "db/session.h"

#include "db/dberror.h"

#include <algorithm>
#include <array>
#include <future>
#include <libpq-fe.h>
#include <poll.h>
#include <thread>

namespace tidegate {

namespace {

using namespace std::chrono_literals;

/// A wait looks at its stop token this often. Well under the second that a stop request may take.
constexpr auto slice = 50ms;
/// How long a cancelled statement may take to end before its connection is given up.
constexpr auto drainTime = 600ms;
constexpr auto cancelTime = 300ms;
constexpr auto rollbackTime = 2s;

std::string field(const pg_result* result, int code)
{
    const char* value = PQresultErrorField(result, code);
    return value ? value : "";
}

} // namespace

void Session::Close::operator()(pg_conn* connection) const noexcept
{
    PQfinish(connection);
}

Session::Session(ConnectionDefinition connection, SessionOptions options)
    : m_connection(std::move(connection)), m_options(std::move(options))
{
}

Session::~Session() = default;

bool Session::usable() const
{
    return !m_abandoned && m_conn && PQstatus(m_conn.get()) == CONNECTION_OK;
}

void Session::tell(std::string_view title, std::string_view statement) const
{
    if (m_listener.statement)
        m_listener.statement(title, statement);
}

Error Session::failure(std::string_view statement, const pg_result* result) const
{
    ServerReport report;
    if (result) {
        report.sqlstate = field(result, PG_DIAG_SQLSTATE);
        report.message = field(result, PG_DIAG_MESSAGE_PRIMARY);
        report.detail = field(result, PG_DIAG_MESSAGE_DETAIL);
        report.hint = field(result, PG_DIAG_MESSAGE_HINT);
        report.context = field(result, PG_DIAG_CONTEXT);
        if (report.message.empty())
            report.message = PQresultErrorMessage(result);
    }
    if (report.message.empty())
        report.message = PQerrorMessage(m_conn.get());
    report.connectionLost = PQstatus(m_conn.get()) != CONNECTION_OK;
    return translated(report, m_connection, m_options.side, statement);
}

bool Session::waitForSocket(short events, const std::stop_token& stop, Deadline deadline) const
{
    for (;;) {
        if (stop.stop_requested() || (deadline && Clock::now() >= *deadline))
            return false;
        pollfd socket{PQsocket(m_conn.get()), events, 0};
        if (::poll(&socket, 1, static_cast<int>(slice.count())) != 0)
            return true; // ready, or broken: the driver finds out which
    }
}

Result<void> Session::flush(std::stop_token stop)
{
    for (;;) {
        const int state = PQflush(m_conn.get());
        if (state == 0)
            return {};
        if (state < 0)
            return failure({});
        if (!waitForSocket(POLLIN | POLLOUT, stop, {}))
            return cancelAndDrain();
        if (PQconsumeInput(m_conn.get()) == 0)
            return failure({});
    }
}

Result<void> Session::send(std::string_view statement, const Params& params, std::stop_token stop)
{
    if (!usable())
        return failure(statement);
    if (stop.stop_requested())
        return cancelledError(m_connection, m_options.side);
    const std::string text(statement);
    int sent = 0;
    if (params.empty()) {
        sent = PQsendQuery(m_conn.get(), text.c_str());
    } else {
        std::vector<const char*> values;
        values.reserve(params.size());
        for (const auto& param : params)
            values.push_back(param ? param->c_str() : nullptr);
        sent = PQsendQueryParams(m_conn.get(), text.c_str(), static_cast<int>(values.size()), nullptr, values.data(),
                                 nullptr, nullptr, 0);
    }
    if (sent == 0)
        return failure(statement);
    return flush(std::move(stop));
}

Result<pg_result*> Session::nextResult(std::stop_token stop)
{
    while (PQisBusy(m_conn.get()) != 0) {
        if (!waitForSocket(POLLIN, stop, {}))
            return cancelAndDrain();
        if (PQconsumeInput(m_conn.get()) == 0)
            return failure({});
    }
    return PQgetResult(m_conn.get());
}

Result<Rows> Session::lastResult(std::string_view statement, std::stop_token stop)
{
    Rows rows;
    std::optional<Error> error;
    for (;;) {
        auto result = nextResult(stop);
        if (!result) {
            if (error)
                return *error;
            auto broken = std::move(result).error();
            if (broken.detail("statement").empty())
                broken.with("statement", statement);
            return broken;
        }
        if (!*result)
            break;
        const auto status = PQresultStatus(*result);
        Rows answer(*result);
        if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY)
            rows = std::move(answer);
        else if (!error)
            error = failure(statement, *result);
        if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) {
            m_abandoned = true;
            return Error{ErrorCode::Internal, "a copy was sent as a plain statement"};
        }
    }
    if (error)
        return *error;
    return rows;
}

Result<Rows> Session::query(std::string_view statement, const Params& params, std::stop_token stop)
{
    return run(sql::Statement{{}, std::string(statement), params}, std::move(stop));
}

Result<Rows> Session::run(const sql::Statement& statement, std::stop_token stop)
{
    tell(statement.title, statement.sql);
    if (auto sent = send(statement.sql, statement.params, stop); !sent)
        return sent.error();
    return lastResult(statement.sql, std::move(stop));
}

Result<void> Session::commit()
{
    if (!usable())
        return failure("commit");
    if (PQtransactionStatus(m_conn.get()) != PQTRANS_INTRANS)
        return Error{ErrorCode::Internal, "there is no transaction to commit", {}, m_options.side};
    tell("commit", "commit");
    auto sent = send("commit", {}, {});
    auto done = sent ? lastResult("commit", {}) : Result<Rows>(sent.error());
    if (done)
        return {};
    auto error = std::move(done).error();
    if (error.code == ErrorCode::ConnectionLost || !usable()) {
        error.code = ErrorCode::OutcomeUnknown;
        error.hint = "whether the commit took place is settled by the ledger";
    }
    return error;
}

void Session::rollback()
{
    if (!usable() || PQtransactionStatus(m_conn.get()) == PQTRANS_IDLE)
        return;
    tell("rollback", "rollback");
    if (!send("rollback", {}, {}))
        m_abandoned = true;
    else
        drain(Clock::now() + rollbackTime);
}

Result<Rows> Session::describe(std::string_view statement, std::stop_token stop)
{
    const std::string text(statement);
    tell("describe", statement);
    if (!usable() || PQsendPrepare(m_conn.get(), "", text.c_str(), 0, nullptr) == 0)
        return failure(statement);
    if (auto sent = flush(stop); !sent)
        return sent.error();
    if (auto prepared = lastResult(statement, stop); !prepared)
        return prepared;
    if (PQsendDescribePrepared(m_conn.get(), "") == 0)
        return failure(statement);
    if (auto sent = flush(stop); !sent)
        return sent.error();
    return lastResult(statement, std::move(stop));
}

void Session::sendCancel()
{
    PGcancel* handle = PQgetCancel(m_conn.get());
    if (!handle)
        return;
    // PQcancel opens a connection of its own and may block for as long as the network likes; this thread owns all that
    // it touches, so that we need not wait for it.
    auto done = std::make_shared<std::promise<void>>();
    auto finished = done->get_future();
    std::thread([handle, done] {
        std::array<char, 256> message{};
        PQcancel(handle, message.data(), static_cast<int>(message.size()));
        PQfreeCancel(handle);
        done->set_value();
    }).detach();
    finished.wait_for(cancelTime);
}

Error Session::cancelAndDrain()
{
    sendCancel();
    drain(Clock::now() + drainTime);
    return cancelledError(m_connection, m_options.side);
}

void Session::drain(Clock::time_point deadline)
{
    for (;;) {
        while (PQflush(m_conn.get()) > 0 || PQisBusy(m_conn.get()) != 0) {
            if (!waitForSocket(POLLIN, {}, deadline) || PQconsumeInput(m_conn.get()) == 0) {
                m_abandoned = true;
                return;
            }
        }
        pg_result* result = PQgetResult(m_conn.get());
        if (!result)
            return;
        const auto status = PQresultStatus(result);
        PQclear(result);
        if (status == PGRES_COPY_OUT || status == PGRES_COPY_IN || status == PGRES_COPY_BOTH) {
            m_abandoned = true;
            return;
        }
    }
}

} // namespace tidegate
