// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/historyrecorder.h"
#include "agent/history/verifications.h"
#include "agent/schedule/schedulebook.h"

namespace tidegate::agent {

/// All that the agent remembers, in one file.
struct History
{
    History(const std::filesystem::path& folder, Now now, std::shared_ptr<spdlog::logger> logger)
        : store(folder, std::move(now), std::move(logger)), runs(store), rings(store), verifications(store),
          schedules(store), recorder(store)
    {
    }

    HistoryStore store;
    RunHistory runs;
    SampleRings rings;
    Verifications verifications;
    ScheduleBook schedules;
    HistoryRecorder recorder;
};

} // namespace tidegate::agent
