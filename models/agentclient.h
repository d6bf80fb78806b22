// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "models/agenttransport.h"
#include "rpc/message.h"

#include <nlohmann/json.hpp>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <array>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace tidegate {

/// The console's end of docs/PROTOCOL.md: numbered requests, answers on a context object, notifications as signals.
/// Lives in the GUI thread and never blocks it. An agent that ends unexpectedly is started again, with growing pauses.
class AgentClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AgentClient)

public:
    enum class State {
        Stopped,  ///< not asked to start yet, or closed
        Starting, ///< the handshake is under way
        Ready,
        Lost,       ///< ended unexpectedly, see lostReason()
        Restarting, ///< the handshake after a loss
    };
    Q_ENUM(State)

    enum class Stream { Runs, Metrics, Log };
    Q_ENUM(Stream)

    using Answer = std::function<void(Result<nlohmann::json>)>;

    explicit AgentClient(std::unique_ptr<AgentTransport> transport, QObject* parent = nullptr);
    /// An agent as a child process; `program` empty: the one beside the executable.
    static std::unique_ptr<AgentClient> local(const QString& program = {});

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isReady() const { return m_state == State::Ready; }
    [[nodiscard]] QString lostReason() const { return m_lostReason; }
    [[nodiscard]] QString agentVersion() const { return m_agentVersion; }

    void start();
    /// End of input; after 10 s the child is killed. stateChanged(Stopped) tells the end.
    void close();

    /// Asks; `answer` is called in this thread unless `context` is gone or the call was cancelled. A call made before
    /// the agent is ready waits for it; one that an ending agent left unanswered fails with ConnectionLost.
    qint64 call(const std::string& method, nlohmann::json params, QObject* context, Answer answer);
    /// Tells the agent to stop working on a call; its answer is dropped. Unknown numbers are ignored.
    void cancel(qint64 id);

    /// Asks for a stream from now on, also after a restart. The same agent resumes after the last id seen here.
    void subscribe(Stream stream);

    void answerPrompt(qint64 id, const QString& answer);
    void declinePrompt(qint64 id);

    void setRestartPause(std::chrono::milliseconds first) { m_firstPause = first; }

Q_SIGNALS:
    void stateChanged(tidegate::AgentClient::State state);
    void runEvent(const nlohmann::json& event);
    void metricsSample(const nlohmann::json& sample);
    /// `lines` and `dropped` of log.lines.
    void logLines(const nlohmann::json& batch);
    /// `params` of prompt.ask; answer with answerPrompt() or declinePrompt().
    void promptAsked(qint64 id, const nlohmann::json& params);

private:
    struct Pending
    {
        QPointer<QObject> context;
        Answer answer;
    };
    struct Subscription
    {
        bool wanted = false;
        std::int64_t lastId = 0;
    };

    void setState(State state);
    void handshake();
    void onInitialized(const Result<nlohmann::json>& answer);
    void onReceived(const QByteArray& line);
    void onAnswer(qint64 id, Result<nlohmann::json> answer);
    void onNotification(const std::string& method, const nlohmann::json& params);
    void onRequest(const rpc::Request& request);
    void onClosed(const QString& reason, bool retry);
    void reopen();
    void sendSubscription(Stream stream);
    void send(const rpc::Message& message);
    void remember(Stream stream, std::int64_t id);
    void failAll(const Error& error);
    Subscription& subscription(Stream stream) { return m_subscriptions[static_cast<std::size_t>(stream)]; }

    std::unique_ptr<AgentTransport> m_transport;
    State m_state = State::Stopped;
    bool m_closing = false;
    QString m_lostReason;
    QString m_agentVersion;
    std::int64_t m_agentPid = 0;
    qint64 m_lastId = 0;
    std::map<qint64, Pending> m_pending;
    std::vector<rpc::Request> m_waiting; ///< requests made before the agent was ready
    std::array<Subscription, 3> m_subscriptions;
    QTimer m_restartTimer;
    QTimer m_killTimer;
    std::chrono::milliseconds m_firstPause{500};
    std::chrono::milliseconds m_pause{0};
};

} // namespace tidegate
