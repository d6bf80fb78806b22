// SPDX-License-Identifier: Apache-2.0
#include "db/dberror.h"
#include "db/session.h"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/socket.h>

namespace tidegate {

namespace {

/// A slow source hands over what it has this often, so that the target and the eye keep up.
constexpr std::chrono::milliseconds longestFill(100);

} // namespace

Result<void> Session::expectCopy(std::string_view statement, int wanted, std::stop_token stop)
{
    m_copyStatement = statement;
    m_copiedRows = 0;
    tell("copy", statement);
    if (auto sent = send(statement, {}, stop); !sent)
        return sent;
    auto result = nextResult(stop);
    if (!result)
        return result.error();
    if (*result && PQresultStatus(*result) == static_cast<ExecStatusType>(wanted)) {
        PQclear(*result);
        return {};
    }
    const Rows owner(*result);
    auto error = failure(statement, *result);
    drain(Clock::now() + std::chrono::seconds(5));
    return error;
}

Result<void> Session::beginCopyOut(std::string_view statement, std::stop_token stop)
{
    return expectCopy(statement, PGRES_COPY_OUT, std::move(stop));
}

Result<Session::CopyRead> Session::readCopy(std::string& buffer, std::size_t enough, std::stop_token stop)
{
    const std::size_t before = buffer.size();
    Deadline patience;
    for (;;) {
        char* row = nullptr;
        const int length = PQgetCopyData(m_conn.get(), &row, 1);
        if (length > 0) {
            buffer.append(row, static_cast<std::size_t>(length));
            PQfreemem(row);
            if (buffer.size() >= enough)
                return CopyRead::Rows;
            continue;
        }
        if (length == -2)
            return failure(m_copyStatement);
        if (length == -1) {
            if (auto ended = finishCopy(std::move(stop)); !ended)
                return ended.error();
            return CopyRead::End;
        }
        if (buffer.size() > before && !patience)
            patience = Clock::now() + longestFill;
        if (!waitForSocket(POLLIN, stop, patience)) {
            if (!stop.stop_requested())
                return CopyRead::Rows;
            abandonCopy();
            return cancelledError(m_connection, m_options.side);
        }
        if (PQconsumeInput(m_conn.get()) == 0)
            return failure(m_copyStatement);
    }
}

Result<void> Session::finishCopy(std::stop_token stop)
{
    auto done = lastResult(m_copyStatement, std::move(stop));
    if (!done)
        return done.error();
    m_copiedRows = done->affected();
    return {};
}

Result<void> Session::beginCopyIn(std::string_view statement, std::stop_token stop)
{
    return expectCopy(statement, PGRES_COPY_IN, std::move(stop));
}

bool Session::serverSpoke()
{
    // During COPY IN a server speaks up when it has refused a row (or with a notice). libpq would not tell before the
    // end of the data, so the first byte of what waits in the socket is looked at; with TLS it is not readable, and
    // the refusal is heard at the end.
    char kind = 0;
    if (PQsslInUse(m_conn.get()) != 0 || ::recv(PQsocket(m_conn.get()), &kind, 1, MSG_PEEK | MSG_DONTWAIT) != 1)
        return false;
    return kind == 'E';
}

Result<void> Session::writeCopy(std::string_view bytes, std::stop_token stop)
{
    if (!usable())
        return failure(m_copyStatement);
    if (serverSpoke()) {
        PQputCopyEnd(m_conn.get(), "stopped: the server reported an error");
        auto done = lastResult(m_copyStatement, stop);
        return done ? Error{ErrorCode::Internal, "the server ended a copy that was not at its end"}
                    : std::move(done).error();
    }
    const int put = PQputCopyData(m_conn.get(), bytes.data(), static_cast<int>(bytes.size()));
    if (put != 1)
        return failure(m_copyStatement);
    for (;;) {
        const int state = PQflush(m_conn.get());
        if (state == 0)
            return {};
        if (state < 0)
            return failure(m_copyStatement);
        if (!waitForSocket(POLLOUT, stop, {})) {
            abandonCopy();
            return cancelledError(m_connection, m_options.side);
        }
    }
}

Result<void> Session::endCopyIn(std::stop_token stop)
{
    if (PQputCopyEnd(m_conn.get(), nullptr) != 1)
        return failure(m_copyStatement);
    if (auto sent = flush(stop); !sent)
        return sent;
    return finishCopy(std::move(stop));
}

void Session::abandonCopy()
{
    if (!usable())
        return;
    sendCancel();
    PQputCopyEnd(m_conn.get(), "cancelled");
    char* row = nullptr;
    const auto deadline = Clock::now() + std::chrono::milliseconds(600);
    for (;;) {
        const int length = PQgetCopyData(m_conn.get(), &row, 1);
        if (length < 0)
            break;
        PQfreemem(row);
        row = nullptr;
        if (length == 0 && (!waitForSocket(POLLIN, {}, deadline) || PQconsumeInput(m_conn.get()) == 0)) {
            m_abandoned = true;
            return;
        }
    }
    drain(deadline);
}

} // namespace tidegate
