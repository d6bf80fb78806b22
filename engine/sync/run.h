// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "pool/pool.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidegate {

struct RunOptions
{
    bool dryRun = false;
    bool again = false;
    bool reload = false;
    bool acceptChange = false;
    bool takeOver = false;
    std::optional<std::pair<std::string, std::string>> window; ///< --window LO HI
};

enum class RunPhase { Prepare, Own, Window, Read, Apply, Swap, Verify, Finished };
enum class RunState { Applied, NothingToDo, Refused, Busy, Cancelled, Failed };
std::string_view toString(RunPhase phase);
std::string_view toString(RunState state);

struct RowCounts
{
    std::int64_t read = 0;
    std::int64_t inserted = 0;
    std::int64_t deleted = 0;
    std::int64_t unchanged = 0;
    std::int64_t superseded = 0;
    std::int64_t quarantined = 0;
};

/// A snapshot of a run's counters, taken at least 10 times a second while bytes flow.
struct RunProgress
{
    RunPhase phase = RunPhase::Prepare;
    RowCounts rows;
    std::int64_t rowsStaged = 0; ///< taken by the target, beside or in staging; `inserted` moves only with a commit
    std::int64_t bytesRead = 0;
    int window = 0; ///< the one in work, from 1; 0: not known yet, or a load in full
    int windows = 0;
    std::int64_t rowsExpected = -1; ///< the planner's estimate; -1: unknown
    double secondsElapsed = 0;
    double sourceWaitSeconds = 0; ///< time spent waiting for bytes from the source
    double targetWaitSeconds = 0; ///< time spent waiting for the target to take them
};

struct WindowBounds
{
    std::optional<std::string> lo;
    std::string hi;
    std::string heldBy; ///< what held hi back, as a sentence; empty: nothing
};

enum class LogLevel { Debug, Info, Warning, Error };

/// Listens to a run. Called from the run's own thread; must not block.
class RunObserver
{
public:
    virtual ~RunObserver() = default;
    virtual void onWindow(const WindowBounds& window) = 0;
    virtual void onProgress(const RunProgress& progress) = 0;
    virtual void onLog(LogLevel level, std::string_view text) = 0;
    /// Every statement as it is sent, for dry run and the SQL log.
    virtual void onStatement(Side side, std::string_view title, std::string_view sql) = 0;
};

/// What a dry run found: what a run would do now, in the order of interest.
struct DryRun
{
    struct Shown
    {
        Side side = Side::None;
        std::string title;
        std::string sql;
    };
    std::vector<Shown>
        statements; ///< the extract, how its rows are applied, and what is made before where it is missing
    std::int64_t rowsExpected = -1;       ///< the source's planner's estimate; -1: it has none
    std::vector<std::string> locks;       ///< who is kept from what, and for how long: each a sentence
    std::vector<std::string> readingPlan; ///< lines of the source's EXPLAIN
};

/// How a run ended. Made for every end, also for failures.
struct RunSummary
{
    std::string job;
    RunState state = RunState::Failed;
    std::optional<WindowBounds> window; ///< the last one; absent for a full load
    RowCounts rows;                     ///< over all windows of the run
    std::optional<bool> verified;
    double seconds = 0;
    std::optional<Error> error;
    std::vector<std::string> warnings;
    std::optional<DryRun> dryRun;
};

/// 0 applied and nothing to do, else by the error; `verified: false` is 6.
int exitCode(const RunSummary& summary);
/// What programs are told: a run that was applied and whose verification then differed counts as refused.
RunState reportedState(const RunSummary& summary);
/// The contract's `run.finished` object.
nlohmann::json toJson(const RunSummary& summary);

/// Runs one job to its end in the calling thread: takes ownership, fixes the window from the source's clock, copies,
/// applies with the ledger row in one transaction, lets go. Returns within a second of a stop request unless a COMMIT
/// is under way. `jobName` alone must be valid in the pool.
RunSummary runJob(const Pool& pool, const EnvironmentDefinition* environment, std::string_view jobName,
                  const RunOptions& options, RunObserver& observer, std::stop_token stop);

} // namespace tidegate
