// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/historyrecorder.h"
#include "agent/history/ledgercache.h"
#include "agent/history/verifications.h"
#include "agent/history/watches.h"
#include "agent/schedule/firebook.h"
#include "agent/schedule/schedulebook.h"

namespace tidegate::agent {

/// All that the agent remembers, in one file.
struct History
{
    History(const std::filesystem::path& folder, Now now, std::shared_ptr<spdlog::logger> logger,
            LedgerCache::Reader ledgerReader = readPlaceLedger)
        : store(folder, std::move(now), std::move(logger)), runs(store), rings(store), verifications(store),
          watches(store), ledger(store, std::move(ledgerReader)), schedules(store), fires(store), recorder(store)
    {
    }

    HistoryStore store;
    RunHistory runs;
    SampleRings rings;
    Verifications verifications;
    Watches watches;
    LedgerCache ledger;
    ScheduleBook schedules;
    FireBook fires;
    HistoryRecorder recorder;
};

} // namespace tidegate::agent
