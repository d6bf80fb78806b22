// SPDX-License-Identifier: Apache-2.0
#include "sql/statesql.h"

#include "sql/identifier.h"
#include "sql/sqltext.h"
#include "sql/statetext.h"

namespace tidegate::sql {

namespace {

std::string tableLines(const std::string& table, const std::vector<std::string>& lines, std::string_view primaryKey,
                       Dialect dialect)
{
    const auto first = primaryKey.substr(0, primaryKey.find(','));
    return fmt::format("create table if not exists {} (\n    {},\n    primary key ({})\n){}", table,
                       fmt::join(lines, ",\n    "), primaryKey,
                       dialect == Dialect::Greenplum6 ? fmt::format("\ndistributed by ({})", first) : "");
}
} // namespace

StateSql::StateSql(std::string schema, std::string schemaLiteral, const ServerInfo& target)
    : m_schema(std::move(schema)), m_schemaLiteral(std::move(schemaLiteral)), m_dialect(target.dialect)
{
}

Result<StateSql> StateSql::create(std::string_view schema, const ServerInfo& target)
{
    Quoter quoter;
    StateSql state(quoter.name(schema), quoter.literal(schema), target);
    state.m_schemaName = schema;
    return quoter.finish(state);
}

Statement StateSql::present() const
{
    return {"look for the state tables", fmt::format("select count(*) = 3 as present\n"
                                                     "from pg_class c\n"
                                                     "join pg_namespace n on n.oid = c.relnamespace\n"
                                                     "where n.nspname = {}\n"
                                                     "  and c.relname in ('state_version', 'ledger', 'job_epoch')",
                                                     m_schemaLiteral)};
}

Statement StateSql::version() const
{
    return {"read the version of the state tables",
            fmt::format("select max(version) as version\nfrom {}.state_version", m_schema)};
}

std::vector<Statement> StateSql::createState() const
{
    Quoter quoter; // m_schemaName was checked by create()
    const auto comment = [&](std::string_view table, std::string_view text) {
        return Statement{fmt::format("describe {}", table),
                         fmt::format("comment on table {}.{} is {}", m_schema, table, quoter.literal(text))};
    };
    const std::vector<std::string> version{"version integer", "written_at timestamptz not null default now()"};
    const std::vector<std::string> epoch{"job_id text",
                                         "epoch bigint",
                                         "owner text not null",
                                         "host text not null",
                                         "pid integer not null",
                                         "pid_started timestamptz",
                                         "backend_pid integer not null",
                                         "taken_at timestamptz not null default now()"};
    return {
        {"let only one session make the state tables",
         fmt::format("select pg_advisory_xact_lock({}, hashtext({}))", stateLock, m_schemaLiteral)},
        {"make the state schema", ensureSchema(m_schemaName, quoter)},
        {"make the version table", tableLines(m_schema + ".state_version", version, "version", m_dialect)},
        {"make the table of epochs", tableLines(m_schema + ".job_epoch", epoch, "job_id, epoch", m_dialect)},
        {"make the ledger", tableLines(m_schema + ".ledger", ledgerLines(), "job_id, seq", m_dialect)},
        {"write the version", fmt::format("insert into {0}.state_version (version)\nselect {1}\nwhere not exists "
                                          "(select 1 from {0}.state_version where version >= {1})",
                                          m_schema, stateVersion)},
        comment("state_version", "Tidegate: version of these tables; a program that writes an older one refuses."),
        comment("job_epoch",
                "Tidegate: owners of jobs; only the newest epoch of a job may commit. Rows are only ever inserted."),
        comment("ledger", "Tidegate: one row per applied window, written in the transaction of its data. Rows are only "
                          "ever inserted."),
    };
}

Statement StateSql::manifest(std::string_view stagingTable, std::int64_t attempt) const
{
    return {"count what the attempt staged", fmt::format("select s._part as part, count(*) as rows\nfrom {} s\nwhere "
                                                         "s._attempt = {}\ngroup by s._part\norder by s._part",
                                                         stagingTable, attempt)};
}

Statement StateSql::staging(const JobPlan& plan) const
{
    const auto parts = parseQualifiedName(plan.stagingTable);
    return {"look at the staging table",
            "select c.oid::bigint as oid, obj_description(c.oid, 'pg_class') as definition, "
            "pg_relation_size(c.oid) as bytes\n"
            "from pg_class c\n"
            "join pg_namespace n on n.oid = c.relnamespace\n"
            "where n.nspname = $1\n"
            "  and c.relname = $2",
            parts ? Params{parts->front(), parts->back()} : Params{std::string(), std::string()}};
}

Statement StateSql::leftovers() const
{
    return {"look for staging tables that hold something",
            fmt::format("select c.relname::text as table, pg_relation_size(c.oid) as bytes\n"
                        "from pg_class c\n"
                        "join pg_namespace n on n.oid = c.relnamespace\n"
                        "where n.nspname = {}\n"
                        "  and c.relkind = 'r'\n"
                        "  and left(c.relname, 4) = 'stg_'\n"
                        "  and pg_relation_size(c.oid) > 0\n"
                        "order by 1",
                        m_schemaLiteral)};
}

} // namespace tidegate::sql
