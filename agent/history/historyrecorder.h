// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/runhistory.h"
#include "agent/history/samplerings.h"
#include "agent/history/verifications.h"
#include "agent/runlistener.h"

namespace tidegate::agent {

/// Writes every run of the hub into the history; dry runs leave no trace. Any thread.
class HistoryRecorder : public RunListener
{
public:
    explicit HistoryRecorder(HistoryStore& store)
        : m_store(store), m_runs(store), m_rings(store), m_verifications(store)
    {
    }

    void onStart(std::int64_t run, const RunRequest& request) override;
    void onEnd(std::int64_t run, const RunRequest& request, const RunSummary& summary, const RunTrace& trace) override;
    void onSample(std::int64_t run, const RunProgress& progress) override;

private:
    struct Recorded
    {
        std::int64_t id = 0;
        std::int64_t series = 0;
        TimePoint sampledAt;
        RunProgress before;
    };

    void addSample(Recorded& run, const RunProgress& progress);

    HistoryStore& m_store;
    RunHistory m_runs;
    SampleRings m_rings;
    Verifications m_verifications;
    std::mutex m_mutex; ///< guards the map
    std::map<std::int64_t, Recorded> m_recorded;
};

} // namespace tidegate::agent
