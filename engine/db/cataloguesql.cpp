// SPDX-License-Identifier: Apache-2.0
#include "db/cataloguesql.h"

#include <fmt/format.h>

namespace tidegate::cataloguesql {

std::string relation(int serverVersion)
{
    // Before 9.6 the function takes a cstring, and there is no cast from text but through an unknown literal.
    const std::string_view lookup = serverVersion >= 90600 ? "to_regclass($1)" : "to_regclass($1::cstring)";
    return fmt::format("select c.oid, n.nspname, c.relname, c.relkind, c.reltuples::bigint,"
                       " case when c.relkind in ('r', 'm') then pg_relation_size(c.oid) else -1 end"
                       " from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = {}",
                       lookup);
}

std::string columns(int serverVersion)
{
    const std::string_view identity = serverVersion >= 100000 ? "a.attidentity" : "''";
    const std::string_view generated = serverVersion >= 120000 ? "a.attgenerated <> ''" : "false";
    return fmt::format("select a.attname, format_type(a.atttypid, a.atttypmod), t.typname, t.typtype, a.attnotnull,"
                       " a.atthasdef, pg_get_expr(d.adbin, d.adrelid), {}, {}"
                       " from pg_attribute a join pg_type t on t.oid = a.atttypid"
                       " left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum"
                       " where a.attrelid = $1::oid and a.attnum > 0 and not a.attisdropped order by a.attnum",
                       generated, identity);
}

std::string indexes(int serverVersion)
{
    const std::string_view keyColumns = serverVersion >= 110000 ? "i.indnkeyatts" : "i.indnatts";
    return fmt::format("select i.indisprimary, i.indisunique and i.indimmediate, i.indexprs is null,"
                       " array(select coalesce(a.attname::text, '') from unnest(i.indkey::int2[]) with ordinality k(attnum, at)"
                       " left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum and k.attnum > 0"
                       " where k.at <= {} order by k.at)"
                       " from pg_index i where i.indrelid = $1::oid and i.indisvalid and i.indpred is null"
                       " order by i.indisprimary desc, i.indexrelid",
                       keyColumns);
}

const std::string_view distribution =
    "select a.attname from gp_distribution_policy p, unnest(p.distkey::int2[]) with ordinality k(attnum, at)"
    " join pg_attribute a on a.attrelid = $1::oid and a.attnum = k.attnum"
    " where p.localoid = $1::oid order by k.at";

const std::string_view referencedBy =
    "select c.conname, c.conrelid::regclass::text, c.confdeltype from pg_constraint c"
    " where c.contype = 'f' and c.confrelid = $1::oid order by c.conrelid::regclass::text, c.conname";

const std::string_view rowTriggers =
    "select g.tgname from pg_trigger g where g.tgrelid = $1::oid and not g.tgisinternal"
    " and g.tgtype & 1 = 1 and g.tgenabled in ('O', 'A') order by g.tgname";

// Everything that points at the table or at its row type, but for what a copy of its definition brings along: defaults,
// indexes, TOAST, its own keys and checks, its own types.
const std::string_view dependents =
    "select distinct case when w.rulename = '_RETURN' then case v.relkind when 'm' then 'materialized view ' else 'view ' end"
    " || w.ev_class::regclass::text else pg_describe_object(d.classid, d.objid, 0) end as dependent"
    " from pg_depend d"
    " left join pg_rewrite w on d.classid = 'pg_rewrite'::regclass and w.oid = d.objid"
    " left join pg_class v on v.oid = w.ev_class"
    " left join pg_class r on d.classid = 'pg_class'::regclass and r.oid = d.objid"
    " left join pg_constraint c on d.classid = 'pg_constraint'::regclass and c.oid = d.objid"
    " where (d.refclassid = 'pg_class'::regclass and d.refobjid = $1::oid or d.refclassid = 'pg_type'::regclass"
    " and d.refobjid in (select t.oid from pg_type t where t.typrelid = $1::oid"
    " union all select t.typarray from pg_type t where t.typrelid = $1::oid))"
    " and d.classid <> 'pg_attrdef'::regclass and not (d.classid = 'pg_type'::regclass and d.deptype = 'i')"
    " and coalesce(r.relkind not in ('i', 'I', 't') and r.oid <> $1::oid, true)"
    " and not coalesce(c.conrelid = $1::oid and c.contype in ('p', 'u', 'c', 'x', 'n'), false)"
    " and coalesce(w.ev_class <> $1::oid or w.rulename <> '_RETURN', true)"
    " order by 1";

const std::string_view typesOf =
    "select format_type(q.type, q.modifier), t.typname, t.typtype"
    " from unnest($1::oid[], $2::int[]) with ordinality q(type, modifier, at) join pg_type t on t.oid = q.type"
    " order by q.at";

const std::string_view tables =
    "select n.nspname, c.relname, c.relkind, c.reltuples::bigint, n.nspname::text || e'\\x1f' || c.relname::text as mark"
    " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
    " where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'gp_toolkit')"
    " and n.nspname !~ '^pg_(toast|temp)' and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')"
    " and (n.nspname::text || e'\\x1f' || c.relname::text) collate \"C\" > $1 collate \"C\""
    " order by (n.nspname::text || e'\\x1f' || c.relname::text) collate \"C\" limit $2::int";

} // namespace tidegate::cataloguesql
