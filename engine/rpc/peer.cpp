// SPDX-License-Identifier: Apache-2.0
#include "rpc/peer.h"

#include "rpc/linebuffer.h"

#include <fmt/format.h>

#include <array>
#include <exception>

namespace tidegate::rpc {

using nlohmann::json;

namespace {

/// The boundary at which a handler's exceptions become errors: missing or wrongly typed params are the caller's.
Result<json> callHandler(const Peer::Handler& handler, const Request& request, std::stop_token stop)
{
    try {
        return handler(request.params, std::move(stop));
    } catch (const json::exception& exception) {
        return Error{ErrorCode::Usage, fmt::format("{}: params: {}", request.method, exception.what()),
                     "docs/PROTOCOL.md lists the params of every method"};
    } catch (const std::exception& exception) {
        return Error{ErrorCode::Internal, fmt::format("{}: {}", request.method, exception.what())};
    }
}

} // namespace

Peer::Peer(TransportPtr transport) : m_transport(std::move(transport)) {}

Peer::~Peer()
{
    close();
}

void Peer::handle(std::string method, Execution execution, Handler handler)
{
    m_routes.insert_or_assign(std::move(method), Route{execution, std::move(handler)});
}

void Peer::handleLast(std::string method, std::function<void()> then)
{
    const auto empty = [](const json&, const std::stop_token&) -> Result<json> { return json::object(); };
    m_routes.insert_or_assign(std::move(method), Route{Execution::Inline, empty, std::move(then)});
}

void Peer::onNotification(std::string method, NotificationHandler handler)
{
    m_notificationHandlers.insert_or_assign(std::move(method), std::move(handler));
}

void Peer::setGate(Gate gate)
{
    m_gate = std::move(gate);
}

void Peer::onEnd(std::function<void()> handler)
{
    m_onEnd = std::move(handler);
}

void Peer::start()
{
    m_reader = std::jthread([this] { readLoop(); });
}

Result<json> Peer::call(std::string_view method, json params, std::chrono::milliseconds deadline, std::stop_token stop)
{
    std::int64_t id = 0;
    {
        const std::lock_guard lock(m_callMutex);
        if (m_ended)
            return Error{ErrorCode::ConnectionLost, fmt::format("{}: the connection has ended", method),
                         "connect again"};
        id = ++m_lastCallId;
        m_calls.emplace(id, Waiting{});
    }
    if (auto sent = send(Request{id, std::string(method), std::move(params)}); !sent) {
        const std::lock_guard lock(m_callMutex);
        m_calls.erase(id);
        return sent.error();
    }
    std::unique_lock lock(m_callMutex);
    Waiting& waiting = m_calls.at(id);
    m_callChanged.wait_for(lock, stop, deadline, [&waiting] { return waiting.answer.has_value(); });
    if (waiting.answer) {
        auto answer = *std::move(waiting.answer);
        m_calls.erase(id);
        return answer;
    }
    m_calls.erase(id);
    lock.unlock();
    // Best effort: the other side may be gone.
    [[maybe_unused]] const auto told = notify("cancel", {{"id", id}});
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, fmt::format("{} was cancelled", method)};
    return Error{ErrorCode::Io, fmt::format("{}: no answer within {} ms", method, deadline.count()),
                 "look whether the other side still works"};
}

Result<void> Peer::notify(std::string_view method, json params)
{
    return send(Notification{std::string(method), std::move(params)});
}

void Peer::close()
{
    m_transport->close();
    m_tasks.stopAll();
    endAllCalls();
}

void Peer::join()
{
    close();
    if (m_reader.joinable())
        m_reader.join();
}

void Peer::waitForEnd()
{
    std::unique_lock lock(m_callMutex);
    m_callChanged.wait(lock, [this] { return m_ended; });
}

void Peer::readLoop()
{
    LineBuffer lines;
    std::array<char, 64 * 1024> bytes; // NOLINT(cppcoreguidelines-pro-type-member-init)
    while (true) {
        const auto count = m_transport->read(bytes);
        if (!count || *count == 0)
            break;
        lines.append({bytes.data(), *count});
        while (const auto line = lines.next()) {
            if (line->overlong)
                refuseLine(FailureCode::InvalidRequest, fmt::format("a line was longer than {} bytes", maxLineBytes));
            else
                takeLine(line->text);
        }
    }
    m_tasks.stopAll();
    endAllCalls();
    if (m_onEnd)
        m_onEnd();
}

void Peer::takeLine(std::string_view line)
{
    auto message = decode(line);
    if (!message)
        return refuseLine(FailureCode::ParseError, message.error().message);
    std::visit([this](auto&& each) { take(std::move(each)); }, *std::move(message));
}

void Peer::take(Request request)
{
    if (m_gate) {
        if (const auto open = m_gate(request.method); !open)
            return answer(request.id, open.error());
    }
    const auto found = m_routes.find(request.method);
    if (found == m_routes.end()) {
        const auto code = static_cast<int>(FailureCode::MethodNotFound);
        [[maybe_unused]] const auto sent =
            send(Failure{request.id, code, fmt::format("no method `{}`", request.method)});
        return;
    }
    const Route& route = found->second;
    if (route.execution == Execution::Inline) {
        answer(request.id, callHandler(route.handler, request, {}));
        if (route.then)
            route.then();
        return;
    }
    const std::int64_t id = request.id;
    const bool started = m_tasks.start(id, [this, &route, request = std::move(request)](std::stop_token stop) {
        answer(request.id, callHandler(route.handler, request, std::move(stop)));
    });
    if (!started)
        answer(id,
               Error{ErrorCode::Busy, "too many requests at once, or a number used twice", "wait for answers first"});
}

void Peer::take(const Notification& notification)
{
    if (notification.method == "cancel") {
        if (const auto id = notification.params.find("id"); id != notification.params.end() && id->is_number_integer())
            m_tasks.stop(id->get<std::int64_t>());
        return;
    }
    if (const auto found = m_notificationHandlers.find(notification.method); found != m_notificationHandlers.end())
        found->second(notification.params);
}

void Peer::take(Response response)
{
    deliver(response.id, std::move(response.result));
}

void Peer::take(const Failure& failure)
{
    if (failure.id)
        deliver(*failure.id, errorFrom(failure));
}

void Peer::deliver(std::int64_t id, Result<json> answer)
{
    const std::lock_guard lock(m_callMutex);
    if (const auto found = m_calls.find(id); found != m_calls.end()) {
        found->second.answer = std::move(answer);
        m_callChanged.notify_all();
    }
}

void Peer::answer(std::int64_t id, const Result<json>& result)
{
    const auto sent = result ? send(Response{id, *result}) : send(failureFrom(id, result.error()));
    if (!sent && sent.error().code == ErrorCode::Usage) // too large for a line
        [[maybe_unused]]
        const auto second = send(failureFrom(id, sent.error()));
}

void Peer::refuseLine(FailureCode code, std::string_view why)
{
    [[maybe_unused]] const auto sent = send(Failure{std::nullopt, static_cast<int>(code), std::string(why)});
}

Result<void> Peer::send(const Message& message)
{
    auto line = encode(message);
    if (!line)
        return line.error();
    *line += '\n';
    const std::lock_guard lock(m_writeMutex);
    return m_transport->write(*line);
}

void Peer::endAllCalls()
{
    const std::lock_guard lock(m_callMutex);
    m_ended = true;
    for (auto& [id, waiting] : m_calls) {
        if (!waiting.answer)
            waiting.answer =
                Error{ErrorCode::ConnectionLost, "the connection ended before the answer came", "connect again"};
    }
    m_callChanged.notify_all();
}

} // namespace tidegate::rpc
