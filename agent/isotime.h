// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tidegate::agent {

using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;

/// What time it is; another one in tests.
using Now = std::function<TimePoint()>;
TimePoint systemNow();

/// "2024-05-01T10:20:30.123Z"
std::string isoTime(TimePoint time);
/// "2024-05-01T10:20:30Z"
std::string isoSeconds(std::chrono::sys_seconds time);
std::string isoNow();

/// Milliseconds since 1970, as the history keeps times.
inline std::int64_t millis(TimePoint time)
{
    return time.time_since_epoch().count();
}
inline TimePoint fromMillis(std::int64_t millis)
{
    return TimePoint(std::chrono::milliseconds(millis));
}

/// Reads "2024-05-01 10:20:30.5+08", with `T` and `Z` or an offset, or without one: then in `zone`, if that is named.
/// A date alone is its midnight. None for anything else.
std::optional<TimePoint> parseTime(std::string_view text, std::string_view zone = {});

} // namespace tidegate::agent
