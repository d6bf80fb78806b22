// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/message.h"
#include "rpc/taskgroup.h"
#include "rpc/transport.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

namespace tidegate::rpc {

/// Where the handler of a request runs.
enum class Execution {
    Inline,     ///< on the reading thread: quick, answered in order, must not call the other side
    Background, ///< on a thread of its own: may wait, call the other side, and be cancelled
};

/// One end of a connection. Both ends are alike: each may ask, answer, notify and cancel. Thread-safe after start().
/// Handlers may outlive nothing that they refer to: the destructor closes, then waits for all of them.
class Peer
{
public:
    /// Params may be read with json::at(): what it throws becomes a Usage error.
    using Handler = std::function<Result<nlohmann::json>(const nlohmann::json& params, std::stop_token stop)>;
    using NotificationHandler = std::function<void(const nlohmann::json& params)>;
    /// Answers before any handler is asked: an error refuses the request (used for the handshake).
    using Gate = std::function<Result<void>(std::string_view method)>;

    /// At most this many requests of the other side run in the background; more are refused as busy.
    static constexpr std::size_t maxBackgroundRequests = 32;

    explicit Peer(TransportPtr transport);
    ~Peer();

    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    // Before start().
    void handle(std::string method, Execution execution, Handler handler);
    /// Answers with an empty object and calls `then` when the answer is written: for what may end the connection.
    void handleLast(std::string method, std::function<void()> then);
    void onNotification(std::string method, NotificationHandler handler);
    void setGate(Gate gate);
    /// Called once on the reading thread when the other side has ended or the connection broke.
    void onEnd(std::function<void()> handler);
    void start();

    /// Asks and waits for the answer: Cancelled when asked to stop, Io when the deadline passes (the other side is told
    /// to cancel in both cases, a late answer is dropped), ConnectionLost when the connection ends first.
    Result<nlohmann::json> call(std::string_view method, nlohmann::json params, std::chrono::milliseconds deadline,
                                std::stop_token stop = {});
    Result<void> notify(std::string_view method, nlohmann::json params);

    /// Ends the connection: waiting calls fail, running handlers are asked to stop. Does not wait. May be called twice.
    void close();
    /// close(), then waits until no further handler starts. Not on the reading thread.
    void join();
    /// Waits for the end of the connection: by the other side, by close(), or because it broke.
    void waitForEnd();

private:
    struct Route
    {
        Execution execution;
        Handler handler;
        std::function<void()> then = {}; ///< after the answer
    };
    struct Waiting
    {
        std::optional<Result<nlohmann::json>> answer;
    };

    void readLoop();
    void takeLine(std::string_view line);
    void take(Request request);
    void take(const Notification& notification);
    void take(Response response);
    void take(const Failure& failure);
    void deliver(std::int64_t id, Result<nlohmann::json> answer);
    void answer(std::int64_t id, const Result<nlohmann::json>& result);
    void refuseLine(FailureCode code, std::string_view why);
    Result<void> send(const Message& message);
    void endAllCalls();

    TransportPtr m_transport;
    std::mutex m_writeMutex;
    std::map<std::string, Route, std::less<>> m_routes;
    std::map<std::string, NotificationHandler, std::less<>> m_notificationHandlers;
    Gate m_gate;
    std::function<void()> m_onEnd;

    std::mutex m_callMutex; ///< guards the next four
    std::condition_variable_any m_callChanged;
    std::map<std::int64_t, Waiting> m_calls;
    std::int64_t m_lastCallId = 0;
    bool m_ended = false;

    TaskGroup m_tasks{maxBackgroundRequests};
    std::jthread m_reader; ///< last: joined first
};

} // namespace tidegate::rpc
