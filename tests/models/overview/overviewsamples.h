// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview/overviewdata.h"

#include <nlohmann/json.hpp>

namespace tidegate {

inline const QDateTime sampleNow(QDate(2026, 3, 12), QTime(8, 41), Qt::UTC);

/// A job that ran well; tests change what they are about.
inline JobOverview goodJob(const QString& name, qint64 rows = 1000)
{
    JobOverview job;
    job.job = name;
    job.cells.assign(48, {CellState::Ran, rows / 48});
    job.rows24h = rows;
    job.lastRun = OverviewRun{QStringLiteral("applied"), sampleNow.addSecs(-700), sampleNow.addSecs(-600), rows, {}};
    return job;
}

inline JobOverview failedJob(const QString& name, qint64 secondsAgo = 19'740)
{
    JobOverview job = goodJob(name);
    job.lastRun->state = QStringLiteral("failed");
    job.lastRun->endedAt = sampleNow.addSecs(-secondsAgo);
    job.lastRun->error = Error{ErrorCode::DataRejected, "312 duplicate keys stopped the apply", "correct the key"};
    job.attempts = 3;
    return job;
}

/// Nothing happened in the last `cells` cells although something was to.
inline JobOverview lateJob(const QString& name, int cells = 2)
{
    JobOverview job = goodJob(name);
    for (std::size_t i = 48 - static_cast<std::size_t>(cells); i < 48; ++i)
        job.cells[i] = {CellState::Late, 0};
    job.delaySeconds = 2460;
    return job;
}

inline OverviewSnapshot snapshotOf(std::vector<JobOverview> jobs)
{
    OverviewSnapshot snapshot;
    snapshot.asOf = sampleNow;
    snapshot.from = sampleNow.addDays(-1);
    snapshot.scheduleEnabled = true;
    snapshot.jobs = std::move(jobs);
    return snapshot;
}

/// One job of history.overview as the agent sends it.
inline nlohmann::json historyEntry(const std::string& name)
{
    return {{"job", name},
            {"cells", {{{"state", "ran"}, {"rows", 120}}, {{"state", "failed"}, {"rows", 0}}}},
            {"rows24h", 41'200'000},
            {"usualLow", 40'000'000},
            {"usualHigh", 43'000'000},
            {"quarantined", 14},
            {"lastRun",
             {{"id", 9},
              {"state", "failed"},
              {"startedAt", "2026-03-12T03:00:00.000Z"},
              {"endedAt", "2026-03-12T03:12:00.000Z"},
              {"rows", {{"read", 42}}},
              {"error", {{"code", "data_rejected"}, {"message", "312 duplicate keys"}, {"hint", "correct the key"}}}}},
            {"attempts", 3},
            {"verification",
             {{"level", "L2"}, {"state", "different"}, {"at", "2026-03-12T06:14:00.000Z"}, {"differences", 312}}},
            {"delaySeconds", 19740.0},
            {"next", nullptr}};
}

inline nlohmann::json historyOf(const nlohmann::json& jobs)
{
    return {{"asOf", "2026-03-12T08:41:00.000Z"},
            {"from", "2026-03-11T08:41:00.000Z"},
            {"secondsPerCell", 1800},
            {"jobs", jobs}};
}

} // namespace tidegate
