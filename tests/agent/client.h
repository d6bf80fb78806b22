// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/peer.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace tidegate::test {

/// The console's end of a connection: calls, and keeps every notification.
class Client
{
public:
    /// Far beyond any answer of a test that passes.
    static constexpr auto patience = std::chrono::seconds(60);

    explicit Client(rpc::TransportPtr transport);

    rpc::Peer& peer() { return m_peer; }
    /// Before start(). The answer to prompt.ask.
    void answerPrompts(std::function<Result<nlohmann::json>(const nlohmann::json&)> answer);
    void start() { m_peer.start(); }
    Result<nlohmann::json> greet(int protocol = rpc::protocolVersion);
    Result<nlohmann::json> call(std::string_view method, nlohmann::json params = nlohmann::json::object());

    /// Waits for the first notification of a method for which `matches` is true; null after the patience.
    nlohmann::json waitFor(const std::string& method, const std::function<bool(const nlohmann::json&)>& matches);
    /// An event of a run.
    nlohmann::json waitForEvent(const std::string& event);
    /// Every notification of a method so far.
    std::vector<nlohmann::json> seen(const std::string& method);

private:
    struct Note
    {
        std::string method;
        nlohmann::json params;
    };

    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<Note> m_notes;
    rpc::Peer m_peer; ///< last: its threads use the rest
};

} // namespace tidegate::test
