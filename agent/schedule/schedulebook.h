// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/historystore.h"

#include <set>
#include <vector>

namespace tidegate::agent {

/// Whose schedule this agent fires, and what is paused: persisted, and read by every agent of the same state folder.
/// Any thread.
class ScheduleBook
{
public:
    explicit ScheduleBook(HistoryStore& store) : m_store(store) {}

    /// From now on. Nothing happens where it is on already.
    Result<void> enable(const Place& place);
    Result<void> disable(const Place& place);
    /// For the life of this process, whatever is persisted.
    void enableHere(const Place& place);
    /// Since when; absent: off.
    Result<std::optional<TimePoint>> enabledSince(const Place& place);
    Result<std::vector<Place>> enabled();

    /// `job` empty: all jobs of the place.
    Result<void> pause(const Place& place, const std::string& job);
    /// `job` empty: all jobs, also those that were paused one by one.
    Result<void> resume(const Place& place, const std::string& job);
    /// The jobs that are paused; an empty name among them: all.
    Result<std::set<std::string>> paused(const Place& place);

private:
    HistoryStore& m_store;
    std::mutex m_mutex; ///< guards the next
    std::map<Place, TimePoint> m_here;
};

} // namespace tidegate::agent
