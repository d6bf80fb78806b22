// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/heatstrip.h"
#include "agent/history/historystore.h"

namespace tidegate::agent {

/// When an agent was awake: outside of these times, no run means no data.
class Watches
{
public:
    explicit Watches(HistoryStore& store) : m_store(store), m_since(store.now()) {}

    /// Say this at least every minute; written once a minute.
    Result<void> beat();
    /// The stretches that reach beyond `from`; this agent's own until now.
    Result<std::vector<Stretch>> since(TimePoint from);

private:
    HistoryStore& m_store;
    const TimePoint m_since;
    TimePoint m_beatAt{}; ///< of the thread that beats
};

} // namespace tidegate::agent
