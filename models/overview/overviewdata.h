// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <nlohmann/json_fwd.hpp>

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace tidegate {

struct Pool;

/// What happened to a job in a stretch of time.
enum class CellState {
    Unplanned, ///< nothing was to run
    Ran,
    Failed,
    Late, ///< something was to run and did not
    Running,
    NoData, ///< nobody looked
    Stale,  ///< after the moment of the snapshot: made by the console alone
};

struct OverviewCell
{
    CellState state = CellState::NoData;
    qint64 rows = 0;

    bool operator==(const OverviewCell&) const = default;
};

struct OverviewRun
{
    QString state; ///< applied, nothing_to_do, refused, busy, cancelled, failed
    QDateTime startedAt;
    QDateTime endedAt;
    qint64 rowsRead = 0;
    std::optional<Error> error;
};

struct OverviewProof
{
    enum class Result { Equal, Different, NotComparable };

    QString level;
    Result result = Result::Equal;
    QDateTime at;
    qint64 differences = 0; ///< rows
};

/// One job as the agent's history, the schedule and the pool know it.
struct JobOverview
{
    QString job;
    QString label; ///< the first line of the description
    std::vector<OverviewCell> cells;
    qint64 rows24h = 0;
    std::optional<qint64> usualLow;
    std::optional<qint64> usualHigh;
    qint64 quarantined = 0;
    std::optional<OverviewRun> lastRun;
    int attempts = 0; ///< runs that failed in a row, the last one included
    std::optional<OverviewProof> proof;
    std::optional<double> delaySeconds;
    QString cron; ///< empty: no schedule
    bool paused = false;
    std::vector<QDateTime> next; ///< fire times to come, the soonest first
    int fileErrors = 0;          ///< of its file; it can't run
};

/// All jobs of an environment at one moment.
struct OverviewSnapshot
{
    QDateTime asOf;
    QDateTime from; ///< where the first cell begins
    int secondsPerCell = 1800;
    bool scheduleEnabled = false; ///< the agent fires the schedule
    std::vector<JobOverview> jobs;

    [[nodiscard]] const JobOverview* job(const QString& name) const;
};

/// The answer of history.overview; whatever is not understood is left out.
OverviewSnapshot overviewFrom(const nlohmann::json& history);
/// The answer of schedule.list laid over it.
void takeSchedule(OverviewSnapshot& snapshot, const nlohmann::json& schedule);
/// Exactly the jobs of the pool, in its order: what history does not know is added, what the pool has not goes.
void takePool(OverviewSnapshot& snapshot, const Pool& pool);

/// Seconds between two fires to come; absent: not known or not even.
std::optional<qint64> cadence(const JobOverview& job);

} // namespace tidegate

Q_DECLARE_METATYPE(std::vector<tidegate::OverviewCell>)
