// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/agent.h"
#include "client.h"
#include "poolfolder.h"

#include "rpc/pipetransport.h"

#include <future>
#include <latch>
#include <mutex>
#include <string>
#include <utility>

namespace tidegate::test {

using nlohmann::json;

inline RunSummary applied(const agent::RunRequest& request, RunObserver& observer, const std::stop_token&)
{
    observer.onWindow({std::nullopt, "2024-01-02 00:00:00+00", "pid 7"});
    observer.onLog(LogLevel::Info, "reading");
    RunProgress progress;
    progress.phase = RunPhase::Read;
    progress.rows.read = 5;
    progress.secondsElapsed = 1;
    observer.onProgress(progress);
    observer.onStatement(Side::Source, "read", "select 1");
    RunSummary summary;
    summary.job = request.job;
    summary.state = RunState::Applied;
    summary.rows.read = 5;
    return summary;
}

/// Reads until it is asked to stop.
inline RunSummary waitForStop(const agent::RunRequest&, RunObserver&, const std::stop_token& stop)
{
    std::promise<void> stopped;
    const std::stop_callback callback(stop, [&stopped] { stopped.set_value(); });
    stopped.get_future().wait();
    RunSummary summary;
    summary.state = RunState::Cancelled;
    summary.error = Error{ErrorCode::Cancelled, "stopped"};
    return summary;
}

/// An agent and a client in one process.
struct Both
{
    explicit Both(agent::RunHub::Engine engine, std::pair<rpc::TransportPtr, rpc::TransportPtr> pipe = rpc::makePipe())
        : daemon(std::move(engine), [this] { std::call_once(once, [this] { ended.count_down(); }); }),
          client(std::move(pipe.first))
    {
        daemon.serve(std::move(pipe.second));
        client.start();
    }

    Result<json> run(const std::string& job = "item")
    {
        return client.call("run.start", {{"pool", pool.root().string()}, {"environment", ""}, {"job", job}});
    }

    /// Another connection to the same agent.
    rpc::TransportPtr connect()
    {
        auto [near, far] = rpc::makePipe();
        daemon.serve(std::move(far));
        return std::move(near);
    }

    PoolFolder pool;
    std::once_flag once;
    std::latch ended{1};
    agent::Agent daemon;
    Client client;
};

} // namespace tidegate::test
