// SPDX-License-Identifier: Apache-2.0
#include "rpc/message.h"

#include <fmt/format.h>

namespace tidegate::rpc {

namespace {

using nlohmann::json;

/// json::dump() recurses, so a hostile depth would end in a stack overflow.
constexpr int maxDepth = 100;

json toJson(const Message& message)
{
    json line = {{"jsonrpc", "2.0"}};
    if (const auto* request = std::get_if<Request>(&message)) {
        line["id"] = request->id;
        line["method"] = request->method;
        line["params"] = request->params;
    } else if (const auto* notification = std::get_if<Notification>(&message)) {
        line["method"] = notification->method;
        line["params"] = notification->params;
    } else if (const auto* response = std::get_if<Response>(&message)) {
        line["id"] = response->id;
        line["result"] = response->result;
    } else if (const auto* failure = std::get_if<Failure>(&message)) {
        line["id"] = nullptr;
        if (failure->id)
            line["id"] = *failure->id;
        line["error"] = {{"code", failure->code}, {"message", failure->message}};
        if (!failure->data.is_null())
            line["error"]["data"] = failure->data;
    }
    return line;
}

Error malformed(std::string_view what)
{
    return {ErrorCode::Invalid, fmt::format("not a JSON-RPC message: {}", what),
            "send JSON-RPC 2.0, one message a line"};
}

Result<Message> decodeFailure(const json& line)
{
    Failure failure;
    if (const auto id = line.find("id"); id != line.end() && id->is_number_integer())
        failure.id = id->get<std::int64_t>();
    const json& error = line.at("error");
    if (!error.is_object())
        return malformed("`error` is no object");
    if (const auto code = error.find("code"); code != error.end() && code->is_number_integer())
        failure.code = code->get<int>();
    if (const auto text = error.find("message"); text != error.end() && text->is_string())
        failure.message = text->get<std::string>();
    if (const auto data = error.find("data"); data != error.end())
        failure.data = *data;
    return Message(std::move(failure));
}

Result<Message> decodeCall(json& line)
{
    json& method = line.at("method");
    if (!method.is_string())
        return malformed("`method` is no text");
    json params = json::object();
    if (const auto found = line.find("params"); found != line.end() && !found->is_null())
        params = std::move(*found);
    if (!params.is_object())
        return malformed("`params` is no object");
    const auto id = line.find("id");
    if (id == line.end())
        return Message(Notification{method.get<std::string>(), std::move(params)});
    if (!id->is_number_integer())
        return malformed("`id` is no integer");
    return Message(Request{id->get<std::int64_t>(), method.get<std::string>(), std::move(params)});
}

} // namespace

Result<std::string> encode(const Message& message)
{
    std::string line = toJson(message).dump(-1, ' ', false, json::error_handler_t::replace);
    if (line.size() > maxLineBytes)
        return Error{ErrorCode::Usage,
                     fmt::format("a message of {} bytes is longer than a line may be ({})", line.size(), maxLineBytes),
                     "ask for less at once: page with `limit`"};
    return line;
}

Result<Message> decode(std::string_view text)
{
    bool tooDeep = false;
    const auto watchDepth = [&tooDeep](int depth, json::parse_event_t, json&) {
        tooDeep = tooDeep || depth > maxDepth;
        return !tooDeep;
    };
    json line = json::parse(text.begin(), text.end(), watchDepth, false);
    if (tooDeep)
        return malformed("nested too deeply");
    if (line.is_discarded())
        return malformed("broken JSON");
    if (!line.is_object())
        return malformed("no object");
    if (line.contains("method"))
        return decodeCall(line);
    if (line.contains("error"))
        return decodeFailure(line);
    const auto id = line.find("id");
    if (!line.contains("result") || id == line.end() || !id->is_number_integer())
        return malformed("neither a call nor an answer");
    return Message(Response{id->get<std::int64_t>(), std::move(line.at("result"))});
}

Failure failureFrom(std::int64_t id, const Error& error)
{
    return {id, static_cast<int>(FailureCode::EngineError), error.message, tidegate::toJson(error)};
}

Error errorFrom(const Failure& failure)
{
    switch (static_cast<FailureCode>(failure.code)) {
    case FailureCode::EngineError:
        if (failure.data.is_object())
            return errorFromJson(failure.data);
        break;
    case FailureCode::MethodNotFound:
        return {ErrorCode::Unsupported, failure.message, "the other side is of another version"};
    case FailureCode::InvalidParams:
        return {ErrorCode::Usage, failure.message};
    case FailureCode::ParseError:
    case FailureCode::InvalidRequest:
        break;
    }
    return {ErrorCode::Internal, failure.message.empty() ? "the other side failed without a word" : failure.message};
}

} // namespace tidegate::rpc
