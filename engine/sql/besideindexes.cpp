// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "sql/fingerprint.h"
#include "sql/fulltext.h"
#include "sql/sqltext.h"

#include <fmt/format.h>

namespace tidegate::sql {

namespace {

void addIndex(const IndexInfo& index, std::string_view table, std::string_view beside, Quoter& quoter,
              std::vector<Statement>& statements)
{
    const bool foreign = index.constraint == 'f';
    const auto name = quoter.name(foreign ? index.name : besideIndexName(beside, index.name));
    const auto role = index.unique ? StatementRole::UniqueIndex : StatementRole::Execute;
    if (index.constraint == ' ')
        statements.push_back({fmt::format("make the index {}", index.name),
                              fmt::format("create {}index {}\n    on {}\n    {}", index.unique ? "unique " : "", name,
                                          table, index.method),
                              {},
                              role});
    else
        statements.push_back({fmt::format("make the constraint {}", index.name),
                              fmt::format("alter table {}\n    add constraint {} {}", table, name, index.definition),
                              {},
                              role});
}

} // namespace

std::string besideIndexName(std::string_view beside, std::string_view index)
{
    return fmt::format("tidegate_{}", hex16(fnv1a(index, fnv1a(beside))));
}

std::string newPrimaryKeyName(std::string_view table)
{
    return std::string(cutAtCharacter(table, longestName - 5)) + "_pkey";
}

void addBesideIndexes(const JobPlan& plan, std::string_view table, std::string_view beside, Quoter& quoter,
                      std::vector<Statement>& statements)
{
    if (plan.inputs.target) {
        for (const auto& index : plan.inputs.target->indexDefinitions)
            addIndex(index, table, beside, quoter, statements);
        return;
    }
    if (plan.inputs.job.key.empty())
        return;
    IndexInfo primary;
    primary.name = "primary key";
    primary.definition = fmt::format("primary key ({})", fmt::join(keyNames(plan, quoter), ", "));
    primary.constraint = 'p';
    primary.unique = true;
    addIndex(primary, table, beside, quoter, statements);
}

} // namespace tidegate::sql
