// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.h"

#include <vector>

namespace tidegate {

/// Runs one statement after the other; ends at the first error.
Result<void> runAll(Session& session, const std::vector<sql::Statement>& statements, std::stop_token stop);

/// The same between begin and commit; rolled back after an error. Nothing is done for an empty list.
Result<void> runInTransaction(Session& session, const std::vector<sql::Statement>& statements, std::stop_token stop);

} // namespace tidegate
