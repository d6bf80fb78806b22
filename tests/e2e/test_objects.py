#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What is no plain table at either end, and targets that are shaped otherwise than the source."""
from harness import Drill, main

JOB = """job: item
source: {{ connection: erp, table: {table} }}
target: {{ connection: dw, table: ods.item, create: true }}
key: [item_id]
{mode}"""
INCREMENTAL = "mode: incremental\nwatermark: { column: t.at }\napply: merge\n"
FULL = "mode: full\n"
BOTH = (INCREMENTAL, FULL)
SOURCE = """
create schema sales;
create table sales.item (item_id bigint, name text, at timestamptz default now()) partition by range (item_id);
create table sales.p1 partition of sales.item for values from (0) to (500);
create table sales.p2 partition of sales.item default;
insert into sales.item select n, 'x' || n from generate_series(1, 1000) n
"""
CHANGE = "update {} set name = name || '!', at = now() where item_id % 7 = 0"
GENERATED = ("item_id bigint generated always as identity primary key, name text, at timestamptz default now(),"
             " twice bigint generated always as (length(name) * 2) stored")


class Objects(Drill):
    def setUp(self):
        super().setUp()
        self.source.sql(SOURCE)

    def make(self, columns, more=""):
        self.target.sql(f"drop schema if exists ods, tidegate cascade; create schema ods; create table ods.item ({columns}) {more}")

    def drill(self, table, mode=INCREMENTAL, change=None, columns="item_id, name, at"):
        """Three runs with a change before each, each compared row by row."""
        self.pool.job(JOB.format(table=table, mode=mode))
        for _ in range(3):
            self.run_job(state="applied")
            self.assertExact(f"select {columns} from {table}", f"select {columns} from ods.item")
            self.tool("verify", "item", "--level", "L3")
            self.source.sql(change or CHANGE.format("sales.item"))
        self.assertLedgerWhole(length=3)


class Sources(Objects):
    def test_partitioned(self):
        for mode in BOTH:
            with self.subTest(mode=mode):
                self.target.sql("drop schema if exists ods, tidegate cascade")
                self.drill("sales.item", mode)

    def test_one_partition(self):
        self.drill("sales.p1")

    def test_views(self):
        self.source.sql("create view sales.v as select item_id, name, at from sales.item where item_id > 10")
        self.drill("sales.v")

    def test_materialized_views(self):
        self.source.sql("create materialized view sales.v as select item_id, name, at from sales.item where item_id > 10")
        self.drill("sales.v", change=CHANGE.format("sales.item") + "; refresh materialized view sales.v")

    def test_foreign_tables(self):
        cluster = self.source.cluster
        self.source.sql("create extension postgres_fdw; create server s foreign data wrapper postgres_fdw options"
                        f" (host '{cluster.sockets}', port '{cluster.port}', dbname '{self.source.database}');"
                        f" create user mapping for current_user server s options (user '{cluster.user}');"
                        " create foreign table sales.f (item_id bigint, name text, at timestamptz) server s"
                        " options (schema_name 'sales', table_name 'item')")
        self.drill("sales.f")

    def test_inherited_tables(self):
        self.source.sql("create table sales.parent (item_id bigint, name text, at timestamptz default now());"
                        " create table sales.child (more text) inherits (sales.parent);"
                        " insert into sales.parent select n, 'p' from generate_series(1, 100) n;"
                        " insert into sales.child select n, 'c' from generate_series(200, 300) n")
        self.drill("sales.parent", change=CHANGE.format("sales.parent"))


class Targets(Objects):
    def test_generated_and_identity_columns(self):
        for mode in BOTH:
            with self.subTest(mode=mode):
                self.source.sql(f"drop table if exists sales.g; create table sales.g ({GENERATED});"
                                " insert into sales.g (name) select 'x' || n from generate_series(1, 100) n")
                self.make(GENERATED)
                self.drill("sales.g", mode, CHANGE.format("sales.g") + "; insert into sales.g (name) values ('new')",
                           "item_id, name, at, twice")

    def test_partitioned(self):
        for mode in BOTH:
            with self.subTest(mode=mode):
                self.make("item_id bigint, name text, at timestamptz", "partition by range (at)")
                self.target.sql("create table ods.d partition of ods.item default; create index on ods.item (item_id)")
                self.drill("sales.item", mode)

    def refused(self, code, *words, mode=INCREMENTAL):
        self.pool.job(JOB.format(table="sales.item", mode=mode))
        before = self.target.rows("select * from ods.item")
        self.assertTells(self.run_job(code=code), *words)
        self.assertEqual(self.target.rows("select * from ods.item"), before)
        self.assertEqual(self.ledger(), [])

    def test_partitioned_without_a_place_for_the_rows(self):
        for mode in BOTH:
            self.make("item_id bigint, name text, at timestamptz", "partition by range (at)")
            self.refused(6, "no partition", mode=mode)

    def test_a_view(self):
        self.target.sql("create schema ods; create table ods.b (item_id bigint, name text, at timestamptz);"
                        " create view ods.item as select * from ods.b")
        for mode in BOTH:
            self.refused(2, "not a table", mode=mode)

    def test_a_column_that_nobody_fills(self):
        for mode in BOTH:
            self.make("item_id bigint primary key, name text, at timestamptz, extra text not null")
            self.refused(2, "extra", "default", mode=mode)

    def test_values_that_do_not_fit(self):
        for mode in BOTH:
            for columns, code, word in (("item_id int, name varchar(3), at timestamptz", 6, "too long"),
                                        ("item_id int, name text check (name <> 'x5'), at timestamptz", 6, "item_name_check"),
                                        ("item_id int, name int, at timestamptz", 6, "integer"),
                                        ("item_id int, name text, at timestamp", 2, "time zone")):
                with self.subTest(mode=mode, columns=columns):
                    self.make(columns)
                    self.refused(code, word, mode=mode)


if __name__ == "__main__":
    main()
