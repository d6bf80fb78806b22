// SPDX-License-Identifier: Apache-2.0
#include "sql/cataloguesql.h"

#include "sql/identifier.h"

#include <fmt/format.h>

namespace tidegate::sql {

namespace {

constexpr std::string_view serverSql = R"(select json_build_object(
    'dialect', case when version() ~ 'Greenplum|Cloudberry' then 'greenplum6' else 'postgres' end,
    'version', current_setting('server_version_num')::integer,
    'versionText', coalesce('Greenplum ' || substring(version() from 'Greenplum Database ([0-9.]+)'),
                            substring(version() from '^[^ ]+ [^ ,]+')),
    'zone', (select s.reset_val from pg_settings s where s.name = 'TimeZone'),
    'lcMonetary', current_setting('lc_monetary'),
    'standby', pg_is_in_recovery(),
    'seesAllSessions', (select r.rolsuper from pg_roles r where r.rolname = current_user)
                       or exists (select 1
                                  from pg_roles r
                                  where r.rolname = 'pg_read_all_stats'
                                    and pg_has_role(r.oid, 'usage'))
)::text)";

// {0} identity  {1} generated
constexpr std::string_view columnsSql = R"((
        select json_agg(json_build_object(
            'name', a.attname,
            'type', format_type(a.atttypid, a.atttypmod),
            'baseType', t.typname,
            'typeClass', t.typtype,
            'notNull', a.attnotnull,
            'hasDefault', a.atthasdef and not {1},
            'defaultExpression', pg_get_expr(d.adbin, d.adrelid),
            'generated', {1},
            'identity', {0},
            'domainOf', case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod) end,
            'equalIsNotSame', exists (
                select 1
                from pg_collation l
                where l.oid = a.attcollation and to_json(l) ->> 'collisdeterministic' = 'false'),
            'ownedSequence', (
                select quote_ident(sn.nspname) || '.' || quote_ident(s.relname)
                from pg_depend o
                join pg_class s on s.oid = o.objid and s.relkind = 'S'
                join pg_namespace sn on sn.oid = s.relnamespace
                where o.classid = 'pg_class'::regclass
                  and o.refclassid = 'pg_class'::regclass
                  and o.refobjid = a.attrelid
                  and o.refobjsubid = a.attnum
                  and o.deptype in ('a', 'i')
                limit 1)
        ) order by a.attnum)
        from pg_attribute a
        join pg_type t on t.oid = a.atttypid
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    ))";

// {0} number of key columns  {1} restriction of the index definitions
constexpr std::string_view keysSql = R"(
    'primaryKey', (
        select json_agg(a.attname order by k.n)
        from pg_index i
        cross join unnest(i.indkey::int2[]) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary and k.n <= {0}
    ),
    'uniqueKeys', (
        select json_agg(u.names order by u.names::text)
        from (
            select json_agg(a.attname order by k.n) as names
            from pg_index i
            cross join unnest(i.indkey::int2[]) with ordinality k (attnum, n)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
            where i.indrelid = c.oid and i.indisunique and i.indisvalid
              and i.indpred is null and i.indexprs is null and k.n <= {0}
            group by i.indexrelid
        ) u
    ),
    'indexes', (
        select json_agg(u.names order by u.names::text)
        from (
            select json_agg(a.attname order by k.n) as names
            from pg_index i
            cross join unnest(i.indkey::int2[]) with ordinality k (attnum, n)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
            where i.indrelid = c.oid and i.indisvalid and k.n <= {0}
              and not exists (
                  select 1
                  from unnest(i.indkey::int2[]) with ordinality e (attnum, n)
                  where e.attnum = 0 and e.n < k.n)
            group by i.indexrelid
        ) u
    ),
    'indexDefinitions', (
        select json_agg(x.entry order by x.place, x.name)
        from (
            select case when i.indisprimary then 0 else 1 end as place, ic.relname as name,
                   json_build_object(
                       'name', ic.relname,
                       'constraint', coalesce(k.contype::text, ' '),
                       'definition', case when k.oid is null then pg_get_indexdef(i.indexrelid)
                                          else pg_get_constraintdef(k.oid) end,
                       'method', substr(pg_get_indexdef(i.indexrelid),
                                        strpos(pg_get_indexdef(i.indexrelid), ' USING ' || am.amname || ' ') + 1),
                       'unique', i.indisunique,
                       'comment', case when k.oid is null then obj_description(i.indexrelid, 'pg_class')
                                       else obj_description(k.oid, 'pg_constraint') end) as entry
            from pg_index i
            join pg_class ic on ic.oid = i.indexrelid
            join pg_am am on am.oid = ic.relam
            left join pg_constraint k on k.conindid = i.indexrelid and k.conrelid = i.indrelid and k.contype in ('p', 'u', 'x')
            where i.indrelid = c.oid and i.indisvalid{1}
            union all
            select 2, k.conname,
                   json_build_object('name', k.conname, 'constraint', 'f', 'definition', pg_get_constraintdef(k.oid),
                                     'unique', false, 'comment', obj_description(k.oid, 'pg_constraint'))
            from pg_constraint k
            where k.conrelid = c.oid and k.contype = 'f'{1}
        ) x
    ),)";

// {0} more dependents  {1} what a condition on the table says of its partitions too  {2} constraints that were not
// inherited
constexpr std::string_view dependentsSql = R"(
    'referencedBy', (
        select json_agg(json_build_object(
            'name', k.conname,
            'table', quote_ident(rn.nspname) || '.' || quote_ident(r.relname),
            'onDelete', k.confdeltype,
            'within', k.conrelid = c.oid) order by k.conname)
        from pg_constraint k
        join pg_class r on r.oid = k.conrelid
        join pg_namespace rn on rn.oid = r.relnamespace
        where k.confrelid {1} and k.contype = 'f'{2}
    ),
    'rowTriggers', (
        select json_agg(g.tgname order by g.tgname)
        from pg_trigger g
        where g.tgrelid {1} and not g.tgisinternal and g.tgtype & 1 = 1 and g.tgenabled <> 'D'
    ),
    'dependents', (
        select json_agg(x.what order by x.what)
        from (
            select case v.relkind when 'm' then 'materialized view ' else 'view ' end
                   || quote_ident(vn.nspname) || '.' || quote_ident(v.relname) as what
            from pg_depend o
            join pg_rewrite w on w.oid = o.objid
            join pg_class v on v.oid = w.ev_class
            join pg_namespace vn on vn.oid = v.relnamespace
            where o.classid = 'pg_rewrite'::regclass and o.refclassid = 'pg_class'::regclass
              and o.refobjid = c.oid and v.oid <> c.oid
            union
            select 'rule ' || w.rulename from pg_rewrite w where w.ev_class = c.oid and c.relkind in ('r', 'p')
            union
            select 'foreign key ' || k.conname from pg_constraint k where k.confrelid = c.oid and k.contype = 'f'
            union
            select 'trigger ' || g.tgname from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal
            union
            select 'child ' || h.inhrelid::regclass from pg_inherits h where h.inhparent = c.oid
            union
            select 'parent ' || h.inhparent::regclass from pg_inherits h where h.inhrelid = c.oid
            union
            select 'function ' || o.objid::regprocedure
            from pg_depend o
            where o.classid = 'pg_proc'::regclass
              and ((o.refclassid = 'pg_class'::regclass and o.refobjid = c.oid)
                   or (o.refclassid = 'pg_type'::regclass and o.refobjid = c.reltype))
            union
            select 'column of its row type in ' || o.objid::regclass
            from pg_depend o
            where o.classid = 'pg_class'::regclass and o.refclassid = 'pg_type'::regclass and o.refobjid = c.reltype
            union
            select 'owner ' || pg_get_userbyid(c.relowner) where not pg_has_role(c.relowner, 'usage')
            union
            select 'tablespace ' || s.spcname from pg_tablespace s where s.oid = c.reltablespace{0}
        ) x
        where c.relkind in ('r', 'p')
    ),)";

constexpr std::string_view policiesSql = R"(
            union
            select 'policy ' || y.polname from pg_policy y where y.polrelid = c.oid
            union
            select 'row security' where c.relrowsecurity
            union
            select 'replica identity' where c.relreplident not in ('d', 'n')
            union
            select 'publication ' || u.pubname
            from pg_publication_rel e
            join pg_publication u on u.oid = e.prpubid
            where e.prrelid = c.oid)";

constexpr std::string_view grantsSqlText = R"(
    'grants', (
        select json_agg(json_build_object('grantee', x.grantee, 'column', x.col, 'privileges', x.privileges,
                                          'grantable', x.grantable) order by x.grantee, x.col, x.grantable)
        from (
            select case when e.grantee = 0 then '' else pg_get_userbyid(e.grantee)::text end as grantee, p.col,
                   e.is_grantable as grantable, json_agg(e.privilege_type order by e.privilege_type) as privileges
            from (
                select ''::text as col, c.relacl as acl
                union all
                select a.attname::text, a.attacl
                from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attacl is not null
            ) p
            cross join aclexplode(p.acl) e
            where e.grantee <> c.relowner
            group by 1, 2, 3
        ) x
    ),)";

constexpr std::string_view tableSql = R"(select json_build_object(
    'schema', n.nspname,
    'name', c.relname,
    'oid', c.oid::bigint,
    'kind', c.relkind,
    'owner', pg_get_userbyid(c.relowner),
    'comment', obj_description(c.oid, 'pg_class'),
    'options', to_json(c.reloptions),
    'unlogged', c.relpersistence = 'u',
    'estimatedRows', c.reltuples::bigint,
    'bytes', case when c.relkind in ('r', 'm', 'p') then c.relpages::bigint * current_setting('block_size')::bigint end,{0}{1}{2}{3}
    'columns', {4}
)::text
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where n.nspname = $1
  and c.relname = $2
  and c.relkind in ('r', 'p', 'v', 'm', 'f'))";

constexpr std::string_view distributionSql = R"(
    'distributedBy', (
        select json_agg(a.attname order by k.n)
        from gp_distribution_policy p
        cross join unnest(p.distkey::int2[]) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = p.localoid and a.attnum = k.attnum
        where p.localoid = c.oid
    ),)";

} // namespace

Statement serverInfoSql()
{
    return {"ask the server what it is", std::string(serverSql)};
}

Statement tableInfoSql(std::string_view table, const ServerInfo& server, bool withIndexes)
{
    const bool greenplum = server.dialect == Dialect::Greenplum6;
    const int version = server.version;
    const auto keys = fmt::format(fmt::runtime(keysSql), version >= 110000 ? "i.indnkeyatts" : "i.indnatts",
                                  withIndexes ? "" : " and false");
    const bool partitions = version >= 120000;
    const auto dependents = fmt::format(
        fmt::runtime(dependentsSql), version >= 100000 ? policiesSql : "",
        partitions ? "in (select c.oid union all select p.relid from pg_partition_tree(c.oid) p)" : "= c.oid",
        partitions ? " and k.conparentid = 0" : "");
    const auto columns = fmt::format(fmt::runtime(columnsSql), version >= 100000 ? "a.attidentity" : "''",
                                     version >= 120000 ? "(a.attgenerated <> '')" : "false");
    auto parts = parseQualifiedName(table).value_or({});
    if (parts.size() == 1)
        parts.insert(parts.begin(), "public");
    if (parts.size() == 3)
        parts.erase(parts.begin());
    parts.resize(2);
    return {
        "read the catalogue",
        fmt::format(fmt::runtime(tableSql), keys, dependents, grantsSqlText, greenplum ? distributionSql : "", columns),
        {parts[0], parts[1]}};
}

} // namespace tidegate::sql
