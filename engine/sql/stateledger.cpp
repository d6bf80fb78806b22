// SPDX-License-Identifier: Apache-2.0
#include "sql/statesql.h"
#include "sql/statetext.h"

namespace tidegate::sql {

namespace {

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

std::string ledgerSelect()
{
    std::vector<std::string> list;
    for (const auto& column : ledger) {
        const std::string name = column.name;
        list.push_back(name == "applied_at" ? isoTime("l." + name) + " as applied_at" : "l." + name + "::text");
    }
    return fmt::format("select {}", fmt::join(list, ", "));
}

} // namespace

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
            fmt::format("{}\nfrom {}.ledger l\nwhere l.job_id = $1\norder by l.seq desc\nlimit 1", ledgerSelect(),
                        m_schema),
            Params{std::string(jobId)}};
}

Statement StateSql::ledgerBeginning(std::string_view jobId) const
{
    return {"where the rows of the job begin",
            fmt::format("select case when l.seq = 1 and l.kind <> 'reload' then l.lo else l.read_lo end\n"
                        "from {}.ledger l\n"
                        "where l.job_id = $1\n"
                        "  and (l.seq = 1 or l.kind in ('reload', 'full'))\n"
                        "order by l.seq desc\n"
                        "limit 1",
                        m_schema),
            Params{std::string(jobId)}};
}

Statement StateSql::ledgerPage(std::string_view jobId, std::optional<std::int64_t> before, int limit) const
{
    Params params{std::string(jobId)};
    if (before)
        params.emplace_back(std::to_string(*before));
    return {"read the ledger",
            fmt::format("{}, {} as taken_at, e.owner, e.host\nfrom {}.ledger l\n"
                        "left join {}.job_epoch e on e.job_id = l.job_id and e.epoch = l.epoch\n"
                        "where l.job_id = $1{}\norder by l.seq desc\nlimit {}",
                        ledgerSelect(), isoTime("e.taken_at"), m_schema, m_schema,
                        before ? "\n  and l.seq < $2::bigint" : "", limit),
            std::move(params)};
}

Statement StateSql::ledgerSince(std::string_view since, int limit) const
{
    return {"read the newest part of the ledger",
            fmt::format("{}\nfrom {}.ledger l\nwhere l.applied_at >= $1::timestamptz\n"
                        "order by l.applied_at, l.job_id, l.seq\nlimit {}",
                        ledgerSelect(), m_schema, limit),
            Params{std::string(since)}};
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

} // namespace tidegate::sql
