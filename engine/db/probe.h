// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.h"

#include <chrono>
#include <string_view>

namespace tidegate {

/// One statement in a read-only transaction of its own that is rolled back, and that the server ends after `limit`.
Result<Rows> probe(Session& session, std::string_view statement, std::chrono::seconds limit,
                   const std::stop_token& stop);

} // namespace tidegate
