// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "db/rows.h"
#include "pool/definitions.h"
#include "secret/secret.h"
#include "sql/statements.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;

namespace tidegate {

struct SessionOptions
{
    Side side = Side::None;
    std::string job;      ///< application_name is `tidegate/<job>`, or `tidegate` without one
    bool readOnly = true; ///< every transaction of the session is read only
    std::chrono::milliseconds connectTimeout{std::chrono::seconds(10)};
};

/// Hears every statement before it is sent, and what the server notices. Called from the thread that uses the session.
struct SessionListener
{
    std::function<void(std::string_view title, std::string_view sql)> statement;
    std::function<void(std::string_view notice)> notice;
};

using Params = std::vector<std::optional<std::string>>;

/// One session of a PostgreSQL-family server with pinned settings: the only place that talks to the driver. No
/// exception leaves it, no call blocks for ever: every wait observes the stop token, a stop request cancels the
/// statement on the server too and the call returns Cancelled within a second. Used by one thread at a time.
class Session
{
public:
    using Clock = std::chrono::steady_clock;

    /// Connects, reads what the server says of itself, pins the settings of docs/ARCHITECTURE.md "sessions", and
    /// refuses a transaction-pooling proxy.
    static Result<std::unique_ptr<Session>> open(const ConnectionDefinition& connection, const SessionOptions& options,
                                                 std::stop_token stop);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void setListener(SessionListener listener) { m_listener = std::move(listener); }

    [[nodiscard]] const ConnectionDefinition& connection() const { return m_connection; }
    [[nodiscard]] Side side() const { return m_options.side; }
    [[nodiscard]] const sql::ServerInfo& server() const { return m_server; }
    [[nodiscard]] int backendPid() const { return m_backendPid; }
    /// False once the connection broke or a cancelled statement did not end in time: close it and open another.
    [[nodiscard]] bool usable() const;

    /// Sends one statement and waits for its rows. Several statements separated by semicolons are allowed where there
    /// are no params; the rows of the last one are returned.
    Result<Rows> query(std::string_view statement, const Params& params, std::stop_token stop);
    Result<Rows> query(std::string_view statement, std::stop_token stop) { return query(statement, {}, stop); }
    /// The same, with the title told to the listener.
    Result<Rows> run(const sql::Statement& statement, std::stop_token stop);

    /// COMMIT. Cannot be stopped: what happened must be known. OutcomeUnknown where the connection broke meanwhile.
    Result<void> commit();
    /// ROLLBACK; a session that can't do it becomes unusable.
    void rollback();

    /// Columns of a statement, without running it: rows of none, with names and types.
    Result<Rows> describe(std::string_view statement, std::stop_token stop);

    /// `copy … to stdout`. Then readCopy() until it says End; after an error the copy is over.
    Result<void> beginCopyOut(std::string_view statement, std::stop_token stop);
    enum class CopyRead { Rows, End };
    /// Appends whole rows to `buffer` until it holds at least `enough` bytes, or 100 ms after the first of them where
    /// the source is slow; End only with the server's tag, see copiedRows().
    Result<CopyRead> readCopy(std::string& buffer, std::size_t enough, std::stop_token stop);
    /// `copy … from stdin`. Then writeCopy() any number of times and endCopyIn(). A session that goes away in between
    /// loads nothing.
    Result<void> beginCopyIn(std::string_view statement, std::stop_token stop);
    Result<void> writeCopy(std::string_view bytes, std::stop_token stop);
    Result<void> endCopyIn(std::stop_token stop);
    /// Gives up a copy in progress in either direction; the transaction is aborted.
    void abandonCopy();
    /// Rows in the tag of the copy that ended last.
    [[nodiscard]] std::int64_t copiedRows() const { return m_copiedRows; }

private:
    struct Close
    {
        void operator()(pg_conn* connection) const noexcept;
    };
    using Deadline = std::optional<Clock::time_point>;

    Session(ConnectionDefinition connection, SessionOptions options);

    Result<void> connect(const Secret& secret, std::stop_token stop);
    Result<void> pollConnection(const Secret& secret, std::stop_token stop);
    Result<void> learnServer(std::stop_token stop);
    Result<void> pin(std::stop_token stop);
    Result<void> refuseProxy(const Secret& secret, std::stop_token stop);

    Result<void> send(std::string_view statement, const Params& params, std::stop_token stop);
    Result<void> flush(std::stop_token stop);
    /// Waits until one result is complete. Null in the Rows' place where the statement has no further result.
    Result<pg_result*> nextResult(std::stop_token stop);
    Result<Rows> lastResult(std::string_view statement, std::stop_token stop);
    Result<void> expectCopy(std::string_view statement, int wanted, std::stop_token stop);
    Result<void> finishCopy(std::stop_token stop);
    bool serverSpoke();
    void sendCancel();
    Error cancelAndDrain();
    void drain(Clock::time_point deadline);
    /// False when the deadline passed or a stop was requested first.
    bool waitForSocket(short events, const std::stop_token& stop, Deadline deadline) const;
    void tell(std::string_view title, std::string_view statement) const;
    [[nodiscard]] Error failure(std::string_view statement, const pg_result* result = nullptr) const;

    ConnectionDefinition m_connection;
    SessionOptions m_options;
    SessionListener m_listener;
    std::unique_ptr<pg_conn, Close> m_conn;
    sql::ServerInfo m_server;
    std::string m_copyStatement;
    std::int64_t m_copiedRows = 0;
    int m_backendPid = 0;
    bool m_abandoned = false;
};

} // namespace tidegate
