// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/statements.h"

namespace tidegate::sql {

/// What a server says of itself. → one row, one column: JSON for serverInfoFromJson(). Ask before the zone is pinned.
Statement serverInfoSql();

/// A table or view. `table` is SQL of the server, bound as $1 and looked up with to_regclass.
/// → no row where it does not exist, else one row, one column: JSON for tableInfoFromJson()
Statement tableInfoSql(std::string_view table, const ServerInfo& server);

} // namespace tidegate::sql
