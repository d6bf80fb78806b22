// SPDX-License-Identifier: Apache-2.0
#include "agent/logqueue.h"

#include "agent/isotime.h"
#include "base/utf8.h"

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <chrono>
#include <mutex>

namespace tidegate::agent {

namespace {

/// Of a line, in bytes.
constexpr std::size_t maxLineText = 4096;

struct Tag
{
    std::int64_t run = 0;
    std::string job;
};

Tag& threadTag()
{
    thread_local Tag tag;
    return tag;
}

class QueueSink : public spdlog::sinks::base_sink<std::mutex>
{
public:
    explicit QueueSink(LogQueue& queue) : m_queue(queue) {}

protected:
    void sink_it_(const spdlog::details::log_msg& message) override
    {
        const auto level = spdlog::level::to_string_view(message.level);
        m_queue.push({isoTime(std::chrono::floor<std::chrono::milliseconds>(message.time)),
                      {level.data(), level.size()},
                      threadTag().run,
                      threadTag().job,
                      shortened({message.payload.data(), message.payload.size()}, maxLineText)});
    }
    void flush_() override {}

private:
    LogQueue& m_queue;
};

} // namespace

std::string shortened(std::string_view text, std::size_t limit)
{
    if (text.size() <= limit)
        return std::string(text);
    const auto kept = cutAtCharacter(text, limit);
    return fmt::format("{} … ({} bytes more)", kept, text.size() - kept.size());
}

LogTag::LogTag(std::int64_t run, std::string job)
{
    threadTag() = {run, std::move(job)};
}

LogTag::~LogTag()
{
    threadTag() = {};
}

std::shared_ptr<spdlog::logger> makeLogger(LogQueue& queue)
{
    const auto standardError = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    const spdlog::sinks_init_list sinks = {standardError, std::make_shared<QueueSink>(queue)};
    return std::make_shared<spdlog::logger>("tidegated", sinks);
}

} // namespace tidegate::agent
