// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rpc/eventqueue.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace spdlog {
class logger;
}

namespace tidegate::agent {

struct LogLine
{
    std::string at; ///< ISO 8601 UTC
    std::string level;
    std::int64_t run = 0; ///< 0: of no run
    std::string job;
    std::string text;
};

using LogQueue = rpc::EventQueue<LogLine>;

/// At most `limit` bytes of a text, cut between characters; what was cut off is told.
std::string shortened(std::string_view text, std::size_t limit);

/// While it lives, what this thread logs belongs to a run.
class LogTag
{
public:
    LogTag(std::int64_t run, std::string job);
    ~LogTag();

    LogTag(const LogTag&) = delete;
    LogTag& operator=(const LogTag&) = delete;
};

/// A logger whose lines go to standard error and into the queue.
std::shared_ptr<spdlog::logger> makeLogger(LogQueue& queue);

} // namespace tidegate::agent
