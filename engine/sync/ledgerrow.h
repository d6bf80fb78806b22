// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/rows.h"
#include "sync/ledger.h"

#include <optional>
#include <string>
#include <vector>

namespace tidegate {

/// One row of an answer whose columns are sql::StateSql::ledgerColumns().
LedgerRow ledgerRowFrom(const Rows& rows, int row);

/// What sql::StateSql::insertLedger() binds: all but applied_at.
std::vector<std::optional<std::string>> ledgerValues(const LedgerRow& row);

} // namespace tidegate
