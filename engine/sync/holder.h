// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "db/session.h"
#include "sync/statestore.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tidegate {

/// A backend of the target that holds one of a job's locks.
struct Holder
{
    int backendPid = 0;
    bool owner = false; ///< the run's lock; else the lock of an apply
    std::string user;
    std::string client;
    std::string since;         ///< when its session began
    double silentSeconds = -1; ///< since it last spoke; -1: unknown
};

Result<std::vector<Holder>> readHolders(Session& session, const StateStore& state, const std::string& jobId,
                                        std::stop_token stop);

/// The engine behind the owner lock, as the newest epoch tells.
struct HolderEngine
{
    std::int64_t epoch = 0;
    std::string host;
    int pid = 0;
    std::string pidStarted;
    std::string owner;
    std::string takenAt;
    int backendPid = 0;
};

Result<std::optional<HolderEngine>> readHolderEngine(Session& session, const StateStore& state,
                                                     const std::string& jobId, std::stop_token stop);

/// Why `holder` may be ended without asking anybody, as a clause; empty: it lives.
std::string whyEnded(const Holder& holder, const std::optional<HolderEngine>& engine);

/// Busy, with owner, host and since when.
Error busyError(const std::string& jobId, const Holder& holder, const std::optional<HolderEngine>& engine);

/// Terminates these backends. Backends that are gone already are fine.
Result<void> terminateHolders(Session& session, const StateStore& state, const std::vector<Holder>& holders,
                              std::stop_token stop);

} // namespace tidegate
