#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Values that are easily bent on the way, in every type a column may have, through a first load, a change and a verification."""
from harness import Drill, main

JOB = """job: {job}
source: {{ connection: erp, table: {table} }}
target: {{ connection: dw, table: ods.{job}, create: {create} }}
key: [id]
{mode}"""
INCREMENTAL = "mode: incremental\nwatermark: { column: t.at }\napply: merge\n"

TYPES = {  # type: its awkward values, as SQL
    "numeric": ["'NaN'", "'Infinity'", "'-Infinity'", "1e-300", "-0.0", "12345678901234567890.123456789012345678900"],
    "numeric(10,-2)": ["12345678"],
    "double precision": ["'NaN'", "'-Infinity'", "'-0'", "1e-323", "0.1", "1.7976931348623157e308"],
    "real": ["1.17549435e-38", "3.14159274", "'Infinity'"],
    "money": ["12.34", "-92233720368547758.08"],
    "date": ["'4713-01-01 BC'", "'5874897-12-31'", "'infinity'", "'0001-01-01'"],
    "time with time zone": ["'24:00:00+15:59'", "'00:00:00.000001-12'"],
    "timestamp": ["'4713-01-01 00:00:00 BC'", "'294276-12-31 23:59:59.999999'", "'-infinity'"],
    "timestamptz": ["'4713-01-01 00:00:00+00 BC'", "'294276-12-31 23:59:59.999999+00'", "'infinity'", "'2024-11-03 01:30:00-05'"],
    "interval": ["'-178000000 years'", "'1 mon -1 days +00:00:00.000001'", "'-00:00:01'", "'0'"],
    "interval day to second": ["'3 04:05:06.5'"],
    "bytea": [r"'\x'", r"'\x00ff5c0a0d09'", r"'\x5c2e'", "decode(repeat('00', 100000), 'hex')"],
    "text": ["''", r"E'\\'", r"E'\\.'", r"E'\\N'", r"E'a\nb\r\nc\rd\te\x01\x1f\x7f'", "'😀𠀀'", "repeat('长', 90000)", "'NULL'", "' '", "U&'\\FEFF'"],
    "varchar(5)": ["'ab  '", "''"],
    "char(6)": ["'ab'", "''", "'中文'"],
    '"char"': ["'x'", "''", r"E'\\'", r"'\377'"],
    "name": ["'n'"],
    "boolean": ["true", "false"],
    "bit(5)": ["B'10101'"],
    "bit varying": ["B''", "B'1'"],
    "uuid": ["'00000000-0000-0000-0000-000000000000'"],
    "json": ["""'{"b":1,  "a": [null, "\\\\u4e2d"]}'""", "'\"\"'", "'1.0'"],
    "jsonb": ["""'{"b":1.00, "a": "x\\\\ny"}'""", "'null'"],
    "xml": ["'<a>&lt;\n</a>'"],
    "inet": ["'::1/64'", "'10.0.0.1'"],
    "cidr": ["'10.0.0.0/8'"],
    "macaddr8": ["'08:00:2b:01:02:03:04:05'"],
    "point": ["'(0.1,-1e300)'"],
    "polygon": ["'((0,0),(1,1),(2,0))'"],
    "int4range": ["'empty'", "'(,5)'", "'[1,)'"],
    "tstzrange": ["'[2024-01-01,infinity)'"],
    "nummultirange": ["'{[1,2),(3,)}'"],
    "tsvector": ["'a:1A b''c:2'"],
    "oid": ["4294967295"],
    "pg_lsn": ["'FFFFFFFF/FFFFFFFF'"],
    "text[]": ["""array['', null, 'NULL', 'a"b', 'c\\d', '{e,f}', '中 文', E'g\\nh']""", "'{}'", "'[0:1]={a,b}'", "array[['a','b'],['c',null]]"],
    "numeric(6,2)[]": ["array[1.10, null, 'NaN']"],
    "timestamptz[]": ["array['infinity', '4713-01-01 00:00+00 BC'::timestamptz, null]"],
    "jsonb[]": [r"""array['{"a": "\""}'::jsonb, null]"""],
    "sales.mood": ["'good'", "'不好'", "'it''s'"],
    "sales.mood[]": ["array['good', null]::sales.mood[]"],
    "sales.positive": ["1", "3"],
    "sales.pair": ["row(null, 'a,b\"c')", "row(1, '')"],
    "sales.pair[]": ["array[row(1, 'x(')::sales.pair, null]"],
    "sales.span": ["'[a,b)'"],
    "citext": ["'ABC'", "'ß'"],
    "hstore": [r"""'"a"=>NULL, "b"=>"x\\y\"", ""=>""'"""],
}

PREPARE = """
create schema sales; create extension citext; create extension hstore;
create type sales.mood as enum ('good', '不好', 'it''s');
create domain sales.positive as int check (value > 0);
create type sales.pair as (a int, b text);
create type sales.span as range (subtype = text);
create table sales.odd (id int primary key, at timestamptz default now() - interval '1 hour', {columns});
"""


class Types(Drill):
    @classmethod
    def columns(cls):
        return {f"c{number}": kind for number, kind in enumerate(TYPES)}

    def fill(self):
        columns = self.columns()
        self.source.sql(PREPARE.format(columns=", ".join(f"{name} {kind}" for name, kind in columns.items())))
        self.source.sql("insert into sales.odd select n from generate_series(1, 12) n;" + ";\n".join(
            f"update sales.odd set {name} = {value} where id = {number}"
            for name, kind in columns.items() for number, value in enumerate(TYPES[kind], 1)))

    def same(self, job="odd"):
        """Every column as text, one at a time, so that a failure names the type."""
        for name, kind in self.columns().items():
            self.assertEqual(self.target.rows(f"select id, {name}::text from ods.{job} order by id"),
                             self.source.rows(f"select id, {name}::text from sales.odd order by id"), kind)

    def test_they_arrive_as_they_are(self):
        self.fill()
        for job, mode in (("odd", INCREMENTAL), ("whole", "mode: full\n")):
            with self.subTest(job=job):
                self.pool.job(JOB.format(job=job, table="sales.odd", create="true", mode=mode))
                self.run_job(job, state="applied")
                self.same(job)
                self.tool("verify", job, "--level", "L3")
        self.source.sql("update sales.odd set at = now() where id <= 6; insert into sales.odd (id, at) values (99, now())")
        outcome = self.run_job("odd", state="applied")
        self.assertEqual(outcome.rows["inserted"] + outcome.rows["unchanged"], 7)
        self.run_job("odd", "--again", state="applied")
        self.run_job("whole", state="applied")
        for job in ("odd", "whole"):
            self.same(job)
            self.tool("verify", job, "--level", "L3")

    def test_texts_that_the_target_takes_as_equal_are_still_two(self):
        ci = "create collation ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);"
        self.source.sql("create schema sales; create extension citext; create table sales.odd (id text primary key, name text, more text[],"
                        " other text, at timestamptz default now()); insert into sales.odd values ('a', 'x', '{x}', 'x')")
        self.target.sql(f"{ci} create extension citext; create schema ods; create table ods.odd (id text collate ci primary key,"
                        " name text collate ci, more text[] collate ci, other citext, at timestamptz)")
        self.pool.job(JOB.format(job="odd", table="sales.odd", create="true", mode=INCREMENTAL))
        self.run_job("odd", state="applied")
        for column, value in (("name", "'X'"), ("more", "'{X}'"), ("other", "'X'"), ("id", "'A'")):
            with self.subTest(column=column):
                self.source.sql(f"update sales.odd set {column} = {value}, at = now()")
                self.assertEqual(self.run_job("odd", state="applied").rows["unchanged"], 0)
                self.assertExact("select * from sales.odd", "select * from ods.odd")


if __name__ == "__main__":
    main()
