// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/historyfile.h"
#include "agent/history/ownerlock.h"
#include "agent/isotime.h"

#include <atomic>
#include <map>
#include <memory>
#include <tuple>

namespace spdlog {
class logger;
}

namespace tidegate::agent {

/// A pool in one of its environments: the pool's folder and the environment's own name, empty where it has none.
struct Place
{
    std::string pool;
    std::string environment;

    bool operator==(const Place&) const = default;
    friend bool operator<(const Place& left, const Place& right)
    {
        return std::tie(left.pool, left.environment) < std::tie(right.pool, right.environment);
    }
};

/// Jobs by their names, both included; all unless told.
struct JobRange
{
    std::string first;
    std::string last = "\xF4\x8F\xBF\xBF"; ///< after every name
};

/// The agent's memory on disk: what its parts share. Any thread. A history that can't be written never stops a run: it
/// is said once, and nothing is recorded until it works again.
class HistoryStore
{
public:
    /// An empty folder: in memory.
    HistoryStore(const std::filesystem::path& folder, Now now, std::shared_ptr<spdlog::logger> logger);

    Database& database() { return *m_file.database; }
    [[nodiscard]] bool isKept() const { return m_file.kept; }
    [[nodiscard]] const OwnerLock& owner() const { return m_owner; }
    [[nodiscard]] TimePoint now() const { return m_now(); }

    /// The number of a job's history; made where there is none. Not inside a transaction: what is undone with it would
    /// be remembered here, and two threads would wait for each other.
    Result<std::int64_t> series(const Place& place, const std::string& job);

    /// Says the first of a row of failures.
    void note(const Result<void>& written);
    /// Removes what is older than its time, once an hour.
    void prune();

private:
    const Now m_now;
    std::shared_ptr<spdlog::logger> m_logger;
    HistoryFile m_file;
    OwnerLock m_owner;
    std::atomic<bool> m_failing{false};

    std::mutex m_mutex; ///< guards the rest
    std::map<std::tuple<Place, std::string>, std::int64_t> m_series;
    TimePoint m_prunedAt{};
};

} // namespace tidegate::agent
