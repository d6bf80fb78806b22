// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/history.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

#include <atomic>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>

namespace tidegate::test {

/// A clock that stands still until it is told to go.
class FakeClock
{
public:
    explicit FakeClock(std::string_view utc = "2024-05-01T10:00:00Z") { set(utc); }

    void set(std::string_view utc) { m_now = *agent::parseTime(utc); }
    void advance(std::chrono::milliseconds time) { m_now = now() + time; }
    [[nodiscard]] agent::TimePoint now() const { return m_now; }
    [[nodiscard]] agent::Now function() const
    {
        return [this] { return now(); };
    }

private:
    std::atomic<agent::TimePoint> m_now; ///< read by the agent's threads
};

/// A temporary folder, gone with this object.
class Folder
{
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    void write(const std::string& name, std::string_view text) const;
    [[nodiscard]] std::string read(const std::string& name) const;
    /// Files whose name begins so.
    [[nodiscard]] int count(const std::string& prefix) const;

private:
    std::filesystem::path m_path;
};

/// A logger that writes into a text.
struct TextLog
{
    std::ostringstream text;
    std::shared_ptr<spdlog::logger> logger =
        std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(text, true));

    [[nodiscard]] int count(std::string_view part) const;
};

/// A run as the hub would tell of it.
void recordRun(agent::History& history, FakeClock& clock, const std::string& job, RunState state, std::int64_t rows,
               std::chrono::seconds length = std::chrono::seconds(60), const std::string& hi = {});

inline const agent::Place place{"/pools/acme", "acme-prod"};

} // namespace tidegate::test
