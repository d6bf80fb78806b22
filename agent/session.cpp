// SPDX-License-Identifier: Apache-2.0
#include "agent/session.h"

#include "agent/eventstream.h"
#include "agent/methods.h"

#include <fmt/format.h>

#include <unistd.h>

namespace tidegate::agent {

namespace {

using nlohmann::json;

json droppedJson(const std::optional<rpc::DroppedIds>& dropped)
{
    return dropped ? json{{"from", dropped->from}, {"to", dropped->to}} : json(nullptr);
}

json lineJson(const LogQueue::Event& event)
{
    const LogLine& line = event.value;
    return {{"id", event.id},  {"at", line.at},   {"level", line.level},
            {"run", line.run}, {"job", line.job}, {"text", line.text}};
}

} // namespace

Session::Session(rpc::TransportPtr transport, Services services, std::function<void()> onEnd)
    : m_services(std::move(services)), m_peer(std::move(transport))
{
    m_peer.setGate([this](std::string_view method) { return gate(method); });
    m_peer.onEnd([this, onEnd = std::move(onEnd)] {
        m_ended = true;
        onEnd();
    });
    addOwnMethods();
    addSubscriptions();
    addCatalogueMethods(m_peer);
    addProbeMethods(m_peer);
    addRunMethods(m_peer, m_services.runs);
    addStateMethods(m_peer, m_services.history);
    addHistoryMethods(m_peer, m_services.history);
    addScheduleMethods(m_peer, m_services);
    m_peer.start();
}

Session::~Session()
{
    m_peer.join(); // before the pumps go: the reading thread starts them
}

void Session::close()
{
    m_peer.close();
}

void Session::addOwnMethods()
{
    m_peer.handle("initialize", rpc::Execution::Inline,
                  [this](const json& params, const std::stop_token&) { return initialize(params); });
    m_peer.handle("ping", rpc::Execution::Inline,
                  [](const json&, const std::stop_token&) -> Result<json> { return json::object(); });
    m_peer.handleLast("shutdown", [this] { m_services.requestEnd(); });
}

Result<json> Session::initialize(const json& params)
{
    const auto protocol = params.at("protocol").get<int>();
    if (protocol != rpc::protocolVersion)
        return Error{ErrorCode::Unsupported,
                     fmt::format("the agent {} speaks protocol {}, the client protocol {}", TIDEGATE_VERSION,
                                 rpc::protocolVersion, protocol),
                     "use a console and an agent of the same version"};
    m_initialized = true;
    return json{
        {"protocol", rpc::protocolVersion},
        {"agent", {{"version", TIDEGATE_VERSION}, {"pid", ::getpid()}}},
        {"capabilities", {"catalogue", "run", "metrics", "log", "ledger", "verify", "prompt", "history", "schedule"}}};
}

Result<void> Session::gate(std::string_view method) const
{
    if (m_initialized || method == "initialize")
        return {};
    return Error{ErrorCode::Usage, fmt::format("`{}` came before `initialize`", method), "greet the agent first"};
}

void Session::addSubscriptions()
{
    const auto add = [this](const std::string& stream, auto makePump) {
        m_peer.handle(stream + ".subscribe", rpc::Execution::Inline,
                      [this, stream, makePump](const json& params, const std::stop_token&) -> Result<json> {
                          subscribe(stream, makePump(params.value("since", std::int64_t{0})));
                          return json::object();
                      });
    };
    add("run", [this](std::int64_t since) {
        return streamEvents(m_services.runs.events(), since,
                            [this](const auto& batch) { return sendEvents("run.event", batch); });
    });
    add("metrics", [this](std::int64_t since) {
        return streamEvents(m_services.runs.metrics(), since,
                            [this](const auto& batch) { return sendEvents("metrics.sample", batch); });
    });
    add("log", [this](std::int64_t since) {
        return streamEvents(m_services.log, since, [this](const auto& batch) { return sendLines(batch); });
    });
}

void Session::subscribe(const std::string& stream, std::jthread pump)
{
    m_pumps.insert_or_assign(stream, std::move(pump)); // ends and joins the one before
}

/// The first event after a gap says which ids are gone.
bool Session::sendEvents(std::string_view method, const EventStream::Batch& batch)
{
    auto dropped = batch.dropped;
    for (const auto& event : batch.events) {
        json params = event.value;
        params["id"] = event.id;
        if (dropped)
            params["dropped"] = droppedJson(dropped);
        dropped.reset();
        if (const auto sent = m_peer.notify(method, std::move(params)); !sent && sent.error().code != ErrorCode::Usage)
            return false;
    }
    return true;
}

bool Session::sendLines(const LogQueue::Batch& batch)
{
    json lines = json::array();
    for (const auto& event : batch.events)
        lines.push_back(lineJson(event));
    const auto sent =
        m_peer.notify("log.lines", {{"lines", std::move(lines)}, {"dropped", droppedJson(batch.dropped)}});
    return sent || sent.error().code == ErrorCode::Usage;
}

} // namespace tidegate::agent
