// SPDX-License-Identifier: Apache-2.0
#include "agent/schedule/placeplan.h"

#include "agent/schedule/poolwatch.h"
#include "pool/pool.h"

namespace tidegate::agent {

Result<void> PlacePlan::refresh()
{
    const auto fingerprint = poolFingerprint(m_place.pool);
    if (fingerprint == m_fingerprint)
        return {};
    m_fingerprint = fingerprint; // also after an error: it is said once and tried again when something changes
    const auto pool = readPool(m_place.pool);
    if (!pool)
        return pool.error();
    const auto plans = m_fires.plans(m_place);
    if (!plans)
        return plans.error();
    std::map<std::string, PlannedJob> jobs;
    for (const auto& file : pool->jobs) {
        auto schedule = file.definition ? jobSchedule(*file.definition) : std::nullopt;
        if (!schedule)
            continue;
        const auto series = m_store.series(m_place, file.name);
        if (!series)
            return series.error();
        FirePlan plan{file.definition->schedule->cron, schedule->times.zone().name(), m_store.now()};
        const auto known = plans->find(file.name);
        if (known != plans->end() && known->second.cron == plan.cron && known->second.zone == plan.zone)
            plan.upTo = known->second.upTo;
        else if (auto set = m_fires.setPlan(*series, plan); !set)
            return set;
        const auto next = schedule->times.next(std::chrono::floor<std::chrono::seconds>(plan.upTo));
        jobs.emplace(file.name, PlannedJob{*series, std::move(plan), *std::move(schedule), next});
    }
    m_jobs = std::move(jobs);
    return {};
}

Result<void> PlacePlan::advance(PlannedJob& job, TimePoint time)
{
    job.plan.upTo = time;
    job.next = job.schedule.times.next(std::chrono::floor<std::chrono::seconds>(time));
    return m_fires.setPlan(job.series, job.plan);
}

} // namespace tidegate::agent
