// SPDX-License-Identifier: Apache-2.0
#include "sql/statesql.h"
#include "sql/statetext.h"

namespace tidegate::sql {

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

} // namespace tidegate::sql
