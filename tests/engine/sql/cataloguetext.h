// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sql/catalogue.h"

#include <string>
#include <string_view>

namespace tidegate::test {

/// Reads a table as the corpus writes it. The first line is its name (SQL), maybe with `view` or `partitioned` behind
/// it; every other line is a column ("amt numeric(18,2) not null default 0") or one of
///     primary key a, b      unique a, b      index a, b      distributed a, b
///     referenced by ods.child cascade|set null|set default|no action
///     row trigger NAME      dependent TEXT   owner NAME      comment TEXT    option TEXT
///     grant SELECT, INSERT to NAME           sequence COLUMN NAME
///     definition NAME p|u|x|f|- TEXT         unlogged
/// Behind a column's type: not null, default EXPR (last), generated, identity always|by default, enum, composite,
/// domain of TYPE (last), range.
sql::TableInfo tableFromText(std::string_view text);

/// DDL that makes such a table on PostgreSQL (columns and primary key, user types first).
std::string tableDdl(const sql::TableInfo& table);

} // namespace tidegate::test
