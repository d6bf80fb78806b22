// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tidegate::rpc {

/// The version that both ends must speak. docs/PROTOCOL.md describes it.
inline constexpr int protocolVersion = 1;

/// Longest line without its newline, in bytes. What is larger is paged by its method.
inline constexpr std::size_t maxLineBytes = 1024 * 1024;

/// Asks for an answer. Each side numbers its own requests from 1.
struct Request
{
    std::int64_t id = 0;
    std::string method;
    nlohmann::json params = nlohmann::json::object();
};

/// Wants no answer.
struct Notification
{
    std::string method;
    nlohmann::json params = nlohmann::json::object();
};

/// The answer to a request that went well.
struct Response
{
    std::int64_t id = 0;
    nlohmann::json result;
};

/// JSON-RPC's own error codes, and ours for "the method ran and failed": its data is an engine Error.
enum class FailureCode {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    EngineError = -32000,
};

/// The answer to a request that failed, or to a line that was no message (then without id).
struct Failure
{
    std::optional<std::int64_t> id;
    int code = static_cast<int>(FailureCode::EngineError);
    std::string message;
    nlohmann::json data = nullptr;
};

using Message = std::variant<Request, Notification, Response, Failure>;

/// One line without its newline, never longer than maxLineBytes: then a Usage error instead. Text that is not UTF-8 is
/// sent with replacement characters.
Result<std::string> encode(const Message& message);

/// The message of one line. Invalid for anything that is not one: broken JSON, nesting deeper than 100, no method,
/// an id that is not an integer. Never throws.
Result<Message> decode(std::string_view line);

Failure failureFrom(std::int64_t id, const Error& error);
/// The engine's error where the other side sent one, else what JSON-RPC's code means.
Error errorFrom(const Failure& failure);

} // namespace tidegate::rpc
