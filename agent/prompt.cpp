// SPDX-License-Identifier: Apache-2.0
#include "agent/prompt.h"

namespace tidegate::agent {

namespace {

constexpr auto patience = std::chrono::minutes(10);

std::string_view nameOf(PromptKind kind)
{
    switch (kind) {
    case PromptKind::Text:
        return "text";
    case PromptKind::Secret:
        return "secret";
    case PromptKind::Confirm:
        break;
    }
    return "confirm";
}

} // namespace

Result<std::string> ask(rpc::Peer& console, const Prompt& prompt, std::stop_token stop)
{
    const auto result =
        console.call("prompt.ask", {{"title", prompt.title}, {"text", prompt.text}, {"kind", nameOf(prompt.kind)}},
                     patience, std::move(stop));
    if (!result)
        return result.error();
    const auto answer = result->is_object() ? result->find("answer") : result->end();
    if (answer == result->end() || !answer->is_string())
        return Error{ErrorCode::Internal, "the console answered a question with something that is no text"};
    return answer->get<std::string>();
}

} // namespace tidegate::agent
