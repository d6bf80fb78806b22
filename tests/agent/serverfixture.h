// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "databaseends.h"
#include "poolfolder.h"

namespace tidegate::test {

/// Both servers, a table `item` of 1000 rows at the source, and a pool whose job `item` merges it into the target.
class ServerFixture
{
public:
    ServerFixture();

    [[nodiscard]] std::string root() const { return pool.root().string(); }
    /// Rows of the job's ledger; 0 where no run has made it yet.
    std::string appliedWindows();

    DatabaseEnds ends;
    PoolFolder pool;
};

} // namespace tidegate::test
