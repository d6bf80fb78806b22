// SPDX-License-Identifier: Apache-2.0
#include "client.h"

namespace tidegate::test {

using nlohmann::json;

Client::Client(rpc::TransportPtr transport) : m_peer(std::move(transport))
{
    for (const std::string method : {"run.event", "metrics.sample", "log.lines"}) {
        m_peer.onNotification(method, [this, method](const json& params) {
            const std::lock_guard lock(m_mutex);
            m_notes.push_back({method, params});
            m_arrived.notify_all();
        });
    }
}

void Client::answerPrompts(std::function<Result<json>(const json&)> answer)
{
    m_peer.handle("prompt.ask", rpc::Execution::Background,
                  [answer = std::move(answer)](const json& params, const std::stop_token&) { return answer(params); });
}

Result<json> Client::greet(int protocol)
{
    return call("initialize", {{"protocol", protocol}, {"client", {{"name", "test"}, {"version", "1"}}}});
}

Result<json> Client::call(std::string_view method, json params)
{
    return m_peer.call(method, std::move(params), patience);
}

json Client::waitFor(const std::string& method, const std::function<bool(const json&)>& matches)
{
    json found = nullptr;
    std::unique_lock lock(m_mutex);
    m_arrived.wait_for(lock, patience, [&] {
        for (const Note& note : m_notes) {
            if (note.method == method && matches(note.params)) {
                found = note.params;
                return true;
            }
        }
        return false;
    });
    return found;
}

json Client::waitForEvent(const std::string& event)
{
    return waitFor("run.event", [&event](const json& params) { return params.at("event") == event; });
}

std::vector<json> Client::seen(const std::string& method)
{
    const std::lock_guard lock(m_mutex);
    std::vector<json> found;
    for (const Note& note : m_notes) {
        if (note.method == method)
            found.push_back(note.params);
    }
    return found;
}

} // namespace tidegate::test
