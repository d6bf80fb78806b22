// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/runhistory.h"

#include "sync/ledger.h"

#include <thread>

namespace tidegate::agent {

/// Up to when the ledgers of a place's targets were read, and since when without a gap.
struct LedgerReading
{
    TimePoint since;
    TimePoint at;
    std::string error; ///< of the last attempt; empty: it went well
};

/// A copy of the newest part of the targets' ledgers, so that runs which other processes made are seen, also while a
/// target can't be reached. Any thread.
class LedgerCache
{
public:
    /// What was applied since then to all targets of a place.
    using Reader = std::function<Result<std::vector<LedgerRow>>(const Place&, TimePoint since, std::stop_token)>;

    static constexpr auto patience = std::chrono::seconds(10);

    LedgerCache(HistoryStore& store, Reader reader) : m_store(store), m_reader(std::move(reader)) {}
    ~LedgerCache();

    LedgerCache(const LedgerCache&) = delete;
    LedgerCache& operator=(const LedgerCache&) = delete;

    /// Reads in the background what is new, at most once a minute; does not wait.
    void refresh(const Place& place);
    /// Reads and waits, at most for the patience.
    void readNow(const Place& place, const std::stop_token& stop);

    Result<std::optional<LedgerReading>> reading(const Place& place);
    /// Windows that were applied since then, as runs without an id, per job, oldest first. A row is left out where one
    /// of `known` has applied it.
    Result<std::map<std::string, std::vector<PastRun>>> runs(const Place& place, TimePoint from,
                                                             const std::map<std::string, std::vector<PastRun>>& known,
                                                             const JobRange& jobs = {});

private:
    Result<void> keep(const Place& place, const std::vector<LedgerRow>& rows, const LedgerReading& reading);
    Result<void> keepReading(const Place& place, const LedgerReading& reading);

    HistoryStore& m_store;
    const Reader m_reader;
    std::mutex m_mutex; ///< guards the next
    std::map<Place, std::jthread> m_readers;
    std::map<Place, TimePoint> m_askedAt;
};

/// Asks the servers; `job` of each row is the job's name in the pool.
Result<std::vector<LedgerRow>> readPlaceLedger(const Place& place, TimePoint since, std::stop_token stop);

} // namespace tidegate::agent
