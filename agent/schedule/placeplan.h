// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/schedule/firebook.h"
#include "job/jobschedule.h"

namespace tidegate::agent {

/// A job that has a schedule, and up to when it has been looked at.
struct PlannedJob
{
    std::int64_t series = 0;
    FirePlan plan;
    JobSchedule schedule;
    std::optional<FireTimes::Instant> next;
};

/// The scheduled jobs of one place, kept until a file of the pool changes. One thread.
class PlacePlan
{
public:
    PlacePlan(HistoryStore& store, FireBook& fires, Place place)
        : m_store(store), m_fires(fires), m_place(std::move(place))
    {
    }

    /// Reads the pool again if it has changed. A job that is new, or whose line has changed, is looked at from now on.
    /// After an error the jobs are those of before.
    Result<void> refresh();
    /// The job is done up to `time`.
    Result<void> advance(PlannedJob& job, TimePoint time);

    [[nodiscard]] const Place& place() const { return m_place; }
    std::map<std::string, PlannedJob>& jobs() { return m_jobs; }

private:
    HistoryStore& m_store;
    FireBook& m_fires;
    const Place m_place;
    std::optional<std::uint64_t> m_fingerprint;
    std::map<std::string, PlannedJob> m_jobs;
};

} // namespace tidegate::agent
