// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/agenttransport.h"

#include <nlohmann/json.hpp>

#include <QPointer>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tidegate {

class FakeAgent;

/// The console's end of a pipe inside one process. Every line arrives through the event loop, as a real one would.
class PipeTransport final : public AgentTransport
{
    Q_OBJECT

public:
    explicit PipeTransport(FakeAgent* agent) : m_agent(agent) {}

    void open() override;
    void send(const QByteArray& line) override;
    void closeInput() override;
    void kill() override;

private:
    QPointer<FakeAgent> m_agent;
};

/// The other end: keeps what it was sent and answers by a table of methods. It shakes hands by itself.
class FakeAgent final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<nlohmann::json(const nlohmann::json& params)>;

    FakeAgent();

    /// For one AgentClient, which owns it.
    std::unique_ptr<PipeTransport> makeTransport();

    void on(const std::string& method, Handler handler) { m_handlers[method] = std::move(handler); }
    /// Requests of this method stay open until answerHeld().
    void hold(const std::string& method) { m_held[method] = {}; }
    void answerHeld(const std::string& method, const nlohmann::json& result);
    [[nodiscard]] std::size_t heldCount(const std::string& method) const { return m_held.at(method).size(); }

    void notify(const std::string& method, const nlohmann::json& params);
    void request(std::int64_t id, const std::string& method, const nlohmann::json& params);
    void say(const QByteArray& line);
    void die(const QString& reason);

    /// All messages of a method that arrived, in order.
    [[nodiscard]] std::vector<nlohmann::json> received(const std::string& method) const;
    /// What the console answered to our requests.
    [[nodiscard]] const std::vector<nlohmann::json>& answers() const { return m_answers; }

    std::int64_t pid = 100;
    bool refusesToStart = false;
    bool ignoresEndOfInput = false;

private:
    friend class PipeTransport;
    void onLine(const QByteArray& line);
    void reply(const nlohmann::json& id, const nlohmann::json& result);

    QPointer<PipeTransport> m_pipe;
    bool m_open = false;
    std::map<std::string, Handler> m_handlers;
    std::map<std::string, std::vector<nlohmann::json>> m_held;
    std::vector<nlohmann::json> m_received;
    std::vector<nlohmann::json> m_answers;
};

} // namespace tidegate
