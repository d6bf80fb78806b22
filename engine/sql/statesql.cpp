// SPDX-License-Identifier: Apache-2.0
#include "sql/statesql.h"

#include "sql/identifier.h"
#include "sql/sqltext.h"

#include <fmt/format.h>

namespace tidegate::sql {

namespace {

using Params = std::vector<std::optional<std::string>>;

/// Classes of our advisory locks: readers of pg_locks know them by these numbers.
constexpr int applyLock = 7701;
constexpr int ownerLock = 7702;
constexpr int stateLock = 7703;

struct LedgerColumn
{
    const char* name;
    const char* type;
};

constexpr LedgerColumn ledger[] = {
    {"job_id", "text"},
    {"seq", "bigint"},
    {"kind", "text"},
    {"batch_id", "text"},
    {"epoch", "bigint"},
    {"lo", "text"},
    {"hi", "text"},
    {"read_lo", "text"},
    {"read_hi", "text"},
    {"rows_read", "bigint"},
    {"rows_inserted", "bigint"},
    {"rows_deleted", "bigint"},
    {"rows_unchanged", "bigint"},
    {"rows_superseded", "bigint"},
    {"rows_quarantined", "bigint"},
    {"digest", "numeric"},
    {"held_by", "text"},
    {"config_hash", "text"},
    {"config_rev", "text"},
    {"pool", "text"},
    {"environment", "text"},
    {"target_oid", "oid"},
    {"topic", "text"},
    {"part", "integer"},
    {"next_offset", "bigint"},
    {"applied_at", "timestamptz"},
};

constexpr std::string_view iso = "YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"";

std::string isoTime(std::string_view column)
{
    return fmt::format("to_char({} at time zone 'UTC', '{}')", column, iso);
}

std::string ledgerSelect()
{
    std::vector<std::string> list;
    for (const auto& column : ledger) {
        const std::string name = column.name;
        list.push_back(name == "applied_at" ? isoTime(name) + " as applied_at" : name + "::text");
    }
    return fmt::format("select {}", fmt::join(list, ", "));
}

std::string tableLines(const std::string& table, const std::vector<std::string>& lines, std::string_view primaryKey,
                       Dialect dialect)
{
    const auto first = primaryKey.substr(0, primaryKey.find(','));
    return fmt::format("create table if not exists {} (\n    {},\n    primary key ({})\n){}", table,
                       fmt::join(lines, ",\n    "), primaryKey,
                       dialect == Dialect::Greenplum6 ? fmt::format("\ndistributed by ({})", first) : "");
}

std::vector<std::string> ledgerLines()
{
    std::vector<std::string> lines;
    for (const auto& column : ledger) {
        const std::string name = column.name;
        const bool always = name == "job_id" || name == "seq" || name == "kind" || name == "epoch";
        lines.push_back(fmt::format("{:<17}{}{}", name, column.type,
                                    always                 ? " not null"
                                    : name == "applied_at" ? " not null default now()"
                                                           : ""));
    }
    return lines;
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

Statement StateSql::tryOwn(std::string_view jobId) const
{
    return {"own the job", fmt::format("select pg_try_advisory_lock({}, hashtext($1)) as locked", ownerLock),
            Params{std::string(jobId)}};
}

Statement StateSql::letGo(std::string_view jobId) const
{
    return {"let the job go", fmt::format("select pg_advisory_unlock({}, hashtext($1)) as unlocked", ownerLock),
            Params{std::string(jobId)}};
}

Statement StateSql::lockApply(std::string_view jobId) const
{
    return {"wait for an older apply to end", fmt::format("select pg_advisory_xact_lock({}, hashtext($1))", applyLock),
            Params{std::string(jobId)}};
}

Statement StateSql::holders(std::string_view jobId) const
{
    return {"look who holds the job",
            fmt::format("select l.pid, case l.classid when {0} then 'owner' else 'apply' end as lock,\n"
                        "       a.usename::text, a.application_name, host(a.client_addr) as client_addr,\n"
                        "       {2} as backend_start, {3} as state_change, a.state\n"
                        "from pg_locks l\n"
                        "join pg_stat_activity a on a.pid = l.pid\n"
                        "where l.locktype = 'advisory'\n"
                        "  and l.granted\n"
                        "  and l.database = (select oid from pg_database where datname = current_database())\n"
                        "  and l.classid in ({0}, {1})\n"
                        "  and l.objid::bigint = (hashtext($1)::bigint & 4294967295)\n"
                        "  and l.objsubid = 2\n"
                        "  and l.pid <> pg_backend_pid()\n"
                        "order by 2 desc, 1",
                        ownerLock, applyLock, isoTime("a.backend_start"), isoTime("a.state_change")),
            Params{std::string(jobId)}};
}

Statement StateSql::terminate(int backendPid) const
{
    return {"end the session of the former owner", "select pg_terminate_backend($1::integer) as terminated",
            Params{std::to_string(backendPid)}};
}

Statement StateSql::takeEpoch(std::string_view jobId, const EpochOwner& owner) const
{
    return {"take the next epoch",
            fmt::format("insert into {0}.job_epoch (job_id, epoch, owner, host, pid, pid_started, backend_pid)\n"
                        "select $1::text, coalesce(max(epoch), 0) + 1, session_user, $2::text, $3::integer, "
                        "$4::timestamptz, pg_backend_pid()\n"
                        "from {0}.job_epoch\n"
                        "where job_id = $1::text\n"
                        "returning epoch",
                        m_schema),
            Params{std::string(jobId), owner.host, std::to_string(owner.pid),
                   owner.pidStarted.empty() ? std::nullopt : std::optional(owner.pidStarted)}};
}

Statement StateSql::newestEpoch(std::string_view jobId) const
{
    return {"read the newest epoch",
            fmt::format("select epoch, owner, host, pid, {} as pid_started, backend_pid, {} as taken_at\n"
                        "from {}.job_epoch\n"
                        "where job_id = $1\n"
                        "order by epoch desc\n"
                        "limit 1",
                        isoTime("pid_started"), isoTime("taken_at"), m_schema),
            Params{std::string(jobId)}};
}

Statement StateSql::owners() const
{
    return {"read the newest epoch of every job",
            fmt::format(
                "select e.job_id, e.epoch, e.owner, e.host, e.pid, {} as pid_started, e.backend_pid, {} as taken_at,\n"
                "       exists (\n"
                "           select 1\n"
                "           from pg_locks l\n"
                "           where l.locktype = 'advisory'\n"
                "             and l.granted\n"
                "             and l.database = (select oid from pg_database where datname = current_database())\n"
                "             and l.classid = {}\n"
                "             and l.objid::bigint = (hashtext(e.job_id)::bigint & 4294967295)\n"
                "             and l.objsubid = 2\n"
                "       ) as holding\n"
                "from {}.job_epoch e\n"
                "join (select job_id, max(epoch) as epoch from {}.job_epoch group by job_id) n\n"
                "  on n.job_id = e.job_id and n.epoch = e.epoch\n"
                "order by e.job_id",
                isoTime("e.pid_started"), isoTime("e.taken_at"), ownerLock, m_schema, m_schema)};
}

const std::vector<std::string>& StateSql::ledgerColumns()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const auto& column : ledger)
            list.emplace_back(column.name);
        return list;
    }();
    return names;
}

Statement StateSql::lastLedger(std::string_view jobId) const
{
    return {"read the ledger's last row",
            fmt::format("{}\nfrom {}.ledger\nwhere job_id = $1\norder by seq desc\nlimit 1", ledgerSelect(), m_schema),
            Params{std::string(jobId)}};
}

Statement StateSql::ledgerPage(std::string_view jobId, std::optional<std::int64_t> before, int limit) const
{
    Params params{std::string(jobId)};
    if (before)
        params.emplace_back(std::to_string(*before));
    return {"read the ledger",
            fmt::format("{}\nfrom {}.ledger\nwhere job_id = $1{}\norder by seq desc\nlimit {}", ledgerSelect(),
                        m_schema, before ? "\n  and seq < $2::bigint" : "", limit),
            std::move(params)};
}

Statement StateSql::ledgerGaps() const
{
    return {"look for gaps in the ledger",
            fmt::format("select job_id, seq, lo, previous_seq, previous_hi\n"
                        "from (\n"
                        "    select job_id, seq, lo,\n"
                        "           lag(seq) over w as previous_seq,\n"
                        "           lag(hi) over w as previous_hi\n"
                        "    from {}.ledger\n"
                        "    window w as (partition by job_id order by seq)\n"
                        ") r\n"
                        "where seq <> coalesce(previous_seq, 0) + 1\n"
                        "   or (previous_seq is not null and lo is distinct from previous_hi)\n"
                        "order by job_id, seq",
                        m_schema)};
}

Statement StateSql::insertLedger(std::vector<std::optional<std::string>> values) const
{
    std::vector<std::string> names;
    std::vector<std::string> bound;
    for (const auto& column : ledger) {
        const std::string name = column.name;
        if (name == "applied_at")
            continue;
        names.push_back(name);
        bound.push_back(fmt::format("${}::{}", names.size(), column.type));
    }
    return {"write the ledger row",
            fmt::format("insert into {}.ledger (\n    {}\n)\nvalues (\n    {}\n)", m_schema, fmt::join(names, ", "),
                        fmt::join(bound, ", ")),
            std::move(values)};
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
            "pg_total_relation_size(c.oid) as bytes\n"
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
