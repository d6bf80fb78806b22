// SPDX-License-Identifier: Apache-2.0
#include "agent/agent.h"

#include <fmt/format.h>
#include <spdlog/logger.h>

namespace tidegate::agent {

Agent::Agent(RunHub::Engine engine, std::function<void()> requestEnd, const std::filesystem::path& stateFolder, Now now)
    : m_requestEnd(std::move(requestEnd)), m_logger(makeLogger(m_log)),
      m_history(stateFolder, std::move(now), m_logger), m_runs(std::move(engine), m_logger, &m_history.recorder),
      m_scheduler(m_history, m_runs, m_logger)
{
    m_history.store.note(m_history.runs.closeOrphans());
}

Agent::~Agent()
{
    shutDown({});
}

void Agent::serve(rpc::TransportPtr transport)
{
    add(std::move(transport), m_requestEnd);
}

void Agent::serve(std::unique_ptr<rpc::UnixListener> listener)
{
    m_listener = std::move(listener);
    m_acceptor = std::jthread([this] { acceptLoop(); });
}

void Agent::acceptLoop()
{
    while (true) {
        auto transport = m_listener->accept();
        if (!transport) {
            m_logger->error("{}", transport.error().message);
            return m_requestEnd();
        }
        if (*transport == nullptr) // closed
            return;
        add(*std::move(transport), [] {});
    }
}

void Agent::add(rpc::TransportPtr transport, std::function<void()> onEnd)
{
    const std::lock_guard lock(m_mutex);
    m_sessions.remove_if([](const Session& session) { return session.hasEnded(); });
    m_sessions.emplace_back(std::move(transport), Services{m_runs, m_log, m_history, m_scheduler, m_requestEnd},
                            std::move(onEnd));
}

void Agent::shutDown(std::chrono::milliseconds patience)
{
    if (m_listener)
        m_listener->close();
    if (m_acceptor.joinable())
        m_acceptor.join();
    m_scheduler.stop();
    m_runs.drain(patience);
    const std::lock_guard lock(m_mutex);
    for (Session& session : m_sessions)
        session.close();
    m_sessions.clear();
}

RunSummary runRequest(const RunRequest& request, RunObserver& observer, std::stop_token stop)
{
    RunSummary summary;
    const auto pool = readPool(request.pool);
    if (!pool) {
        summary.error = pool.error();
        return summary;
    }
    const auto environment = chooseEnvironment(*pool, request.environment);
    if (!environment) {
        summary.error = environment.error();
        return summary;
    }
    return runJob(*pool, *environment, request.job, request.options, observer, std::move(stop));
}

} // namespace tidegate::agent
