// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/statements.h"

namespace tidegate::sql {

/// What a server says of itself. → one row, one column: JSON for serverInfoFromJson(). The zone is the one that the
/// server gives the session, also after ours was set.
Statement serverInfoSql();

/// A table or view. `table` is SQL of the server; without a schema it is looked for in `public`.
/// → no row where it does not exist (or is no name), else one row, one column: JSON for tableInfoFromJson()
/// `withIndexes`: also how its indexes are made, which the swap of a full load needs. To ask for it takes a lock on
/// them: it waits for whoever changes the table. Without it nothing is waited for.
Statement tableInfoSql(std::string_view table, const ServerInfo& server, bool withIndexes = true);

} // namespace tidegate::sql
