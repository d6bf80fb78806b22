// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tidegate::sql {

/// True for a lower-case word that some supported server (PostgreSQL 9.4 to 17, Greenplum 6 and 7) does not take as a
/// bare column or table name. Words that only one of them reserves count too: a needless quote does no harm.
bool isKeyword(std::string_view word);

} // namespace tidegate::sql
