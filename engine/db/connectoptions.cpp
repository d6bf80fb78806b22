// SPDX-License-Identifier: Apache-2.0
#include "db/connectoptions.h"

#include "pool/connectionoptions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <future>
#include <mutex>
#include <netdb.h>
#include <sys/socket.h>
#include <thread>

namespace tidegate {

namespace {

struct Lookup
{
    std::string address;
    std::string problem;
};

Lookup lookedUp(const std::string& host)
{
    addrinfo hints = {};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo* found = nullptr;
    if (const int state = ::getaddrinfo(host.c_str(), nullptr, &hints, &found); state != 0)
        return {{}, ::gai_strerror(state)};
    std::array<char, NI_MAXHOST> text{};
    const int state =
        ::getnameinfo(found->ai_addr, found->ai_addrlen, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST);
    ::freeaddrinfo(found);
    return state == 0 ? Lookup{text.data(), {}} : Lookup{{}, ::gai_strerror(state)};
}

bool isNumeric(const std::string& host)
{
    addrinfo hints = {};
    hints.ai_flags = AI_NUMERICHOST;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0)
        return false;
    ::freeaddrinfo(found);
    return true;
}

} // namespace

void ConnectOptions::set(std::string keyword, std::string value)
{
    if (!value.empty())
        m_options.emplace_back(std::move(keyword), std::move(value));
}

std::vector<const char*> ConnectOptions::keywords() const
{
    std::vector<const char*> out;
    for (const auto& [keyword, value] : m_options)
        out.push_back(keyword.c_str());
    if (m_secret && !m_secret->empty())
        out.push_back("password");
    out.push_back(nullptr);
    return out;
}

std::vector<const char*> ConnectOptions::values() const
{
    std::vector<const char*> out;
    for (const auto& [keyword, value] : m_options)
        out.push_back(value.c_str());
    if (m_secret && !m_secret->empty())
        out.push_back(m_secret->reveal().c_str());
    out.push_back(nullptr);
    return out;
}

void forgetDriverEnvironment()
{
    static std::once_flag once;
    std::call_once(once, [] {
        for (const char* name : {"PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD", "PGPASSFILE",
                                 "PGSERVICE", "PGSERVICEFILE", "PGOPTIONS", "PGAPPNAME", "PGCLIENTENCODING", "PGTZ",
                                 "PGDATESTYLE", "PGGEQO", "PGTARGETSESSIONATTRS", "PGCONNECT_TIMEOUT"})
            ::unsetenv(name);
    });
}

Result<std::string> resolvedAddress(const ConnectionDefinition& connection,
                                    std::chrono::steady_clock::time_point deadline, const std::stop_token& stop)
{
    const auto& host = connection.host;
    if (host.empty() || host.starts_with('/') || host.starts_with('@') || isNumeric(host) ||
        host.find(',') != std::string::npos)
        return std::string{};
    // The system's lookup can't be interrupted: it gets a thread that owns what it touches and may outlive our wait.
    auto promise = std::make_shared<std::promise<Lookup>>();
    auto answer = promise->get_future();
    std::thread([promise, host] { promise->set_value(lookedUp(host)); }).detach();
    while (answer.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, fmt::format("cancelled while looking up {}", host)};
        if (std::chrono::steady_clock::now() >= deadline)
            return Error{ErrorCode::ConnectFailed, fmt::format("the name {} was not resolved in time", host),
                         "check the connection's host and the name server"};
    }
    const auto lookup = answer.get();
    if (!lookup.problem.empty())
        return Error{ErrorCode::ConnectFailed, fmt::format("the name {} is not known: {}", host, lookup.problem),
                     "check the connection's host"};
    return lookup.address;
}

Result<ConnectOptions> connectOptions(const ConnectionDefinition& connection, const std::string& job,
                                      const std::string& address, const Secret& secret)
{
    ConnectOptions options;
    options.set("host", connection.host);
    options.set("hostaddr", address);
    if (connection.port > 0)
        options.set("port", std::to_string(connection.port));
    options.set("dbname", connection.database);
    options.set("user", connection.user);
    // A file that can't exist: where no secret is named none is sent, so no password file is looked into.
    options.set("passfile", "/dev/null/none");
    options.set("application_name", job.empty() ? "tidegate" : "tidegate/" + job);
    options.set("client_encoding", "UTF8");
    options.set("keepalives", "1");
    options.set("keepalives_idle", "10");
    options.set("keepalives_interval", "10");
    options.set("keepalives_count", "3");
    options.set("tcp_user_timeout", "40000");
    for (const auto& [keyword, value] : connection.options) {
        if (isReservedOption(keyword))
            return Error{
                ErrorCode::Invalid,
                fmt::format("connection {}: the option `{}` is not the driver's to set", connection.name, keyword),
                "use the connection's own keys"};
        options.set(keyword, value);
    }
    options.setSecret(secret);
    return options;
}

} // namespace tidegate
