// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/qtconvert.h"

#include <nlohmann/json.hpp>

#include <QDateTime>
#include <QString>

#include <optional>

namespace tidegate {

/// What another process or an old file says is never trusted to have the right type: whatever is missing or of another
/// type reads as nothing.
inline const nlohmann::json& jsonMember(const nlohmann::json& object, const char* key)
{
    static const nlohmann::json nothing;
    if (!object.is_object())
        return nothing;
    const auto found = object.find(key);
    return found == object.end() ? nothing : *found;
}

inline QString jsonText(const nlohmann::json& object, const char* key)
{
    const auto& member = jsonMember(object, key);
    return member.is_string() ? toQt(member.get_ref<const std::string&>()) : QString();
}

template <typename Number>
std::optional<Number> jsonNumber(const nlohmann::json& object, const char* key)
{
    const auto& member = jsonMember(object, key);
    return member.is_number() ? std::optional<Number>(member.get<Number>()) : std::nullopt;
}

inline bool jsonFlag(const nlohmann::json& object, const char* key)
{
    const auto& member = jsonMember(object, key);
    return member.is_boolean() && member.get<bool>();
}

/// UTC; invalid where there is none.
inline QDateTime jsonTime(const nlohmann::json& object, const char* key)
{
    return QDateTime::fromString(jsonText(object, key), Qt::ISODateWithMs).toUTC();
}

inline const nlohmann::json& jsonList(const nlohmann::json& object, const char* key)
{
    static const nlohmann::json none = nlohmann::json::array();
    const auto& member = jsonMember(object, key);
    return member.is_array() ? member : none;
}

} // namespace tidegate
