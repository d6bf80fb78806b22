// SPDX-License-Identifier: Apache-2.0
#include "sync/run.h"

#include <nlohmann/json.hpp>

namespace tidegate {

std::string_view toString(RunPhase phase)
{
    switch (phase) {
    case RunPhase::Prepare:
        return "prepare";
    case RunPhase::Own:
        return "own";
    case RunPhase::Window:
        return "window";
    case RunPhase::Read:
        return "read";
    case RunPhase::Apply:
        return "apply";
    case RunPhase::Swap:
        return "swap";
    case RunPhase::Verify:
        return "verify";
    case RunPhase::Finished:
        break;
    }
    return "finished";
}

std::string_view toString(RunState state)
{
    switch (state) {
    case RunState::Applied:
        return "applied";
    case RunState::NothingToDo:
        return "nothing_to_do";
    case RunState::Refused:
        return "refused";
    case RunState::Busy:
        return "busy";
    case RunState::Cancelled:
        return "cancelled";
    case RunState::Failed:
        break;
    }
    return "failed";
}

int exitCode(const RunSummary& summary)
{
    if (summary.error)
        return exitCode(*summary.error);
    return summary.verified.value_or(true) ? 0 : 6;
}

RunState reportedState(const RunSummary& summary)
{
    return summary.verified.value_or(true) ? summary.state : RunState::Refused;
}

nlohmann::json toJson(const RunSummary& summary)
{
    nlohmann::json window = nullptr;
    if (summary.window) {
        window = {{"lo", nullptr}, {"hi", summary.window->hi}};
        if (summary.window->lo)
            window["lo"] = *summary.window->lo;
        if (!summary.window->heldBy.empty())
            window["held_by"] = summary.window->heldBy;
    }
    nlohmann::json json = {
        {"event", "run.finished"},
        {"job", summary.job},
        {"state", toString(reportedState(summary))},
        {"window", std::move(window)},
        {"rows",
         {{"read", summary.rows.read},
          {"inserted", summary.rows.inserted},
          {"deleted", summary.rows.deleted},
          {"unchanged", summary.rows.unchanged},
          {"superseded", summary.rows.superseded},
          {"quarantined", summary.rows.quarantined}}},
        {"verified", nullptr},
        {"seconds", summary.seconds},
        {"warnings", summary.warnings},
    };
    if (summary.dryRun)
        json["dry_run"] = {{"rows_expected", summary.dryRun->rowsExpected},
                           {"locks", summary.dryRun->locks},
                           {"reading_plan", summary.dryRun->readingPlan}};
    if (summary.verified)
        json["verified"] = *summary.verified;
    if (summary.error)
        json["error"] = toJson(*summary.error);
    return json;
}

} // namespace tidegate
