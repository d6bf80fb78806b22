// SPDX-License-Identifier: Apache-2.0
#include "db/dberror.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <array>

namespace tidegate {

namespace {

constexpr std::size_t longestStatement = 4000;

struct StateRule
{
    std::string_view prefix; ///< of the SQLSTATE
    ErrorCode code;
    std::string_view hint;
};

/// First match counts. Class 22 and 23 are a row's fault at the target, a statement's at the source.
constexpr std::array<StateRule, 25> stateRules{{
    {"08", ErrorCode::ConnectionLost, "check the network and the server's log, then run again"},
    {"25P03", ErrorCode::ConnectionLost, "the server ended an idle transaction (was this process stopped?): run again"},
    {"57P01", ErrorCode::ConnectionLost, "an administrator or a take-over ended the session: see who, then run again"},
    {"57P02", ErrorCode::ConnectionLost, "the server restarted: run again when it is up"},
    {"57P03", ErrorCode::ConnectFailed, "the server is starting, stopping or recovering: run again when it is up"},
    {"57P05", ErrorCode::ConnectionLost, "the server ended an idle session: run again"},
    {"28", ErrorCode::ConnectFailed, "check the connection's user and secret, and the server's pg_hba.conf"},
    {"3D", ErrorCode::ConnectFailed, "check the connection's database"},
    {"53300", ErrorCode::ConnectFailed, "the server has no free connection: wait, or raise max_connections"},
    {"57014", ErrorCode::QueryFailed,
     "a statement_timeout or another session cancelled it: raise the limit or run again"},
    {"55P03", ErrorCode::QueryFailed, "another session holds the lock: see pg_locks, run again later"},
    {"40", ErrorCode::QueryFailed, "two transactions were in each other's way: run again"},
    {"42501", ErrorCode::QueryFailed, "grant it: `tidegatectl sql JOB --what grants` shows the statements"},
    {"3F", ErrorCode::QueryFailed, "create the schema, or correct the name in the job"},
    {"42P01", ErrorCode::QueryFailed, "create the table, or correct the name in the job"},
    {"42703", ErrorCode::QueryFailed, "a column is not there: correct the job's columns, conditions, key or watermark"},
    {"42883", ErrorCode::QueryFailed, "a function or operator does not exist there: correct the job's SQL"},
    {"42", ErrorCode::QueryFailed, "correct the job's SQL; `tidegatectl sql JOB` shows what is sent"},
    {"25006", ErrorCode::QueryFailed, "source sessions are read only: use a select that writes nothing"},
    {"53100", ErrorCode::QueryFailed, "the server's disk is full: make room, then run again"},
    {"53", ErrorCode::QueryFailed, "the server is out of a resource: see its log, then run again"},
    {"54", ErrorCode::QueryFailed, "the statement is larger than the server allows"},
    {"22", ErrorCode::DataRejected, "look at the row that the server names, then correct it or the job's columns"},
    {"23", ErrorCode::DataRejected,
     "look at the row that the server names, then correct it, the key or the constraint"},
    {"44", ErrorCode::DataRejected, "look at the row that the server names"},
}};

const StateRule* ruleOf(std::string_view sqlstate)
{
    for (const auto& rule : stateRules) {
        if (!sqlstate.empty() && sqlstate.starts_with(rule.prefix))
            return &rule;
    }
    return nullptr;
}

/// The driver's words as one sentence: libpq breaks and indents its lines for a terminal.
std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        if (c == '\n' || c == '\t' || c == ' ') {
            if (!line.empty() && line.back() != ' ')
                line += ' ';
        } else {
            line += c;
        }
    }
    while (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

void addDetails(Error& error, const ServerReport& report, const ConnectionDefinition& connection)
{
    error.with("connection", connection.name);
    if (!report.sqlstate.empty())
        error.with("sqlstate", report.sqlstate);
    if (!report.detail.empty())
        error.with("detail", report.detail);
    if (!report.hint.empty())
        error.with("server_hint", report.hint);
    if (!report.context.empty())
        error.with("context", report.context);
}

} // namespace

std::string endName(const ConnectionDefinition& connection, Side side)
{
    const std::string port = connection.port > 0 ? fmt::format(":{}", connection.port) : "";
    const std::string_view role = side == Side::None ? "server" : toString(side);
    return fmt::format("{} {} ({}{}/{})", role, connection.name, connection.host, port, connection.database);
}

Error translated(const ServerReport& report, const ConnectionDefinition& connection, Side side,
                 std::string_view statement)
{
    Error error;
    error.side = side;
    const auto said = oneLine(report.message);
    const auto* rule = ruleOf(report.sqlstate);
    if (report.connectionLost || (report.sqlstate.empty() && said.empty())) {
        error.code = ErrorCode::ConnectionLost;
        error.message = fmt::format("the connection to {} broke: {}", endName(connection, side),
                                    said.empty() ? "the server closed it" : said);
        error.hint = rule && rule->code == ErrorCode::ConnectionLost
                         ? std::string(rule->hint)
                         : "nothing of this transaction was kept; check the server and the network, then run again";
    } else {
        error.code = rule ? rule->code : ErrorCode::QueryFailed;
        if (error.code == ErrorCode::DataRejected && side != Side::Target)
            error.code = ErrorCode::QueryFailed;
        error.message = fmt::format("{}: {}", endName(connection, side), said);
        if (!report.context.empty())
            error.message += fmt::format(" [{}]", report.context.substr(0, report.context.find('\n')));
        error.hint = rule ? std::string(rule->hint) : report.hint;
        if (report.sqlstate == "25006" && side == Side::Target)
            error.hint = "the target is a standby or read only: let the connection name the primary";
        if (error.hint.empty())
            error.hint = "the server refused the statement shown: correct the job's SQL, or see the server's log";
    }
    addDetails(error, report, connection);
    if (!statement.empty())
        error.with("statement", cutAtCharacter(statement, longestStatement));
    return error;
}

namespace {

/// libpq gives no SQLSTATE for a refused connection, only words, and those of the server may be in any language.
struct ConnectRule
{
    std::string_view words;
    std::string_view hint;
};

constexpr std::array<ConnectRule, 10> connectRules{{
    {"no password supplied", "the server wants a password: let the connection's `secret` name one"},
    {"password authentication failed", "check user and secret of the connection"},
    {"server does not support SSL", "set `sslmode` in the connection's options to what the server offers"},
    {"no encryption", "the server wants TLS or knows no way in for this user: set `options: { sslmode: require }`, or"
                      " see its pg_hba.conf"},
    {"too many c", "no connection is free: wait, or raise max_connections or the role's connection limit"},
    {"connection slots are reserved", "no connection is free: wait, or raise max_connections"},
    {"invalid connection option", "correct `options:` of the connection: the driver does not know this one"},
    {"invalid sslmode",
     "correct `options:` of the connection: disable, allow, prefer, require, verify-ca, verify-full"},
    {"database \"", "check database, user and secret of the connection"},
    {"role \"", "check user and secret of the connection"},
}};

std::string_view connectHint(std::string_view said)
{
    for (const auto& rule : connectRules) {
        if (said.find(rule.words) != std::string_view::npos)
            return rule.hint;
    }
    return "check host, port, database, user and secret of the connection, and that the server is up";
}

} // namespace

Error connectError(const ServerReport& report, const ConnectionDefinition& connection, Side side)
{
    const auto said = oneLine(report.message);
    Error error{ErrorCode::ConnectFailed, fmt::format("no session with {}: {}", endName(connection, side), said),
                std::string(connectHint(said)), side};
    addDetails(error, report, connection);
    return error;
}

Error cancelledError(const ConnectionDefinition& connection, Side side)
{
    return Error{ErrorCode::Cancelled, fmt::format("cancelled while waiting for {}", endName(connection, side)),
                 "nothing of the running transaction was kept", side};
}

} // namespace tidegate
