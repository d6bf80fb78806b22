// SPDX-License-Identifier: Apache-2.0
#include "fakeagent.h"

#include <utility>

namespace tidegate {

void PipeTransport::open()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            auto* agent = m_agent.data();
            if (!agent || agent->refusesToStart) {
                Q_EMIT closed(QStringLiteral("no such program"), false);
                return;
            }
            agent->m_open = true;
            Q_EMIT opened();
        },
        Qt::QueuedConnection);
}

void PipeTransport::send(const QByteArray& line)
{
    if (auto* agent = m_agent.data())
        QMetaObject::invokeMethod(
            agent, [agent, line] { agent->onLine(line); }, Qt::QueuedConnection);
}

void PipeTransport::closeInput()
{
    if (auto* agent = m_agent.data(); agent && !agent->ignoresEndOfInput)
        agent->die(QStringLiteral("end of input"));
}

void PipeTransport::kill()
{
    if (auto* agent = m_agent.data())
        agent->die(QStringLiteral("killed"));
}

FakeAgent::FakeAgent()
{
    on("initialize", [this](const nlohmann::json& params) -> nlohmann::json {
        return {{"protocol", params.at("protocol")}, {"agent", {{"version", "9.9"}, {"pid", pid}}}};
    });
    for (const auto* method : {"run.subscribe", "metrics.subscribe", "log.subscribe"})
        on(method, [](const nlohmann::json&) { return nlohmann::json::object(); });
}

std::unique_ptr<PipeTransport> FakeAgent::makeTransport()
{
    auto transport = std::make_unique<PipeTransport>(this);
    m_pipe = transport.get();
    return transport;
}

void FakeAgent::onLine(const QByteArray& line)
{
    if (!m_open)
        return;
    const auto message = nlohmann::json::parse(line.begin(), line.end());
    const auto method = message.value("method", std::string());
    if (method.empty()) {
        m_answers.push_back(message);
        return;
    }
    m_received.push_back(message);
    if (!message.contains("id"))
        return;
    if (const auto held = m_held.find(method); held != m_held.end())
        held->second.push_back(message.at("id"));
    else if (const auto handler = m_handlers.find(method); handler != m_handlers.end())
        reply(message.at("id"), handler->second(message.at("params")));
    else
        say(QByteArray::fromStdString(
            nlohmann::json{{"id", message.at("id")}, {"error", {{"code", -32601}, {"message", "unknown method"}}}}
                .dump()));
}

void FakeAgent::answerHeld(const std::string& method, const nlohmann::json& result)
{
    auto& held = m_held.at(method);
    const auto id = held.front();
    held.erase(held.begin());
    reply(id, result);
}

void FakeAgent::reply(const nlohmann::json& id, const nlohmann::json& result)
{
    // A handler that wants to fail returns {"!error": …}.
    if (result.is_object() && result.contains("!error")) {
        const auto& error = result.at("!error");
        say(QByteArray::fromStdString(
            nlohmann::json{{"id", id}, {"error", {{"code", -32000}, {"message", error.at("message")}, {"data", error}}}}
                .dump()));
        return;
    }
    say(QByteArray::fromStdString(nlohmann::json{{"jsonrpc", "2.0"}, {"id", id}, {"result", result}}.dump()));
}

void FakeAgent::notify(const std::string& method, const nlohmann::json& params)
{
    say(QByteArray::fromStdString(nlohmann::json{{"jsonrpc", "2.0"}, {"method", method}, {"params", params}}.dump()));
}

void FakeAgent::request(std::int64_t id, const std::string& method, const nlohmann::json& params)
{
    say(QByteArray::fromStdString(
        nlohmann::json{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}}.dump()));
}

void FakeAgent::say(const QByteArray& line)
{
    if (auto* pipe = m_pipe.data(); pipe && m_open)
        QMetaObject::invokeMethod(
            pipe, [pipe, line] { Q_EMIT pipe->received(line); }, Qt::QueuedConnection);
}

void FakeAgent::die(const QString& reason)
{
    auto* pipe = m_pipe.data();
    if (std::exchange(m_open, false) && pipe)
        QMetaObject::invokeMethod(
            pipe, [pipe, reason] { Q_EMIT pipe->closed(reason, true); }, Qt::QueuedConnection);
}

std::vector<nlohmann::json> FakeAgent::received(const std::string& method) const
{
    std::vector<nlohmann::json> found;
    for (const auto& message : m_received)
        if (message.value("method", std::string()) == method)
            found.push_back(message);
    return found;
}

} // namespace tidegate
