// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/history/sqlite.h"

namespace tidegate::agent {

inline constexpr int historyVersion = 3;

/// Makes or updates the tables. Unsupported where a newer agent made the file.
Result<void> migrateHistory(Database& database);

} // namespace tidegate::agent
