#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Names of every kind for schemas, tables, columns, watermarks and jobs; databases in other encodings than UTF8."""
from harness import Drill, main

JOB = """job: {job}
source: {{ connection: erp, table: {table} }}
target: {{ connection: dw, table: {target}, create: true }}
key: [{key}]
{mode}"""
INCREMENTAL = "mode: incremental\nwatermark: {{ column: {column} }}\napply: merge\n"
NAMES = ("select", "Mixed Case", 'a"b', "it's", "订单 明细", "a.b", "x;--", "$1", "%s %1", "a\\b", "{0}", "长" * 21, "t", "s", "e\u0301",
         "tab\there")


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def flow(text):
    """A YAML scalar."""
    return "'" + text.replace("'", "''") + "'"


class Names(Drill):
    def same(self, source, target):
        self.assertEqual(sorted(self.target.rows(f"select * from {target}")), sorted(self.source.rows(f"select * from {source}")))

    def table(self, name):
        """A table in a schema of the same name with a key column of the same name."""
        table = f"{quoted(name)}.{quoted(name)}"
        self.source.sql(f"create schema {quoted(name)}; create table {table} ({quoted(name)} int primary key,"
                        f" at timestamptz default now(), {quoted(name[:10] + '2')} text default 'v');"
                        f" insert into {table} select n from generate_series(1, 50) n")
        return table

    def test_schemas_tables_and_columns(self):
        for number, name in enumerate(NAMES):
            with self.subTest(name=name):
                table, job = self.table(name), f"n{number}"
                self.pool.job(JOB.format(job=job, table=flow(table), target=flow(table), key=flow(name),
                                         mode=INCREMENTAL.format(column="t.at")))
                self.run_job(job, state="applied")
                self.source.sql(f"update {table} set at = now() where {quoted(name)} < 9; insert into {table} values (99)")
                self.run_job(job, state="applied")
                self.same(table, table)
                self.tool("verify", job, "--level", "L3")

    def test_full_loads_with_an_index_and_a_comment(self):
        for number, name in enumerate(NAMES):
            with self.subTest(name=name):
                table, job = self.table(name), f"f{number}"
                self.pool.job(JOB.format(job=job, table=flow(table), target=flow(table), key=flow(name), mode="mode: full\n"))
                self.run_job(job, state="applied")
                self.target.sql(f"create index {quoted('ix ' + name[:5])} on {table} (at);"
                                f" comment on table {table} is {flow(name)}")
                self.source.sql(f"delete from {table} where {quoted(name)} < 9")
                self.run_job(job, state="applied")
                self.same(table, table)
                self.assertEqual(self.target.rows(f"select obj_description({flow(table)}::regclass) = {flow(name)},"
                                                  f" count(*) from pg_index where indrelid = {flow(table)}::regclass"), ["t\t2"])

    def test_watermarks(self):
        for number, name in enumerate(NAMES):
            with self.subTest(name=name):
                table = f"public.w{number}"
                self.source.sql(f"create table {table} (id int primary key, {quoted(name)} timestamptz default now());"
                                f" insert into {table} select n from generate_series(1, 50) n")
                self.pool.job(JOB.format(job=f"w{number}", table=table, target=table, key="id",
                                         mode=INCREMENTAL.format(column=flow(f"t.{quoted(name)}"))))
                self.run_job(f"w{number}", state="applied")
                self.source.sql(f"insert into {table} values (99)")
                self.run_job(f"w{number}", state="applied")
                self.same(table, table)

    def test_jobs(self):
        self.source.sql("create table x (id int primary key, at timestamptz default now()); insert into x values (1)")
        for number, name in enumerate(("订单-明细_2024", "a" * 60, "订" * 30 + "甲", "订" * 30 + "乙", "UPPER", "x.y")):
            with self.subTest(name=name):
                self.pool.job(JOB.format(job=name, table="public.x", target=f"public.x{number}", key="id",
                                         mode=INCREMENTAL.format(column="t.at")))
                self.run_job(name, state="applied")
                self.source.sql(f"insert into x values ({number + 10})")
                self.run_job(name, state="applied")
                self.same("x", f"x{number}")
                self.assertLedgerWhole(name, length=2)


class Encodings(Drill):
    MODES = (INCREMENTAL.format(column="t.at"), "mode: full\n")

    def database(self, end, encoding):
        """Moves one end into a database of its own with this encoding."""
        name = f"{self.source.database}{encoding.lower()}"
        end.cluster.psql(f"create database {name} encoding '{encoding}' lc_collate 'C' lc_ctype 'C' template template0")
        end.database = name
        self.direct()

    def rows(self, values):
        self.source.sql("set client_encoding = 'UTF8'; create table x (id int primary key, name text, at timestamptz default now());"
                        f" insert into x (id, name) values {values}")

    def run_both(self, check):
        for number, mode in enumerate(self.MODES):
            with self.subTest(mode=mode):
                self.pool.job(JOB.format(job=f"j{number}", table="public.x", target=f"ods.x{number}", key="id", mode=mode))
                check(f"j{number}", f"ods.x{number}")

    def test_a_source_in_another_encoding(self):
        for encoding, text in (("LATIN1", "Straße é"), ("EUC_CN", "订单明细"), ("WIN1251", "Привет"), ("SQL_ASCII", "订单")):
            database = self.source.database
            self.database(self.source, encoding)
            self.rows(f"(1, '{text}'), (2, '\\x')")

            def arrives(job, target, text=text):
                self.target.sql(f"drop table if exists {target}; drop schema if exists tidegate cascade")
                self.run_job(job, state="applied")
                self.assertEqual(self.target.rows(f"select name from {target} where id = 1"), [text])
                self.tool("verify", job, "--level", "L3")
            self.run_both(arrives)
            self.source.database = database

    def test_bytes_that_are_no_utf8(self):
        self.database(self.source, "SQL_ASCII")
        self.rows("(1, 'ok'), (2, E'Stra\\xdfe')")

        def refused(job, _):
            self.assertTells(self.run_job(job, code=3, state="failed"), "UTF8", "0xdf")
            self.assertEqual(self.ledger(job), [])
        self.run_both(refused)

    def test_text_that_the_target_can_not_hold(self):
        self.database(self.target, "LATIN1")
        self.rows("(1, 'Straße'), (3, '中')")

        def refused(job, target):
            self.assertTells(self.run_job(job, code=6), "LATIN1", "0xe4 0xb8 0xad")
            self.assertEqual(self.ledger(job), [])
            self.source.sql("delete from x where id = 3")
            self.run_job(job, state="applied")
            self.assertExact("select id, name from x", f"select id, name from {target}")
            self.source.sql("insert into x values (3, '中')")
        self.run_both(refused)


if __name__ == "__main__":
    main()
