// SPDX-License-Identifier: Apache-2.0
#include "verify/digest.h"

#include <fmt/format.h>

namespace tidegate {

std::string storedType(const sql::JobPlan& plan, const sql::PlannedColumn& column)
{
    if (plan.inputs.target) {
        if (const auto* stored = plan.inputs.target->column(column.name))
            return stored->domainOf.empty() ? stored->type : stored->domainOf;
    }
    return column.targetType;
}

std::string textAsLoaded(std::string_view value, std::string_view sourceType, std::string_view storedType)
{
    if (sourceType == storedType)
        return fmt::format("{}::text", value);
    // concat() prints a value as COPY does; ::text does not for boolean and char(n). A composite value with a NULL
    // inside is neither null nor not null; its text is not null.
    const std::string printed = fmt::format("case when {0}::text is not null then concat({0}) end", value);
    // A type outside pg_catalog is written with its schema and need not exist at the source.
    if (storedType.empty() || storedType.find_first_of(".\"") != std::string_view::npos)
        return fmt::format("({})", printed);
    return fmt::format("({})::{}::text", printed, storedType);
}

std::string digestText(const std::vector<std::string>& texts)
{
    std::string sql;
    for (const auto& text : texts) {
        if (!sql.empty())
            sql += "\n    || ";
        sql += fmt::format("coalesce(octet_length(convert_to({0}, 'UTF8')) || ':' || {0}, '-')", text);
    }
    return sql;
}

std::string digest(const std::vector<std::string>& texts)
{
    return fmt::format("md5(convert_to({}, 'UTF8'))", digestText(texts));
}

} // namespace tidegate
