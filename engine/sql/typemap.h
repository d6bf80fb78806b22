// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "sql/catalogue.h"

#include <string>
#include <string_view>
#include <vector>

namespace tidegate::sql {

/// How a column of the source is kept in the target. Rows travel as COPY text, so a cast is needed only where the text
/// of one type is no input of the other.
struct TypeMapping
{
    std::string type; ///< in the target
    std::string cast; ///< type to cast to at the source; empty: none
    std::string loss; ///< a sentence; empty: nothing is lost
};

/// The type for a column that the target gets. Invalid where there is none.
Result<TypeMapping> mapType(const ColumnInfo& source, const ServerInfo& sourceServer, const ServerInfo& targetServer);

/// Whether the values fit a column that the target has. Invalid where they can't, with an expression that would do.
/// `zone` is proposed where a zone is missing.
Result<TypeMapping> fitType(const ColumnInfo& source, const ColumnInfo& target, const ServerInfo& sourceServer,
                            const ServerInfo& targetServer, std::string_view zone);

/// pg_type.typname of a built-in type as format_type() writes it ("timestamp(3) without time zone" → "timestamp",
/// "integer[]" → "_int4"); the text itself for others.
std::string baseTypeOf(std::string_view formatted);

/// Numbers in the parentheses of a type: numeric(18,2) → {18, 2}.
std::vector<int> typeModifiers(std::string_view formatted);

/// True where equal values of the type always have equal texts and `=` exists: else they are compared as text.
bool comparesNatively(const ColumnInfo& column);
/// True where the type can be part of a key: it has `=` and can be grouped.
bool canBeKey(const ColumnInfo& column);

} // namespace tidegate::sql
