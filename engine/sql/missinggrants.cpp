// SPDX-License-Identifier: Apache-2.0
#include "sql/identifier.h"
#include "sql/statements.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tidegate::sql {

namespace {

/// What a right is called and, as SQL, whether the session's role has it.
std::string line(Quoter& quoter, std::string_view what, std::string_view granted)
{
    return fmt::format("({}, {})", quoter.literal(what), granted);
}

/// Usage, and create where the job makes something there; of the database where the schema is missing itself.
std::string onSchema(Quoter& quoter, const std::string& schema, bool makes)
{
    const auto granted = fmt::format(
        "coalesce((select has_schema_privilege(n.oid, 'usage'){} from pg_namespace n where n.nspname = {}),\n"
        "             has_database_privilege(current_database(), 'create'))",
        makes ? " and has_schema_privilege(n.oid, 'create')" : "", quoter.literal(schema));
    return line(quoter,
                fmt::format("usage{} on schema {} (or create on the database where it is missing)",
                            makes ? " and create" : "", schema),
                granted);
}

std::string onTable(Quoter& quoter, const TableInfo& table, std::string_view right)
{
    return line(quoter, fmt::format("{} on {}.{}", right, table.schema, table.name),
                fmt::format("has_table_privilege({}::oid, '{}')", table.oid, right));
}

} // namespace

Result<std::string> missingGrantsSql(const JobPlan& plan)
{
    Quoter quoter;
    const auto& target = plan.inputs.target;
    const bool full = plan.inputs.job.mode == Mode::Full;
    const auto parts = parseQualifiedName(plan.targetTable);
    if (!parts)
        return parts.error();
    std::vector<std::string> lines{onSchema(quoter, plan.inputs.stateSchema, true),
                                   onSchema(quoter, parts->front(), full || !target)};
    if (target)
        lines.push_back(onTable(quoter, *target, "select"));
    if (target && !(full && plan.swapByRename)) { // the owner swaps
        lines.push_back(onTable(quoter, *target, "insert"));
        lines.push_back(onTable(quoter, *target, "delete"));
    }
    const auto text =
        fmt::format("select r.what\n"
                    "from (values\n    {}\n) r (what, granted)\n"
                    "where not r.granted\n"
                    "union all\n"
                    "select 'select and insert on ' || n.nspname || '.' || c.relname\n"
                    "from pg_class c\n"
                    "join pg_namespace n on n.oid = c.relnamespace\n"
                    "where n.nspname = {}\n"
                    "  and c.relname in ('ledger', 'job_epoch')\n"
                    "  and not (has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert'))",
                    fmt::join(lines, ",\n    "), quoter.literal(plan.inputs.stateSchema));
    return quoter.finish(text);
}

} // namespace tidegate::sql
