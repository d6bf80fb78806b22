// SPDX-License-Identifier: Apache-2.0
#include "db/connectoptions.h"
#include "db/dberror.h"
#include "db/pins.h"
#include "db/session.h"
#include "secret/secretref.h"
#include "sql/cataloguesql.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <nlohmann/json.hpp>
#include <poll.h>

namespace tidegate {

namespace {

constexpr std::string_view whoAmI = "select pg_catalog.pg_backend_pid()";

/// libpq's own receiver would print to stderr.
void hearNotice(void* session, const pg_result* result)
{
    const char* text = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const auto& listener = *static_cast<const SessionListener*>(session);
    if (listener.notice && text)
        listener.notice(text);
}

} // namespace

Result<std::unique_ptr<Session>> Session::open(const ConnectionDefinition& connection, const SessionOptions& options,
                                               std::stop_token stop)
{
    if (connection.type != DatabaseType::Postgres && connection.type != DatabaseType::Greenplum)
        return Error{ErrorCode::Unsupported,
                     fmt::format("connection {} is not of the PostgreSQL family", connection.name),
                     "this version reads and writes PostgreSQL and Greenplum only", options.side};
    const auto ref = parseSecretRef(connection.secret);
    if (!ref)
        return ref.error();
    auto secret = resolveSecret(*ref);
    if (!secret) {
        auto error = std::move(secret).error();
        error.side = options.side;
        return std::move(error.with("connection", connection.name));
    }
    std::unique_ptr<Session> session(new Session(connection, options));
    if (auto done = session->connect(*secret, stop); !done)
        return done.error();
    if (auto done = session->learnServer(stop); !done)
        return done.error();
    if (auto done = session->pin(stop); !done)
        return done.error();
    if (auto done = session->refuseProxy(*secret, stop); !done)
        return done.error();
    return session;
}

Result<void> Session::connect(const Secret& secret, std::stop_token stop)
{
    forgetDriverEnvironment();
    const auto address = resolvedAddress(m_connection, Clock::now() + m_options.connectTimeout, stop);
    if (!address) {
        auto error = address.error();
        error.side = m_options.side;
        return std::move(error.with("connection", m_connection.name));
    }
    const auto options = connectOptions(m_connection, m_options.job, *address, secret);
    if (!options)
        return options.error();
    m_conn.reset(PQconnectStartParams(options->keywords().data(), options->values().data(), 0));
    PQsetNoticeReceiver(m_conn.get(), hearNotice, &m_listener);
    if (auto done = pollConnection(secret, std::move(stop)); !done)
        return done;
    PQsetnonblocking(m_conn.get(), 1);
    return {};
}

Result<void> Session::pollConnection(const Secret& secret, std::stop_token stop)
{
    const auto deadline = Clock::now() + m_options.connectTimeout;
    const auto refused = [&](const std::string& message) {
        m_abandoned = true;
        return connectError(ServerReport{{}, secret.redacted(message), {}, {}, {}}, m_connection, m_options.side);
    };
    auto state = PQstatus(m_conn.get()) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK) {
        if (state == PGRES_POLLING_FAILED)
            return refused(PQerrorMessage(m_conn.get()));
        if (!waitForSocket(state == PGRES_POLLING_READING ? POLLIN : POLLOUT, stop, deadline)) {
            if (stop.stop_requested()) {
                m_abandoned = true;
                return cancelledError(m_connection, m_options.side);
            }
            return refused(fmt::format("no answer within {} s", m_options.connectTimeout.count() / 1000));
        }
        state = PQconnectPoll(m_conn.get());
    }
    return {};
}

Result<void> Session::learnServer(std::stop_token stop)
{
    // A time-out that the role brings along must not end what is asked before the pins.
    if (auto patient = query("set statement_timeout = 0", stop); !patient)
        return patient.error();
    const auto pid = query(whoAmI, stop);
    if (!pid)
        return pid.error();
    m_backendPid = static_cast<int>(pid->integer(0, 0));
    const auto facts = run(sql::serverInfoSql(), std::move(stop));
    if (!facts)
        return facts.error();
    const auto json = nlohmann::json::parse(facts->text(0, 0), nullptr, false);
    if (json.is_discarded())
        return Error{ErrorCode::Internal, "the server's description of itself is not JSON", {}, m_options.side};
    m_server = sql::serverInfoFromJson(json);
    if (m_server.version < 90400)
        return Error{ErrorCode::Unsupported,
                     fmt::format("{} is {}", endName(m_connection, m_options.side), m_server.versionText),
                     "PostgreSQL 10 and Greenplum 6 are the oldest that this version knows", m_options.side};
    return {};
}

Result<void> Session::pin(std::stop_token stop)
{
    if (auto pinned = query(pinSql(m_server.version, m_options.readOnly), stop); !pinned)
        return pinned.error();
    if (m_server.version >= 140000) {
        // Not every platform of a server can do this, and it is a help, not a promise.
        auto checked = query("set client_connection_check_interval = '5s'", std::move(stop));
        if (!checked && checked.error().code != ErrorCode::QueryFailed)
            return checked.error();
    }
    return {};
}

Result<void> Session::refuseProxy(const Secret& secret, std::stop_token stop)
{
    const auto mine = query(whoAmI, stop);
    if (!mine)
        return mine.error();
    bool pooled = mine->integer(0, 0) != m_backendPid;
    if (!pooled && PQbackendPID(m_conn.get()) != m_backendPid) {
        // Something stands between: does a transaction of another client get the backend that we had?
        Session other(m_connection, m_options);
        if (auto done = other.connect(secret, stop); !done)
            return done;
        if (auto begun = other.query("begin", stop); !begun)
            return begun.error();
        const auto theirs = other.query(whoAmI, stop);
        if (!theirs)
            return theirs.error();
        pooled = theirs->integer(0, 0) == m_backendPid;
    }
    if (pooled)
        return Error{ErrorCode::ConnectFailed,
                     fmt::format("{} is a proxy that pools transactions: two statements reached two backends",
                                 endName(m_connection, m_options.side)),
                     "locks and snapshots mean nothing behind it: use the server's own port, or session pooling",
                     m_options.side};
    return {};
}

} // namespace tidegate
