-- SPDX-License-Identifier: Apache-2.0
-- Is the warehouse what the shop is? Plain SQL, run in the warehouse by a superuser; no part of Tidegate takes part.
-- psql variable: shop (how to connect to the source)
\set ON_ERROR_STOP on
\set QUIET on
\pset footer off
set timezone = 'UTC';
set work_mem = '128MB';

-- A line per row: its key and the md5 of its whole record as text, so that every byte of every column counts.
-- Rows marked deleted in the shop must be gone from the warehouse.
create temp table lines as
select 'order_item' as job, 'source' as side, key, line from dblink(:'shop',
  'select item_id, md5(t::text)::uuid from sales.order_item t where not deleted') s(key bigint, line uuid)
union all
select 'order_item', 'target', item_id, md5(t::text)::uuid from ods.order_item t
union all
select 'store', 'source', key, line from dblink(:'shop',
  'select store_id, md5(t::text)::uuid from sales.store t') s(key bigint, line uuid)
union all
select 'store', 'target', store_id, md5(t::text)::uuid from ods.store t;

create temp table only_in_source as
select job, key, line from lines where side = 'source' except all select job, key, line from lines where side = 'target';
create temp table only_in_target as
select job, key, line from lines where side = 'target' except all select job, key, line from lines where side = 'source';

\pset title 'Source and target, row by row'
select job, count(*) filter (where side = 'source') as source_rows, count(*) filter (where side = 'target') as target_rows,
       (select count(*) from only_in_source o where o.job = l.job) as only_in_source,
       (select count(*) from only_in_target o where o.job = l.job) as only_in_target,
       (select count(*) from (select key from lines k where k.job = l.job and side = 'target'
                              group by key having count(*) > 1) r) as repeated_keys
from lines l group by job order by job;

\pset title 'The ledger: every window begins where the one before it ended'
select seq, kind, lo, hi, rows_read as read, rows_inserted as inserted, rows_deleted as deleted, rows_unchanged as unchanged,
       case when seq = min(seq) over () then lo is null else lo = lag(hi) over (order by seq) end as continues
from tidegate.ledger where job_id = 'order_item' order by seq;

-- The verdict
\pset title
select not exists (select from only_in_source) and not exists (select from only_in_target)
       and not exists (select from lines where side = 'target' group by job, key having count(*) > 1)
       and (select count(distinct job) = 2 from lines where side = 'target')
       and (select count(*) > 4 and bool_and(continues) from
             (select case when seq = min(seq) over () then lo is null else lo = lag(hi) over (order by seq) end as continues
              from tidegate.ledger where job_id = 'order_item') w) as proved
\gset
\if :proved
  \echo 'source = target'
\else
  do $$ begin raise exception 'source and target differ, or the ledger has a gap'; end $$;
\endif
