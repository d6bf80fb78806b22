// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/statesql.h"

#include <string>

namespace tidegate {

/// This process as job_epoch names it. `host` tells apart containers that share a host name.
sql::EpochOwner thisProcess();

/// True where a process of `host` is known to be gone: it ran on this host, and its pid is free or is now another
/// process's. False where that can't be said.
bool isKnownDead(const std::string& host, int pid, const std::string& pidStarted);

} // namespace tidegate
