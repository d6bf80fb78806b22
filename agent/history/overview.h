// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/history.h"

#include "pool/pool.h"

namespace tidegate::agent {

struct OverviewRequest
{
    Place place;
    int hours = 24;
    int cells = 48;
    std::string after; ///< the job before the first one; empty: from the beginning
    int limit = 500;
};

/// The answer of history.overview: how every job of a pool fared, from what the agent remembers. Asks no server.
Result<nlohmann::json> readOverview(History& history, const Pool& pool, const OverviewRequest& request);

} // namespace tidegate::agent
