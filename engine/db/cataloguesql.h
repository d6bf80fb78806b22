// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tidegate::cataloguesql {

// Statements over pg_catalog. $1 is the table's oid unless told. What a server older than the feature lacks is left out.

std::string relation(int serverVersion); ///< $1: a table name as SQL writes it
std::string columns(int serverVersion);
std::string indexes(int serverVersion);
extern const std::string_view distribution; ///< Greenplum only
extern const std::string_view referencedBy;
extern const std::string_view rowTriggers;
extern const std::string_view dependents;
extern const std::string_view typesOf; ///< $1: oid[], $2: int[] of modifiers
extern const std::string_view tables;  ///< $1: after, $2: limit

} // namespace tidegate::cataloguesql
