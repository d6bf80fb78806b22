// SPDX-License-Identifier: Apache-2.0
#include "db/rows.h"

#include <charconv>
#include <cstdlib>
#include <libpq-fe.h>

namespace tidegate {

namespace {

std::int64_t toInteger(std::string_view text)
{
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

void Rows::Clear::operator()(pg_result* result) const noexcept
{
    PQclear(result);
}

Rows::Rows(pg_result* result) : m_result(result) {}

int Rows::size() const
{
    return PQntuples(m_result.get());
}

int Rows::columns() const
{
    return PQnfields(m_result.get());
}

std::string_view Rows::columnName(int column) const
{
    const char* name = PQfname(m_result.get(), column);
    return name ? name : "";
}

std::uint32_t Rows::columnType(int column) const
{
    return PQftype(m_result.get(), column);
}

int Rows::columnModifier(int column) const
{
    return PQfmod(m_result.get(), column);
}

bool Rows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

std::string_view Rows::text(int row, int column) const
{
    const char* value = PQgetvalue(m_result.get(), row, column);
    return value ? std::string_view(value, static_cast<std::size_t>(PQgetlength(m_result.get(), row, column)))
                 : std::string_view{};
}

std::optional<std::string> Rows::value(int row, int column) const
{
    if (isNull(row, column))
        return std::nullopt;
    return std::string(text(row, column));
}

std::int64_t Rows::integer(int row, int column) const
{
    return toInteger(text(row, column));
}

double Rows::number(int row, int column) const
{
    return std::strtod(std::string(text(row, column)).c_str(), nullptr);
}

bool Rows::boolean(int row, int column) const
{
    return text(row, column) == "t";
}

std::int64_t Rows::affected() const
{
    return toInteger(PQcmdTuples(m_result.get()));
}

} // namespace tidegate
