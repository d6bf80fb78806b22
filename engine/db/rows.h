// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct pg_result;

namespace tidegate {

/// What a statement answered, as text. Owns the driver's result; moves, does not copy.
class Rows
{
public:
    Rows() = default;
    explicit Rows(pg_result* result);

    [[nodiscard]] int size() const;
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] int columns() const;
    [[nodiscard]] std::string_view columnName(int column) const;
    [[nodiscard]] std::uint32_t columnType(int column) const; ///< pg_type.oid
    [[nodiscard]] int columnModifier(int column) const;       ///< atttypmod

    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] std::string_view text(int row, int column) const; ///< empty for NULL; lives as long as the Rows
    [[nodiscard]] std::optional<std::string> value(int row, int column) const;
    [[nodiscard]] std::int64_t integer(int row, int column) const; ///< 0 for NULL
    [[nodiscard]] double number(int row, int column) const;        ///< 0 for NULL
    [[nodiscard]] bool boolean(int row, int column) const;         ///< false for NULL

    /// How many rows the command's tag counts.
    [[nodiscard]] std::int64_t affected() const;

private:
    struct Clear
    {
        void operator()(pg_result* result) const noexcept;
    };
    std::unique_ptr<pg_result, Clear> m_result;
};

} // namespace tidegate
