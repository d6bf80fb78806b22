// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.h"
#include "pool/pool.h"

#include <memory>
#include <stop_token>
#include <string_view>

namespace tidegate {

/// A session with what `connection` means in the environment, which may be null.
Result<std::unique_ptr<Session>> openConnection(const Pool& pool, const EnvironmentDefinition* environment,
                                                std::string_view connection, const SessionOptions& options,
                                                std::stop_token stop);

} // namespace tidegate
