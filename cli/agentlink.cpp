// SPDX-License-Identifier: Apache-2.0
#include "cli/agentlink.h"

#include "rpc/unixsocket.h"

#include <CLI/CLI.hpp>

#include <chrono>

namespace tidegate::cli {

namespace {

/// No answer waits for a database for longer.
constexpr auto answerTime = std::chrono::seconds(20);

} // namespace

Result<std::filesystem::path> agentSocket(const std::string& socket)
{
    return socket.empty() ? rpc::defaultSocketPath() : Result<std::filesystem::path>(socket);
}

void addSocketOption(CLI::App& verb, std::string& socket)
{
    verb.add_option("--socket", socket, "Absent: tidegate/agent.sock in the run-time folder, else in ~/.cache")
        ->type_name("PATH");
}

AgentLink::AgentLink(std::filesystem::path path, rpc::TransportPtr transport)
    : m_path(std::move(path)), m_peer(std::move(transport))
{
    m_peer.start();
}

Result<std::unique_ptr<AgentLink>> AgentLink::open(const std::string& socket)
{
    const auto path = agentSocket(socket);
    if (!path)
        return path.error();
    auto transport = rpc::connectUnix(*path);
    if (!transport) {
        Error error = std::move(transport).error();
        if (error.hint.empty())
            error.hint = "`tidegatectl agent serve` starts one";
        return error;
    }
    std::unique_ptr<AgentLink> link(new AgentLink(*path, *std::move(transport)));
    auto greeting = link->call("initialize", {{"protocol", rpc::protocolVersion},
                                              {"client", {{"name", "tidegatectl"}, {"version", TIDEGATE_VERSION}}}});
    if (!greeting)
        return greeting.error();
    link->m_greeting = *std::move(greeting);
    return link;
}

Result<nlohmann::json> AgentLink::call(std::string_view method, nlohmann::json params)
{
    return m_peer.call(method, std::move(params), answerTime);
}

} // namespace tidegate::cli
