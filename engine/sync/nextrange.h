// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "pool/pool.h"
#include "sql/statements.h"

#include <stop_token>
#include <string_view>

namespace tidegate {

/// What the next run of an incremental job would read first: lo from the ledger, hi from the source's clock and its
/// open writers, as they are now. Writes nothing. Fails where a run would be refused before it fixed a window.
Result<sql::ReadRange> nextReadRange(const Pool& pool, const EnvironmentDefinition* environment,
                                     std::string_view jobName, std::stop_token stop);

} // namespace tidegate
