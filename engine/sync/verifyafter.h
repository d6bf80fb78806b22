// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pool/pool.h"
#include "sync/runteller.h"

#include <optional>
#include <stop_token>
#include <string_view>

namespace tidegate {

/// The verification that `verify.after_run` asks for. Nothing where the job asks for none, this version lacks the
/// level, or the ends could not be compared: the teller has then warned.
std::optional<bool> verifyAfterRun(const Pool& pool, const EnvironmentDefinition* environment, const JobDefinition& job,
                                   RunTeller& teller, std::stop_token stop);

} // namespace tidegate
