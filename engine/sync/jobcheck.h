// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "pool/pool.h"
#include "sync/run.h"

#include <string_view>

namespace tidegate {

/// The definition of a job whose own file and whose pool.yaml are valid. NotFound, or Invalid with the first finding
/// and where it stands.
Result<JobDefinition> validJob(const Pool& pool, std::string_view jobName);

/// What this version can do with a job under these options: Unsupported or Usage where not.
Result<void> checkRunnable(const JobDefinition& job, const RunOptions& options);

} // namespace tidegate
