// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include <nlohmann/json.hpp>

#include <array>

namespace tidegate {

namespace {

constexpr std::array<std::pair<ErrorCode, std::string_view>, 16> codeNames{{
    {ErrorCode::Internal, "internal"},
    {ErrorCode::Usage, "usage"},
    {ErrorCode::Invalid, "invalid"},
    {ErrorCode::Unsupported, "unsupported"},
    {ErrorCode::NotFound, "not_found"},
    {ErrorCode::Conflict, "conflict"},
    {ErrorCode::Io, "io"},
    {ErrorCode::ConnectFailed, "connect_failed"},
    {ErrorCode::ConnectionLost, "connection_lost"},
    {ErrorCode::OutcomeUnknown, "outcome_unknown"},
    {ErrorCode::QueryFailed, "query_failed"},
    {ErrorCode::DataRejected, "data_rejected"},
    {ErrorCode::Busy, "busy"},
    {ErrorCode::Fenced, "fenced"},
    {ErrorCode::Refused, "refused"},
    {ErrorCode::Cancelled, "cancelled"},
}};

} // namespace

Error& Error::with(std::string_view key, std::string_view value)
{
    details.emplace_back(key, value);
    return *this;
}

std::string_view Error::detail(std::string_view key) const
{
    for (const auto& [name, value] : details) {
        if (name == key)
            return value;
    }
    return {};
}

std::string_view toString(ErrorCode code)
{
    for (const auto& [value, name] : codeNames) {
        if (value == code)
            return name;
    }
    return "internal";
}

std::string_view toString(Side side)
{
    switch (side) {
    case Side::Source:
        return "source";
    case Side::Target:
        return "target";
    case Side::None:
        break;
    }
    return "none";
}

ErrorCode errorCodeFrom(std::string_view name)
{
    for (const auto& [value, known] : codeNames) {
        if (known == name)
            return value;
    }
    return ErrorCode::Internal;
}

Side sideFrom(std::string_view name)
{
    return name == "source" ? Side::Source : name == "target" ? Side::Target : Side::None;
}

int exitCode(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Usage:
    case ErrorCode::Invalid:
    case ErrorCode::Unsupported:
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
        return 2;
    case ErrorCode::Busy:
    case ErrorCode::Fenced:
        return 5;
    case ErrorCode::Refused:
    case ErrorCode::DataRejected:
        return 6;
    case ErrorCode::Cancelled:
        return 7;
    case ErrorCode::ConnectFailed:
    case ErrorCode::ConnectionLost:
    case ErrorCode::OutcomeUnknown:
    case ErrorCode::QueryFailed:
        return error.side == Side::Source ? 3 : error.side == Side::Target ? 4 : 1;
    case ErrorCode::Internal:
    case ErrorCode::Io:
        break;
    }
    return 1;
}

bool isTransient(ErrorCode code)
{
    return code == ErrorCode::ConnectFailed || code == ErrorCode::ConnectionLost || code == ErrorCode::Busy;
}

nlohmann::json toJson(const Error& error)
{
    nlohmann::json details = nlohmann::json::object();
    for (const auto& [key, value] : error.details)
        details[key] = value;
    return {{"code", toString(error.code)},
            {"message", error.message},
            {"hint", error.hint},
            {"side", toString(error.side)},
            {"details", std::move(details)}};
}

Error errorFromJson(const nlohmann::json& json)
{
    Error error{errorCodeFrom(json.value("code", "internal")), json.value("message", ""), json.value("hint", ""),
                sideFrom(json.value("side", "none"))};
    if (const auto details = json.find("details"); details != json.end() && details->is_object()) {
        for (const auto& [key, value] : details->items())
            error.with(key, value.is_string() ? value.get<std::string>() : value.dump());
    }
    return error;
}

} // namespace tidegate
