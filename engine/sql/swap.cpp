// SPDX-License-Identifier: Apache-2.0
#include "sql/fulltext.h"
#include "sql/sqltext.h"
#include "sql/statements.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::sql {

namespace {

/// The statements that put a loaded table in the target's place.
class SwapBuilder
{
public:
    SwapBuilder(const JobPlan& plan, std::string_view beside) : m_plan(plan), m_besideName(beside)
    {
        const auto parts = parseQualifiedName(plan.targetTable);
        m_schema = plan.inputs.target ? plan.inputs.target->schema : parts ? parts->front() : std::string();
        m_targetName = plan.inputs.target ? plan.inputs.target->name : parts ? parts->back() : std::string();
        m_beside = m_quoter.qualified({m_schema, m_besideName});
    }

    Result<std::vector<Statement>> build()
    {
        add("wait at most this long, so that nobody queues behind us", "set local lock_timeout = '2s'");
        if (!m_plan.inputs.target)
            bringIn();
        else if (m_plan.swapByRename)
            rename();
        else
            replace();
        return m_quoter.finish(m_statements);
    }

private:
    void add(std::string title, std::string sql, StatementRole role = StatementRole::Execute)
    {
        m_statements.push_back({std::move(title), std::move(sql), {}, role});
    }

    void bringIn()
    {
        add("give the table its name",
            fmt::format("alter table {} rename to {}", m_beside, m_quoter.name(m_targetName)));
        if (!m_plan.inputs.job.key.empty())
            renameIndex("primary key", newPrimaryKeyName(m_targetName));
        add("say where the target comes from", fmt::format("comment on table {} is {}", m_plan.targetTable,
                                                           m_quoter.literal(jobTitle(m_plan.inputs.job))));
    }

    void rename()
    {
        const auto& target = *m_plan.inputs.target;
        add("lock the target", fmt::format("lock table {} in access exclusive mode", m_plan.targetTable));
        keepColumns();
        if (!target.owner.empty())
            add("take over the owner",
                fmt::format("alter table {} owner to {}", m_beside, m_quoter.name(target.owner)));
        for (const auto& column : target.columns) // a sequence needs the owner of its table
            takeSequence(column);
        for (const auto& grant : target.grants)
            takeGrant(grant);
        if (!target.comment.empty())
            add("take over the comment",
                fmt::format("comment on table {} is {}", m_beside, m_quoter.literal(target.comment)));
        add("drop the old table", fmt::format("drop table {}", m_plan.targetTable));
        add("give the new table its name",
            fmt::format("alter table {} rename to {}", m_beside, m_quoter.name(m_targetName)));
        for (const auto& index : target.indexDefinitions) {
            if (index.constraint != 'f')
                renameIndex(index.name, index.name);
            takeIndexComment(index);
        }
    }

    void replace()
    {
        add("lock the target against other writers; readers go on",
            fmt::format("lock table {} in {} mode", m_plan.targetTable,
                        isGreenplum(m_plan) ? "exclusive" : "share row exclusive"));
        if (!m_plan.inputs.target->referencedBy.empty())
            add("look at foreign keys at the end, where they allow it", "set constraints all deferred");
        keepColumns();
        add("delete the old rows", fmt::format("delete from {}", m_plan.targetTable), StatementRole::Removed);
        std::vector<std::string> names;
        std::vector<std::string> unquoted;
        for (const auto& column : m_plan.inputs.target->columns) {
            if (column.generated)
                continue;
            names.push_back(m_quoter.name(column.name));
            unquoted.push_back(column.name);
        }
        add("insert the new rows",
            fmt::format("insert into {} (\n    {}\n){}\nselect\n    {}\nfrom {} b", m_plan.targetTable,
                        fmt::join(names, ",\n    "), overriding(m_plan, unquoted), prefixed(names, "b."), m_beside),
            StatementRole::Inserted);
        advanceIdentities();
        add("drop the table beside", fmt::format("drop table {}", m_beside));
    }

    /// What the job does not fill keeps its value; rows that are new have the default already.
    void keepColumns()
    {
        if (m_plan.keptColumns.empty() || m_plan.inputs.job.key.empty())
            return;
        std::vector<std::string> sets;
        for (const auto& name : keptNames(m_plan, m_quoter))
            sets.push_back(fmt::format("{0} = t.{0}", name));
        generateIdentities("by default");
        add("carry over what the job does not fill",
            fmt::format("update {} b\nset {}\nfrom {} t\nwhere {}", m_beside, fmt::join(sets, ",\n    "),
                        m_plan.targetTable, equalOn(keyNames(m_plan, m_quoter), "b", "t")));
        generateIdentities("always");
    }

    /// An identity that is generated always can't be updated.
    void generateIdentities(std::string_view how)
    {
        for (const auto& name : m_plan.keptColumns) {
            const auto* column = m_plan.inputs.target->column(name);
            if (column != nullptr && column->identity == 'a')
                add(fmt::format("{} is generated {}", name, how),
                    fmt::format("alter table {} alter column {} set generated {}", m_beside, m_quoter.name(name), how));
        }
    }

    [[nodiscard]] bool isKept(std::string_view name) const
    {
        return std::find(m_plan.keptColumns.begin(), m_plan.keptColumns.end(), name) != m_plan.keptColumns.end();
    }

    /// Numbers that the table beside has given out must not be given out again.
    void advanceIdentities()
    {
        for (const auto& name : m_plan.keptColumns) {
            const auto* column = m_plan.inputs.target->column(name);
            if (column == nullptr || column->identity == ' ' || column->ownedSequence.empty())
                continue;
            add(fmt::format("go on counting {}", name),
                fmt::format("select setval({}, max({}))\nfrom {}", m_quoter.literal(column->ownedSequence),
                            m_quoter.name(name), m_plan.targetTable));
        }
    }

    void takeSequence(const ColumnInfo& column)
    {
        if (column.ownedSequence.empty() || (column.identity != ' ' && isKept(column.name)))
            return;
        const auto name = m_quoter.name(column.name);
        if (column.identity == ' ') {
            add(fmt::format("take over the sequence of {}", column.name),
                fmt::format("alter sequence {} owned by {}.{}", column.ownedSequence, m_beside, name));
            return;
        }
        add(fmt::format("go on counting {}", column.name),
            fmt::format("select setval(pg_get_serial_sequence({}, {}), o.last_value, o.is_called)\nfrom {} o",
                        m_quoter.literal(m_beside), m_quoter.literal(column.name), column.ownedSequence));
    }

    void takeGrant(const GrantInfo& grant)
    {
        const auto column = grant.column.empty() ? "" : fmt::format(" ({})", m_quoter.name(grant.column));
        std::vector<std::string> privileges;
        for (const auto& privilege : grant.privileges)
            privileges.push_back(privilege + column);
        add(fmt::format("take over the rights of {}", grant.grantee.empty() ? "public" : grant.grantee),
            fmt::format("grant {} on table {} to {}{}", fmt::join(privileges, ", "), m_beside,
                        grant.grantee.empty() ? "public" : m_quoter.name(grant.grantee),
                        grant.grantable ? " with grant option" : ""));
    }

    void renameIndex(std::string_view index, std::string_view finalName)
    {
        add(fmt::format("give {} its name", index),
            fmt::format("alter index {} rename to {}",
                        m_quoter.qualified({m_schema, besideIndexName(m_besideName, index)}),
                        m_quoter.name(finalName)));
    }

    void takeIndexComment(const IndexInfo& index)
    {
        if (index.comment.empty())
            return;
        const auto what = index.constraint == ' '
                              ? fmt::format("index {}", m_quoter.qualified({m_schema, index.name}))
                              : fmt::format("constraint {} on {}", m_quoter.name(index.name), m_plan.targetTable);
        add(fmt::format("take over the comment of {}", index.name),
            fmt::format("comment on {} is {}", what, m_quoter.literal(index.comment)));
    }

    const JobPlan& m_plan;
    Quoter m_quoter;
    std::string m_besideName;
    std::string m_schema;
    std::string m_targetName;
    std::string m_beside;
    std::vector<Statement> m_statements;
};

} // namespace

Result<std::vector<Statement>> swapSql(const JobPlan& plan, std::string_view beside)
{
    return SwapBuilder(plan, beside).build();
}

} // namespace tidegate::sql
