-- SPDX-License-Identifier: Apache-2.0
-- The shop: a small retail chain whose data has everything that breaks a copy. The same rows every time (setseed).
-- psql variables: items (about how many order items).
\set ON_ERROR_STOP on
set client_min_messages = warning;
create role reader login;
grant pg_read_all_stats to reader; -- without it Tidegate can't see other people's open transactions
create role clerk login; -- the shop's own program
create schema sales;

create table sales.store (
  store_id int primary key,
  org_id text not null,
  name text not null,
  city text,
  opened date,
  area numeric,
  open_hours int4range,
  note text
);
insert into sales.store
select i, 'ORG-' || lpad((i / 8)::text, 3, '0'),
       (array['人民路', '南京西路', '解放碑', '春熙路', '观前街', '中山陵'])[1 + i % 6] || '店 ' || i,
       (array['上海', '重庆', '成都', '苏州', '南京', 'Ürümqi', E'Xi''an', null])[1 + i % 8],
       case i % 20 when 7 then 'infinity'::date when 13 then '0044-03-15 BC'::date else date '2009-01-01' + i * 17 end,
       case when i % 9 = 0 then 'NaN'::numeric else round((80 + i * 3.7)::numeric, i % 4) end,
       case when i % 11 = 0 then 'empty'::int4range else int4range(7 + i % 3, 21 + i % 3) end,
       case i % 5 when 0 then null when 1 then '' when 2 then E'C:\\shops\\' || i when 3 then E'tab\there, line\nbreak' else '\N' end
from generate_series(1, 60) i;

create table sales.customer (
  customer_id bigint primary key,
  name text not null,
  email text,
  birthday date,
  tags text[],
  profile jsonb,
  created_at timestamp not null,
  updated_at timestamp not null -- without a zone, on purpose: the job says in which zone it is meant
);
do $$ begin perform setseed(0.42); end $$;
insert into sales.customer
select i, (array['王', '李', '张', '刘', '陈', '欧阳', 'O''Neill ', 'Müller '])[1 + i % 8] || (array['伟', '芳', '娜', '秀英', '敏', '静', '丽', '强'])[1 + (i / 8) % 8],
       case when i % 13 = 0 then null else 'c' || i || '@shop.example' end,
       date '1950-01-01' + (random() * 20000)::int,
       case when i % 7 = 0 then null when i % 7 = 1 then '{}' else array['vip', null, E'quo"te', E'back\\slash', '逗,号'] end,
       jsonb_build_object('level', i % 5, '城市', '杭州', 'note', E'say "hi"\n'),
       t, t
from (select i, timestamp '2024-01-01' + random() * interval '600 days' as t from generate_series(1, 40000) i) c;

create table sales.orders (
  order_id bigint primary key,
  store_id int not null,
  customer_id bigint not null,
  status text not null,
  channel text,
  placed_at timestamptz not null,
  updated_at timestamptz not null
);
insert into sales.orders
select i, 1 + i % 60, 1 + (random() * 39999)::int, (array['paid', 'shipped', 'returned', '已签收'])[1 + i % 4],
       (array['门店', 'app', 'web', null])[1 + (i / 3) % 4], t, t
from (select i, timestamptz '2024-01-01 00:00+08' + random() * interval '600 days' as t
      from generate_series(1, :items / 4) i) o;

create table sales.order_item (
  item_id bigint primary key,
  order_id bigint not null,
  line_no smallint not null,
  sku text not null,
  title text,
  quantity numeric(12, 3) not null,
  price numeric(18, 4),
  discount numeric, -- no scale: 1.5 and 1.50 are two texts
  weight float8,
  attributes jsonb,
  raw json,
  tags text[],
  photo bytea,
  shipped_at timestamptz,
  lead_time interval,
  deleted boolean not null default false,
  updated_at timestamptz not null
);
insert into sales.order_item
select i, 1 + (i - 1) / 4, 1 + (i - 1) % 4, 'SKU-' || lpad((i::bigint * 7919 % 99991)::text, 6, '0'),
       case i % 50
         when 0 then null when 1 then '' when 2 then E'it''s "quoted"' when 3 then E'back\\slash \\N \\. end'
         when 4 then E'tab\there' when 5 then E'two\nlines\r\nand a half' when 6 then '😀 表情 👩‍👩‍👧‍👦' when 7 then '  spaces  '
         when 8 then '\N' when 9 then '全角　空格'
         else (array['纯棉衬衫', '绿茶 500ml', '电饭煲', '儿童雨鞋', '豆浆机', 'USB-C 线'])[1 + i % 6] end,
       (1 + i % 9) * 0.125, (i % 100000) / 100.0,
       case i % 40 when 0 then 'NaN'::numeric when 1 then null when 2 then 1.5 when 3 then 1.50 else (i % 30) end,
       case i % 60 when 0 then 'NaN'::float8 when 1 then 'Infinity' when 2 then '-0' when 3 then null else (i % 977) / 7.0::float8 end,
       case when i % 8 = 0 then null else jsonb_build_object('颜色', (array['红', '蓝', '白'])[1 + i % 3], 'n', i % 12) end,
       case when i % 16 = 0 then (case i % 32 when 0 then '{"b":1,  "a":2, "b":3}' else 'null' end)::json end,
       case i % 25 when 0 then array['a', null, 'NULL', E'x"y', E'z\\', ''] when 1 then '{}'::text[] end,
       case when i % 20 = 0 then decode(md5(i::text), 'hex') when i % 20 = 1 then ''::bytea end,
       case i % 30 when 0 then 'infinity'::timestamptz when 1 then '-infinity' when 2 then null else o.placed_at + interval '2 days' end,
       case i % 6 when 0 then interval '24 hours' when 1 then interval '1 day' when 2 then null else interval '1 mon -3 days 04:05:06.789' end,
       i % 500 = 0, o.placed_at
from generate_series(1, :items / 4 * 4) i
join sales.orders o on o.order_id = 1 + (i - 1) / 4;

create index on sales.order_item (order_id);
create index on sales.order_item (updated_at);
create index on sales.orders (updated_at);
grant usage on schema sales to reader, clerk;
grant insert, update, delete, select on all tables in schema sales to clerk;
grant select on all tables in schema sales to reader;
vacuum analyze;
