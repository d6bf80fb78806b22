// SPDX-License-Identifier: Apache-2.0
#include "agent/history/ledgercache.h"

#include "pool/pool.h"

#include <set>

namespace tidegate::agent {

namespace {

constexpr int mostRows = 20'000; ///< of one target

} // namespace

Result<std::vector<LedgerRow>> readPlaceLedger(const Place& place, TimePoint since, std::stop_token stop)
{
    const auto pool = readPool(place.pool);
    if (!pool)
        return pool.error();
    const auto environment = chooseEnvironment(*pool, place.environment);
    if (!environment)
        return environment.error();
    std::map<std::string, std::string> names; // of jobs, by what the ledger calls them
    std::set<std::string> connections;
    for (const auto& file : pool->jobs) {
        if (!file.definition)
            continue;
        names[file.definition->id] = file.name;
        connections.insert(file.definition->target.connection);
    }
    std::vector<LedgerRow> all;
    for (const std::string& connection : connections) {
        auto rows = readLedgerSince(*pool, *environment, connection, isoTime(since), mostRows, stop);
        if (!rows)
            return rows.error();
        for (LedgerRow& row : *rows) {
            const auto name = names.find(row.jobId);
            if (name == names.end() || row.environment != place.environment)
                continue; // of another pool or environment with the same target
            row.jobId = name->second;
            all.push_back(std::move(row));
        }
    }
    return all;
}

} // namespace tidegate::agent
