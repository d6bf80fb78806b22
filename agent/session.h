// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/history.h"
#include "agent/logqueue.h"
#include "agent/prompt.h"
#include "agent/runhub.h"
#include "agent/schedule/scheduler.h"
#include "rpc/peer.h"

#include <atomic>
#include <functional>
#include <map>
#include <string>

namespace tidegate::agent {

/// What every connection of an agent shares.
struct Services
{
    RunHub& runs;
    const LogQueue& log;
    History& history;
    Scheduler& scheduler;
    std::function<void()> requestEnd; ///< asks the whole agent to end; any thread
};

/// One console or command line at the other end: handshake, methods, subscriptions.
class Session
{
public:
    /// `onEnd` is called on the session's reading thread when the other side has gone.
    Session(rpc::TransportPtr transport, Services services, std::function<void()> onEnd);
    ~Session();

    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// A question to the person at the other end.
    Result<std::string> ask(const Prompt& prompt, std::stop_token stop)
    {
        return agent::ask(m_peer, prompt, std::move(stop));
    }
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    void close();

private:
    Result<nlohmann::json> initialize(const nlohmann::json& params);
    Result<void> gate(std::string_view method) const;
    void addOwnMethods();
    void addSubscriptions();
    void subscribe(const std::string& stream, std::jthread pump);
    bool sendEvents(std::string_view method, const EventStream::Batch& batch);
    bool sendLines(const LogQueue::Batch& batch);

    Services m_services;
    std::atomic<bool> m_initialized{false};
    std::atomic<bool> m_ended{false};
    rpc::Peer m_peer;
    std::map<std::string, std::jthread> m_pumps; ///< of the reading thread, and of the destructor after it
};

} // namespace tidegate::agent
