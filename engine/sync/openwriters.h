// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "db/session.h"

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tidegate {

/// What keeps the source's clock from being the end of a window, as one look inside a short transaction tells.
struct WriterReport
{
    std::string now;                       ///< transaction_timestamp() of the look; of a standby: what it has replayed
    std::optional<std::string> holdsSince; ///< begin of the oldest transaction that holds; nothing: none does
    std::string heldBy;                    ///< that transaction, or the prepared one, as a sentence
    bool prepared = false;                 ///< a prepared transaction is there: begin unknown, so the frontier stays
    std::string preparedAt;                ///< the oldest PREPARE
    std::string unknown;                   ///< why writers can't be known, as a sentence; empty: they are known
    std::vector<std::string> warnings;
};

/// Looks for every open transaction of the session's own database that may still write: of clients and replication
/// workers, with or without an xid, Tidegate's own reads left out. One without xid counts for `hold` only. The caller
/// takes its read snapshot after this returned.
Result<WriterReport> lookForWriters(Session& source, std::chrono::milliseconds hold, std::stop_token stop);

} // namespace tidegate
