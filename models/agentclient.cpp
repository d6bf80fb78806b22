// SPDX-License-Identifier: Apache-2.0
#include "models/agentclient.h"

#include "models/processtransport.h"
#include "models/qtconvert.h"

#include <algorithm>

namespace tidegate {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int protocolVersion = 1;
constexpr std::chrono::milliseconds longestPause = 30s;

const char* subscribeMethod(AgentClient::Stream stream)
{
    switch (stream) {
    case AgentClient::Stream::Runs: return "run.subscribe";
    case AgentClient::Stream::Metrics: return "metrics.subscribe";
    case AgentClient::Stream::Log: return "log.subscribe";
    }
    return "";
}

Result<nlohmann::json> resultOf(const nlohmann::json& message)
{
    const auto error = message.find("error");
    if (error == message.end())
        return message.value("result", nlohmann::json());
    if (const auto data = error->find("data"); data != error->end() && data->is_object())
        return errorFromJson(*data);
    return Error{ErrorCode::Internal, error->value("message", "the agent gave no reason")};
}

Error lost(const QString& reason)
{
    return {ErrorCode::ConnectionLost, toStd(reason), "The agent is started again by itself; then try again."};
}

} // namespace

AgentClient::AgentClient(std::unique_ptr<AgentTransport> transport, QObject* parent)
    : QObject(parent)
    , m_transport(std::move(transport))
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
    sendRequest(id, "initialize",
                {{"protocol", protocolVersion}, {"client", {{"name", "tidegate"}, {"version", TIDEGATE_VERSION}}}});
}

void AgentClient::onInitialized(const Result<nlohmann::json>& answer)
{
    if (!answer) {
        if (answer.error().code != ErrorCode::ConnectionLost)
            m_transport->kill();
        return;
    }
    const auto agent = answer->value("agent", nlohmann::json::object());
    m_agentVersion = toQt(agent.value("version", ""));
    const auto pid = agent.value("pid", std::int64_t(0));
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
    for (const auto& [id, request] : std::exchange(m_waiting, {}))
        if (m_pending.contains(id))
            send(request);
}

qint64 AgentClient::call(const std::string& method, nlohmann::json params, QObject* context, Answer answer)
{
    Q_ASSERT(context);
    const auto id = ++m_lastId;
    m_pending[id] = {context, std::move(answer)};
    if (m_state == State::Ready) {
        sendRequest(id, method, params);
    } else if (m_state == State::Lost || m_closing) {
        const auto error = lost(m_lostReason.isEmpty() ? tr("The agent is not running.") : m_lostReason);
        QMetaObject::invokeMethod(
            this, [this, id, error] { onAnswer({{"id", id}, {"error", {{"data", toJson(error)}}}}); },
            Qt::QueuedConnection);
    } else {
        m_waiting.push_back(
            {id, {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}}});
    }
    return id;
}

void AgentClient::cancel(qint64 id)
{
    if (m_pending.erase(id) > 0 && m_state == State::Ready)
        send({{"jsonrpc", "2.0"}, {"method", "cancel"}, {"params", {{"id", id}}}});
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
    send({{"jsonrpc", "2.0"}, {"id", id}, {"result", {{"answer", toStd(answer)}}}});
}

void AgentClient::declinePrompt(qint64 id)
{
    const Error error{ErrorCode::Cancelled, "The question was not answered."};
    send({{"jsonrpc", "2.0"},
          {"id", id},
          {"error", {{"code", -32000}, {"message", error.message}, {"data", toJson(error)}}}});
}

void AgentClient::onReceived(const QByteArray& line)
{
    try {
        dispatch(nlohmann::json::parse(line.begin(), line.end()));
    } catch (const nlohmann::json::exception&) {
        m_transport->kill(); // whoever writes this does not speak our protocol
    }
}

void AgentClient::dispatch(const nlohmann::json& message)
{
    const auto method = message.find("method");
    if (method == message.end())
        onAnswer(message);
    else if (message.contains("id"))
        onRequest(message);
    else
        onNotification(method->get<std::string>(), message.value("params", nlohmann::json::object()));
}

void AgentClient::onAnswer(const nlohmann::json& message)
{
    const auto id = message.find("id");
    if (id == message.end() || !id->is_number_integer())
        return;
    const auto found = m_pending.find(id->get<qint64>());
    if (found == m_pending.end())
        return; // cancelled, or answered by a loss: late answers drop out
    const auto pending = std::move(found->second);
    m_pending.erase(found);
    if (pending.context)
        pending.answer(resultOf(message));
}

void AgentClient::onRequest(const nlohmann::json& message)
{
    const auto id = message.at("id").get<qint64>();
    if (message.at("method") == "prompt.ask") {
        Q_EMIT promptAsked(id, message.value("params", nlohmann::json::object()));
        return;
    }
    send({{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", -32601}, {"message", "unknown method"}}}});
}

void AgentClient::onNotification(const std::string& method, const nlohmann::json& params)
{
    if (method == "run.event") {
        remember(Stream::Runs, params.value("id", std::int64_t(0)));
        Q_EMIT runEvent(params);
    } else if (method == "metrics.sample") {
        remember(Stream::Metrics, params.value("id", std::int64_t(0)));
        Q_EMIT metricsSample(params);
    } else if (method == "log.lines") {
        const auto lines = params.value("lines", nlohmann::json::array());
        if (!lines.empty())
            remember(Stream::Log, lines.back().value("id", std::int64_t(0)));
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

void AgentClient::sendRequest(qint64 id, const std::string& method, const nlohmann::json& params)
{
    send({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}});
}

void AgentClient::send(const nlohmann::json& message)
{
    const auto text = message.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    m_transport->send(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
}

void AgentClient::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace tidegate
