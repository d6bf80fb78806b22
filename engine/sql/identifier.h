// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidegate::sql {

/// The longest name that a server keeps, in bytes; a longer one would be cut without an error.
inline constexpr std::size_t longestName = 63;

/// The one function that quotes identifiers. Quotes only where needed (upper case, keywords of any supported server,
/// other characters), doubles inner quotes. Invalid: an empty name, more than 63 bytes, a NUL byte, broken UTF-8.
Result<std::string> quoteIdentifier(std::string_view name);

/// The one function that makes string literals: 'it''s'; E'' where there is a backslash. Invalid: a NUL byte, broken
/// UTF-8.
Result<std::string> quoteLiteral(std::string_view value);

/// A name as SQL writes it, taken apart: `sales."订单"` is {"sales", "订单"}; unquoted parts are folded to lower case
/// as PostgreSQL folds them. At most three parts. Invalid for anything else (so `t; drop` is no table name).
Result<std::vector<std::string>> parseQualifiedName(std::string_view text);

/// The inverse: quoted where needed and joined by dots.
Result<std::string> joinQualifiedName(const std::vector<std::string>& parts);

/// Quotes many names and literals and keeps the first error, so that a builder asks once, at its end.
class Quoter
{
public:
    std::string name(std::string_view name);
    std::string qualified(const std::vector<std::string>& parts);
    std::string literal(std::string_view value);
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    /// `value`, or the first error.
    template <typename T>
    Result<T> finish(T value) const
    {
        if (m_error)
            return *m_error;
        return value;
    }

private:
    std::string take(Result<std::string> quoted);

    std::optional<Error> m_error;
};

} // namespace tidegate::sql
