// SPDX-License-Identifier: Apache-2.0
#pragma once

// What fullload.cpp and swap.cpp share. Not for other rooms.

#include "sql/identifier.h"
#include "sql/statements.h"

#include <string>
#include <string_view>
#include <vector>

namespace tidegate::sql {

/// Indexes and constraints on the table beside, under names that don't collide with the target's.
void addBesideIndexes(const JobPlan& plan, std::string_view table, std::string_view beside, Quoter& quoter,
                      std::vector<Statement>& statements);
/// The name that an index has until the swap.
std::string besideIndexName(std::string_view beside, std::string_view index);
/// Name of the primary key of a target that the job makes.
std::string newPrimaryKeyName(std::string_view table);

} // namespace tidegate::sql
