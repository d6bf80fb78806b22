// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/peer.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace tidegate::cli {

/// A greeted connection to a running agent.
class AgentLink
{
public:
    /// `socket` empty: where an agent listens unless told otherwise. An error says how to start one.
    static Result<std::unique_ptr<AgentLink>> open(const std::string& socket);

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] const nlohmann::json& greeting() const { return m_greeting; }
    Result<nlohmann::json> call(std::string_view method, nlohmann::json params = nlohmann::json::object());

private:
    AgentLink(std::filesystem::path path, rpc::TransportPtr transport);

    std::filesystem::path m_path;
    nlohmann::json m_greeting;
    rpc::Peer m_peer;
};

Result<std::filesystem::path> agentSocket(const std::string& socket);
/// The option `--socket` of a verb that has to do with an agent.
void addSocketOption(CLI::App& verb, std::string& socket);

} // namespace tidegate::cli
