// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/schedule/scheduler.h"
#include "agent/session.h"
#include "rpc/unixsocket.h"

#include <list>
#include <mutex>
#include <thread>

namespace tidegate::agent {

/// The daemon: runs, log and connections. Its end is asked for through `requestEnd` and carried out by shutDown().
class Agent
{
public:
    /// `stateFolder` is where the history lies; empty: in memory.
    Agent(RunHub::Engine engine, std::function<void()> requestEnd, const std::filesystem::path& stateFolder = {},
          Now now = systemNow);
    ~Agent();

    Agent(const Agent&) = delete;
    Agent& operator=(const Agent&) = delete;

    /// The one connection of a child process: its end is the agent's end.
    void serve(rpc::TransportPtr transport);
    /// Any number of connections that come and go.
    void serve(std::unique_ptr<rpc::UnixListener> listener);

    /// Lets a running apply finish, cancels everything else, ends all connections.
    void shutDown(std::chrono::milliseconds patience);

    const std::shared_ptr<spdlog::logger>& logger() const { return m_logger; }
    /// Fires nothing until it is started.
    Scheduler& scheduler() { return m_scheduler; }
    History& history() { return m_history; }

private:
    void add(rpc::TransportPtr transport, std::function<void()> onEnd);
    void acceptLoop();

    std::function<void()> m_requestEnd;
    LogQueue m_log{5000};
    std::shared_ptr<spdlog::logger> m_logger;
    History m_history;
    RunHub m_runs;
    Scheduler m_scheduler;
    std::mutex m_mutex; ///< guards the sessions
    std::list<Session> m_sessions;
    std::unique_ptr<rpc::UnixListener> m_listener;
    std::jthread m_acceptor;
};

/// runJob() for a request: reads the pool as it is now.
RunSummary runRequest(const RunRequest& request, RunObserver& observer, std::stop_token stop);

} // namespace tidegate::agent
