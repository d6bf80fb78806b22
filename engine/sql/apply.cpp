// SPDX-License-Identifier: Apache-2.0
#include "sql/sqltext.h"
#include "sql/statements.h"
#include "sql/typemap.h"

#include <fmt/format.h>

#include <algorithm>

namespace tidegate::sql {

namespace {

/// The statements of one apply. Aliases: s is the staged row, t the target's.
class ApplyBuilder
{
public:
    ApplyBuilder(const JobPlan& plan, std::int64_t attempt)
        : m_plan(plan), m_staging(plan.stagingTable), m_target(plan.targetTable), m_key(keyNames(plan, m_quoter)),
          m_loaded(loadedNames(plan, m_quoter)), m_kept(keptNames(plan, m_quoter)),
          m_mine(fmt::format("s._attempt = {}", attempt))
    {
    }

    Result<std::vector<Statement>> build()
    {
        prepare();
        checkRows();
        if (job().apply == Apply::Append)
            insert("insert the rows", "");
        else
            merge();
        return m_quoter.finish(m_statements);
    }

private:
    [[nodiscard]] const JobDefinition& job() const { return m_plan.inputs.job; }
    [[nodiscard]] bool deletes() const { return !job().deleteWhen.empty(); }

    void add(StatementRole role, std::string title, std::string sql)
    {
        m_statements.push_back({std::move(title), std::move(sql), {}, role});
    }

    void prepare()
    {
        if (isGreenplum(m_plan))
            add(StatementRole::Execute, "no statistics in between", "set local gp_autostats_mode = none");
        auto names = m_key;
        names.emplace_back("_attempt");
        add(StatementRole::Execute, "let the planner know how much was staged",
            fmt::format("analyze {} ({})", m_staging, fmt::join(names, ", ")));
        if (!m_plan.inputs.target || m_plan.inputs.target->referencedBy.empty())
            return;
        add(StatementRole::Execute, "look at foreign keys at the end, where they allow it",
            "set constraints all deferred");
    }

    void checkRows()
    {
        if (!m_key.empty())
            add(StatementRole::NullKeys, "look for rows without a key",
                fmt::format("select count(*) over () as total, {}, s._wm\nfrom {} s\nwhere {}\n  and ({})\nlimit 5",
                            prefixed(m_key, "s."), m_staging, m_mine, anyNull(m_key, "s")));
        if (m_plan.nulls == NullWatermark::Reject && m_plan.watermarkNullable)
            add(StatementRole::NullWatermarks, "look for rows without a watermark",
                fmt::format("select count(*) over () as total, {}\nfrom {} s\nwhere {}\n  and s._wm is null\nlimit 5",
                            prefixed(m_key.empty() ? m_loaded : m_key, "s."), m_staging, m_mine));
        if (m_key.empty())
            return;
        if (job().onDuplicateKey == OnDuplicateKey::Newest)
            dropSuperseded();
        else
            findRepeated();
    }

    void findRepeated()
    {
        add(StatementRole::RepeatedKeys, "look for a key that two rows have",
            fmt::format("select r.rows_with_this_key, {0}, s._wm\n"
                        "from (\n"
                        "    select {1}, count(*) as rows_with_this_key\n"
                        "    from {2} s\n"
                        "    where {3}\n"
                        "    group by {1}\n"
                        "    having count(*) > 1\n"
                        "    order by {1}\n"
                        "    limit 1\n"
                        ") r\n"
                        "join {2} s on {4}\n"
                        "where {3}\n"
                        "order by s._wm desc nulls last, s._ord desc\n"
                        "limit 2",
                        prefixed(m_loaded, "s."), prefixed(m_key, "s."), m_staging, m_mine, equalOn(m_key, "s", "r")));
    }

    void dropSuperseded()
    {
        add(StatementRole::Superseded, "keep the newest of the rows with one key",
            fmt::format("delete from {0} s\n"
                        "using (\n"
                        "    select s._ord, row_number() over (\n"
                        "        partition by {1}\n"
                        "        order by s._wm desc nulls last, s._ord desc\n"
                        "    ) as place\n"
                        "    from {0} s\n"
                        "    where {2}\n"
                        ") r\n"
                        "where {2}\n"
                        "  and s._ord = r._ord\n"
                        "  and r.place > 1",
                        m_staging, prefixed(m_key, "s."), m_mine));
    }

    void merge()
    {
        add(StatementRole::Execute, "lock the target against other writers; readers go on",
            fmt::format("lock table {} in {} mode", m_target,
                        isGreenplum(m_plan) ? "exclusive" : "share row exclusive"));
        add(StatementRole::Unchanged, "leave out what the target has already", unchanged());
        if (!m_kept.empty())
            add(StatementRole::Execute, "remember what the job does not fill", remember());
        add(StatementRole::Removed, "delete the old versions",
            fmt::format("delete from {} t\nusing {} s\nwhere {}\n  and {}", m_target, m_staging, m_mine,
                        equalOn(m_key, "t", "s")));
        if (deletes())
            add(StatementRole::Deleted, "leave out what delete_when takes away",
                fmt::format("delete from {} s\nwhere {}\n  and s._del", m_staging, m_mine));
        insertNewest();
    }

    [[nodiscard]] std::string unchanged() const
    {
        auto text = fmt::format("delete from {} s\nusing {} t\nwhere {}\n  and {}", m_staging, m_target, m_mine,
                                equalOn(m_key, "t", "s"));
        if (deletes())
            text += "\n  and not s._del";
        for (std::size_t i = 0; i < m_plan.columns.size(); ++i) {
            const auto column = targetColumn(m_plan, m_plan.columns[i]);
            const bool native = comparesNatively(column);
            if (m_plan.columns[i].key && native)
                continue; // a key that compares otherwise can be equal and still be written in another way
            const auto cast = native ? "" : column.equalIsNotSame ? "::text collate \"C\"" : "::text";
            text += fmt::format("\n  and s.{0}{1} is not distinct from t.{0}{1}", m_loaded[i], cast);
        }
        return text;
    }

    [[nodiscard]] std::string remember() const
    {
        auto names = m_key;
        names.insert(names.end(), m_kept.begin(), m_kept.end());
        return fmt::format("create temporary table tidegate_kept on commit drop as\n"
                           "select {}\nfrom {} t\njoin {} s on {}\nwhere {}{}",
                           prefixed(names, "t."), m_target, m_staging, equalOn(m_key, "t", "s"), m_mine,
                           isGreenplum(m_plan) ? fmt::format("\ndistributed by ({})", fmt::join(m_key, ", ")) : "");
    }

    void insertNewest()
    {
        if (m_kept.empty()) {
            insert("insert the rows", "");
            return;
        }
        auto names = m_loaded;
        names.insert(names.end(), m_kept.begin(), m_kept.end());
        std::vector<std::string> values;
        for (const auto& name : m_loaded)
            values.push_back("s." + name);
        for (const auto& name : m_kept)
            values.push_back("k." + name);
        auto unquoted = loadedUnquoted();
        unquoted.insert(unquoted.end(), m_plan.keptColumns.begin(), m_plan.keptColumns.end());
        add(StatementRole::Inserted, "insert the new versions with what was remembered",
            fmt::format("insert into {} (\n    {}\n){}\nselect\n    {}\nfrom {} s\njoin pg_temp.tidegate_kept k on "
                        "{}\nwhere {}",
                        m_target, fmt::join(names, ",\n    "), overriding(m_plan, unquoted),
                        fmt::join(values, ",\n    "), m_staging, equalOn(m_key, "k", "s"), m_mine));
        insert("insert the rows that are new",
               fmt::format("\n  and not exists (select 1 from pg_temp.tidegate_kept k where {})",
                           equalOn(m_key, "k", "s")));
    }

    [[nodiscard]] std::vector<std::string> loadedUnquoted() const
    {
        std::vector<std::string> names;
        for (const auto& column : m_plan.columns)
            names.push_back(column.name);
        return names;
    }

    void insert(std::string title, std::string_view more)
    {
        std::vector<std::string> values;
        for (const auto& name : m_loaded)
            values.push_back("s." + name);
        add(StatementRole::Inserted, std::move(title),
            fmt::format("insert into {} (\n    {}\n){}\nselect\n    {}\nfrom {} s\nwhere {}{}", m_target,
                        fmt::join(m_loaded, ",\n    "), overriding(m_plan, loadedUnquoted()),
                        fmt::join(values, ",\n    "), m_staging, m_mine, more));
    }

    const JobPlan& m_plan;
    Quoter m_quoter;
    std::string m_staging;
    std::string m_target;
    std::vector<std::string> m_key;
    std::vector<std::string> m_loaded;
    std::vector<std::string> m_kept;
    std::string m_mine;
    std::vector<Statement> m_statements;
};

} // namespace

Result<std::vector<Statement>> applySql(const JobPlan& plan, std::int64_t attempt)
{
    if (plan.watermarkExpression.empty())
        return Error{ErrorCode::Invalid,
                     fmt::format("job {} has no watermark, so it has no windows to apply", plan.inputs.job.name)};
    if (plan.inputs.job.apply == Apply::Merge && plan.inputs.job.key.empty())
        return Error{ErrorCode::Invalid, fmt::format("job {} has no key, so it can't be merged", plan.inputs.job.name)};
    return ApplyBuilder(plan, attempt).build();
}

} // namespace tidegate::sql
