// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/logqueue.h"
#include "rpc/eventqueue.h"
#include "sync/run.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace tidegate::agent {

using EventStream = rpc::EventQueue<nlohmann::json>;

struct RunRequest
{
    std::string pool;
    std::string environment;
    std::string job;
    RunOptions options;
    std::string trigger = "manual"; ///< manual | schedule
    std::int64_t due = 0;           ///< of a scheduled run: when it was due, milliseconds since 1970
};

/// What a run leaves behind beside its summary.
struct RunTrace
{
    std::optional<std::string> lo; ///< of its first window
    std::int64_t bytes = 0;
};

nlohmann::json toJson(const RowCounts& rows);
nlohmann::json toJson(const RunProgress& progress);

/// One run as the agent remembers it: listens to the engine, keeps the newest state, and puts events into the stream.
/// The engine's thread writes; any thread reads.
class RunRecord : public RunObserver
{
public:
    RunRecord(std::int64_t number, RunRequest request, EventStream& events, std::shared_ptr<spdlog::logger> logger);

    void onWindow(const WindowBounds& window) override;
    void onProgress(const RunProgress& progress) override;
    void onLog(LogLevel level, std::string_view text) override;
    void onStatement(Side side, std::string_view title, std::string_view sql) override;
    /// Called on the engine's thread at every change of phase. Set before the run starts.
    void setPhaseListener(std::function<void(RunPhase)> listener) { m_phaseListener = std::move(listener); }

    void begin();
    void finish(const RunSummary& summary);

    [[nodiscard]] std::int64_t number() const { return m_number; }
    [[nodiscard]] const RunRequest& request() const { return m_request; }
    [[nodiscard]] const std::string& job() const { return m_request.job; }
    [[nodiscard]] RunProgress progress() const;
    [[nodiscard]] RunTrace trace() const;
    [[nodiscard]] bool isFinished() const;
    /// Between the first statement of apply and the answer to COMMIT: what an ending agent lets through.
    [[nodiscard]] bool isApplying() const;
    /// An entry of run.list.
    [[nodiscard]] nlohmann::json describe() const;

private:
    void push(std::string_view event, nlohmann::json fields);

    const std::int64_t m_number;
    const RunRequest m_request;
    const std::string m_startedAt;
    EventStream& m_events;
    std::shared_ptr<spdlog::logger> m_logger;
    std::function<void(RunPhase)> m_phaseListener;
    std::chrono::steady_clock::time_point m_pushedAt{}; ///< of the engine's thread

    mutable std::mutex m_mutex; ///< guards the rest
    RunProgress m_progress;
    std::optional<WindowBounds> m_firstWindow;
    std::optional<nlohmann::json> m_summary;
};

} // namespace tidegate::agent
