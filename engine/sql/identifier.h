// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tidegate::sql {

/// The one function that quotes identifiers. Quotes only where needed (upper case, reserved words of any supported
/// server, other characters), doubles inner quotes. A NUL byte is an Invalid error, as is an empty name.
Result<std::string> quoteIdentifier(std::string_view name);

/// The one function that makes string literals: 'it''s'; E'' where there is a backslash. NUL is an Invalid error.
Result<std::string> quoteLiteral(std::string_view value);

/// A name as SQL writes it, taken apart: `sales."订单"` is {"sales", "订单"}; unquoted parts are folded to lower case
/// as PostgreSQL folds them. At most three parts. Invalid for anything else (so `t; drop` is no table name).
Result<std::vector<std::string>> parseQualifiedName(std::string_view text);

/// The inverse: quoted where needed and joined by dots.
Result<std::string> joinQualifiedName(const std::vector<std::string>& parts);

} // namespace tidegate::sql
