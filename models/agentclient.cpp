// SPDX-License-Identifier: Apache-2.0
#include "models/agentclient.h"

#include "models/processtransport.h"
#include "models/qtconvert.h"

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds longestPause = 30s;

const char* subscribeMethod(AgentClient::Stream stream)
{
    switch (stream) {
    case AgentClient::Stream::Runs:
        return "run.subscribe";
    case AgentClient::Stream::Metrics:
        return "metrics.subscribe";
    case AgentClient::Stream::Log:
        return "log.subscribe";
    }
    return "";
}

/// Null where the other side forgot it: nothing is thrown for what comes from outside.
nlohmann::json memberOf(const nlohmann::json& object, const char* key)
{
    return object.is_object() && object.contains(key) ? object.at(key) : nlohmann::json();
}

std::int64_t numberAt(const nlohmann::json& object, const char* key)
{
    const auto member = memberOf(object, key);
    return member.is_number_integer() ? member.get<std::int64_t>() : 0;
}

template <class... Ts>
struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

Error lost(const QString& reason)
{
    return {ErrorCode::ConnectionLost, toStd(reason), "The agent is started again by itself; then try again."};
}

} // namespace

AgentClient::AgentClient(std::unique_ptr<AgentTransport> transport, QObject* parent)
    : QObject(parent), m_transport(std::move(transport))
{
    m_restartTimer.setSingleShot(true);
    m_killTimer.setSingleShot(true);
    connect(&m_restartTimer, &QTimer::timeout, this, &AgentClient::reopen);
    connect(&m_killTimer, &QTimer::timeout, m_transport.get(), &AgentTransport::kill);
    connect(m_transport.get(), &AgentTransport::opened, this, &AgentClient::handshake);
    connect(m_transport.get(), &AgentTransport::received, this, &AgentClient::onReceived);
    connect(m_transport.get(), &AgentTransport::closed, this, &AgentClient::onClosed);
}

std::unique_ptr<AgentClient> AgentClient::local(const QString& program)
{
    return std::make_unique<AgentClient>(
        std::make_unique<ProcessTransport>(program.isEmpty() ? agentProgram() : program, QStringList()));
}

void AgentClient::start()
{
    if (m_state != State::Stopped && m_state != State::Lost)
        return;
    m_closing = false;
    m_restartTimer.stop();
    reopen();
}

void AgentClient::reopen()
{
    setState(m_state == State::Lost ? State::Restarting : State::Starting);
    m_transport->open();
}

void AgentClient::close()
{
    m_closing = true;
    m_restartTimer.stop();
    if (m_state == State::Stopped)
        return;
    if (m_state == State::Lost) {
        setState(State::Stopped);
        return;
    }
    m_transport->closeInput();
    m_killTimer.start(10s);
}

void AgentClient::handshake()
{
    const auto id = ++m_lastId;
    m_pending[id] = {this, [this](const Result<nlohmann::json>& answer) { onInitialized(answer); }};
    send(rpc::Request{
        id,
        "initialize",
        {{"protocol", rpc::protocolVersion}, {"client", {{"name", "tidegate"}, {"version", TIDEGATE_VERSION}}}}});
}

void AgentClient::onInitialized(const Result<nlohmann::json>& answer)
{
    if (!answer) {
        if (answer.error().code != ErrorCode::ConnectionLost)
            m_transport->kill();
        return;
    }
    const auto agent = memberOf(*answer, "agent");
    const auto version = memberOf(agent, "version");
    if (!version.is_string())
        return m_transport->kill();
    m_agentVersion = toQt(version.get<std::string>());
    const auto pid = numberAt(agent, "pid");
    if (pid != m_agentPid) // another process numbers its events from the start
        for (auto& each : m_subscriptions)
            each.lastId = 0;
    m_agentPid = pid;
    m_pause = 0ms;
    m_lostReason.clear();
    setState(State::Ready);
    for (const auto stream : {Stream::Runs, Stream::Metrics, Stream::Log})
        if (subscription(stream).wanted)
            sendSubscription(stream);
    for (auto& request : std::exchange(m_waiting, {}))
        if (m_pending.contains(request.id))
            send(std::move(request));
}

qint64 AgentClient::call(const std::string& method, nlohmann::json params, QObject* context, Answer answer)
{
    Q_ASSERT(context);
    const auto id = ++m_lastId;
    m_pending[id] = {context, std::move(answer)};
    if (m_state == State::Ready) {
        send(rpc::Request{id, method, std::move(params)});
    } else if (m_state == State::Lost || m_closing) {
        const auto error = lost(m_lostReason.isEmpty() ? tr("The agent is not running.") : m_lostReason);
        QMetaObject::invokeMethod(
            this, [this, id, error] { onAnswer(id, error); }, Qt::QueuedConnection);
    } else {
        m_waiting.push_back({id, method, std::move(params)});
    }
    return id;
}

void AgentClient::cancel(qint64 id)
{
    if (m_pending.erase(id) > 0 && m_state == State::Ready)
        send(rpc::Notification{"cancel", {{"id", id}}});
}

void AgentClient::subscribe(Stream stream)
{
    if (std::exchange(subscription(stream).wanted, true) || m_state != State::Ready)
        return;
    sendSubscription(stream);
}

void AgentClient::sendSubscription(Stream stream)
{
    call(subscribeMethod(stream), {{"since", subscription(stream).lastId}}, this, [](const auto&) {});
}

void AgentClient::answerPrompt(qint64 id, const QString& answer)
{
    send(rpc::Response{id, {{"answer", toStd(answer)}}});
}

void AgentClient::declinePrompt(qint64 id)
{
    send(rpc::failureFrom(id, Error{ErrorCode::Cancelled, "The question was not answered."}));
}

void AgentClient::onReceived(const QByteArray& line)
{
    const auto message = rpc::decode({line.constData(), static_cast<std::size_t>(line.size())});
    if (!message)
        return m_transport->kill(); // whoever writes this does not speak our protocol
    std::visit(Overloaded{[this](const rpc::Request& request) { onRequest(request); },
                          [this](const rpc::Notification& each) { onNotification(each.method, each.params); },
                          [this](const rpc::Response& each) { onAnswer(each.id, each.result); },
                          [this](const rpc::Failure& each) { onAnswer(each.id.value_or(0), rpc::errorFrom(each)); }},
               *message);
}

void AgentClient::onAnswer(qint64 id, Result<nlohmann::json> answer)
{
    const auto found = m_pending.find(id);
    if (found == m_pending.end())
        return; // cancelled, or answered by a loss: late answers drop out
    const auto pending = std::move(found->second);
    m_pending.erase(found);
    if (pending.context)
        pending.answer(std::move(answer));
}

void AgentClient::onRequest(const rpc::Request& request)
{
    if (request.method == "prompt.ask") {
        Q_EMIT promptAsked(request.id, request.params);
        return;
    }
    send(rpc::Failure{request.id, static_cast<int>(rpc::FailureCode::MethodNotFound), "unknown method"});
}

void AgentClient::onNotification(const std::string& method, const nlohmann::json& params)
{
    if (method == "run.event") {
        remember(Stream::Runs, numberAt(params, "id"));
        Q_EMIT runEvent(params);
    } else if (method == "metrics.sample") {
        remember(Stream::Metrics, numberAt(params, "id"));
        Q_EMIT metricsSample(params);
    } else if (method == "log.lines") {
        if (const auto lines = memberOf(params, "lines"); lines.is_array() && !lines.empty())
            remember(Stream::Log, numberAt(lines.back(), "id"));
        Q_EMIT logLines(params);
    }
}

void AgentClient::remember(Stream stream, std::int64_t id)
{
    auto& last = subscription(stream).lastId;
    last = std::max(last, id);
}

void AgentClient::onClosed(const QString& reason, bool retry)
{
    m_killTimer.stop();
    m_lostReason = reason;
    setState(m_closing ? State::Stopped : State::Lost);
    failAll(lost(reason));
    if (m_closing || !retry)
        return;
    m_pause = std::min(m_pause == 0ms ? m_firstPause : m_pause * 2, longestPause);
    m_restartTimer.start(m_pause);
}

void AgentClient::failAll(const Error& error)
{
    m_waiting.clear();
    for (auto& [id, pending] : std::exchange(m_pending, {}))
        if (pending.context)
            pending.answer(error);
}

void AgentClient::send(const rpc::Message& message)
{
    if (const auto line = rpc::encode(message)) {
        m_transport->send(QByteArray::fromStdString(*line));
    } else if (const auto* request = std::get_if<rpc::Request>(&message)) {
        QMetaObject::invokeMethod(
            this, [this, id = request->id, error = line.error()] { onAnswer(id, error); }, Qt::QueuedConnection);
    }
}

void AgentClient::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace tidegate

#include "moc_agentclient.cpp"
