// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/statements.h"

namespace tidegate::sql {

/// What a server says of itself. → one row, one column: JSON for serverInfoFromJson(). The zone is the one that the
/// server gives the session, also after ours was set.
Statement serverInfoSql();

/// A table or view. `table` is SQL of the server; without a schema it is looked for in `public`.
/// → no row where it does not exist (or is no name), else one row, one column: JSON for tableInfoFromJson()
Statement tableInfoSql(std::string_view table, const ServerInfo& server);

} // namespace tidegate::sql
