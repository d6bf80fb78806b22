#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Roles with settings of their own, without rights, without a way in: values stay as they are, or the message says what to do."""
import os
import pathlib
import time
from unittest import mock

from harness import Drill, main
from places import DELETE
from test_types import INCREMENTAL, JOB, PREPARE

ODD = """array_nulls = off; bytea_output = escape; datestyle = 'SQL, DMY'; intervalstyle = 'iso_8601'; extra_float_digits = -15;
timezone = 'Asia/Kolkata'; client_encoding = 'LATIN1'; xmloption = document; xmlbinary = hex; standard_conforming_strings = off;
default_transaction_isolation = serializable; default_transaction_read_only = on; search_path = evil, pg_catalog;
quote_all_identifiers = on; transform_null_equals = on; statement_timeout = '500ms'; lock_timeout = '500ms';
idle_in_transaction_session_timeout = '500ms'; idle_session_timeout = '500ms'; default_transaction_deferrable = on"""
VALUES = {
    "text[]": "array[null, 'NULL', 'a\\b']", "bytea": "'\\x00ff5c'", "date": "'2024-02-01'", "interval": "'1 mon 2 days 03:00'",
    "double precision": "0.1::float8 + 0.2", "timestamptz": "'2024-02-01 03:04:05.678901+08'", "text": "E'中\\\\'", "xml": "'a<b/>c'",
}


class Settings(Drill):
    def role(self, end):
        """A role that brings along every setting that bends values or ends sessions."""
        role = "r" + end.database
        end.sql(f"create role {role} superuser login; create schema evil;"
                " create function evil.now() returns timestamptz language sql as $$select '2001-01-01'::timestamptz$$;"
                + "".join(f" alter role {role} set {setting.strip()};" for setting in ODD.split(";")))
        return role

    def test_what_a_role_brings_along_changes_nothing(self):
        columns = {f"c{number}": kind for number, kind in enumerate(VALUES)}
        self.source.sql(PREPARE.format(columns=", ".join(f"{name} {kind}" for name, kind in columns.items())))
        self.source.sql("insert into sales.odd (id, " + ", ".join(columns) + ") select n, " + ", ".join(VALUES.values())
                        + " from generate_series(1, 10) n")
        self.pool.connect("erp", self.source, user=self.role(self.source))
        self.pool.connect("dw", self.target, "state_schema: tidegate\n", user=self.role(self.target))
        for job, mode in (("odd", INCREMENTAL), ("whole", "mode: full\n")):
            self.pool.job(JOB.format(job=job, table="sales.odd", create="true", mode=mode))
            for _ in range(2):
                self.run_job(job, state="applied")
                self.assertExact("select * from sales.odd", f"select * from ods.{job}")
                self.tool("verify", job, "--level", "L3")
                self.source.sql("update sales.odd set at = now() where id < 5")

    def test_idle_sessions_of_a_run_outlive_the_roles_patience(self):
        self.items()
        self.run_job(state="applied")
        self.change()
        self.pool.connect("erp", self.source, user=self.role(self.source))
        role = self.role(self.target)
        self.pool.connect("dw", self.target, "state_schema: tidegate\n", user=role)
        proxy = self.proxy("target")
        self.pool.connect("dw", self.target, "state_schema: tidegate\n", user=role, port=proxy.port)
        rule = proxy.after(DELETE)
        engine = self.start_job()
        rule.wait()
        end = time.monotonic() + 60
        for side in (self.source, self.target):
            while side.sql("select coalesce(bool_and(clock_timestamp() - state_change > interval '700ms'), true) from pg_stat_activity"
                           " where datname = current_database() and application_name like 'tidegate%'") != "t":
                self.assertLess(time.monotonic(), end)
        self.assertEqual((len(self.source.engine_sessions()), len(self.target.engine_sessions())), (1, 2), "a session was ended for being idle")
        rule.release()
        self.assertEqual(engine.finish().state, "applied")
        self.assertExact()


class Access(Drill):
    """What stands between a role and its work is said by name, with what to do, and nothing is half done."""

    def setUp(self):
        super().setUp()
        self.items()
        for end in (self.source, self.target):
            hba = pathlib.Path(end.cluster.folder) / "data/pg_hba.conf"
            old = hba.read_text(encoding="utf-8")
            hba.write_text(f"host {end.database} locked 127.0.0.1/32 scram-sha-256\nhostnossl {end.database} tls 127.0.0.1/32 reject\n" + old,
                           encoding="utf-8")
            self.addCleanup(hba.write_text, old, encoding="utf-8")
            end.sql("drop role if exists locked, tls, capped, weak; create role locked superuser login password 'right';"
                    " create role tls superuser login; create role capped login connection limit 0; create role weak login;"
                    " select pg_reload_conf()")
            self.addCleanup(end.sql, "drop owned by weak cascade")

    def refused(self, side, *words, more="", **connection):
        name, end, code = ("erp", self.source, 3) if side == "source" else ("dw", self.target, 4)
        with self.subTest(side=side, words=words):
            self.pool.connect(name, end, ("state_schema: tidegate\n" if side == "target" else "") + more, **connection)
            self.assertTells(self.run_job(code=code, state="failed"), name, *words)
            self.direct()

    def test_no_way_in(self):
        for side in ("source", "target"):
            with mock.patch.dict(os.environ, {"DRILL_SECRET": "wr0ng-word"}):
                self.refused(side, "password authentication failed", "user and secret", user="locked", more="secret: env:DRILL_SECRET\n")
            self.refused(side, "no password", "secret", user="locked")
            self.refused(side, "no encryption", "sslmode: require", user="tls")
            self.refused(side, "does not support SSL", "sslmode", more="options: { sslmode: require }\n")
            self.refused(side, "too many connections", "wait, or raise", user="capped")
            self.refused(side, "role .nobody. does not exist", "user and secret", user="nobody")
            self.refused(side, "refused", "server is up", port=1)
        self.run_job(state="applied")
        self.assertExact()

    def test_no_connection_is_free(self):
        for side, end in (("source", self.source), ("target", self.target)):
            held = []
            with self.assertRaises(Exception):
                while True:
                    held.append(end.connect())
            self.refused(side, "too many clients|slots are reserved", "wait, or raise max_connections")
            for connection in held:
                connection.close()

    def test_no_rights(self):
        self.target.sql("create schema ods; create table ods.item (item_id bigint primary key, name text, amount numeric,"
                        " updated_at timestamptz)")
        self.refused("source", "permission denied for schema sales", "sql JOB --what grants", user="weak")
        self.source.sql("grant usage on schema sales to weak")
        self.refused("source", "permission denied for table item", "sql JOB --what grants", user="weak")
        self.target.sql("drop schema if exists tidegate cascade")
        grants = (f"create on database {self.target.database}", "usage on schema ods", "select on ods.item", "insert on ods.item",
                  "delete on ods.item")
        for granted in grants:
            self.refused("target", "permission denied", "grants", user="weak")
            self.assertEqual(self.ledger(), [])
            self.target.sql(f"grant {granted} to weak")
        self.pool.connect("dw", self.target, "state_schema: tidegate\n", user="weak")
        self.run_job(state="applied")
        self.assertExact()

    def test_a_live_check_names_every_missing_right_before_a_run_meets_it(self):
        self.target.sql("create schema ods; create table ods.item (item_id bigint primary key, name text, amount numeric,"
                        " updated_at timestamptz)")
        self.pool.connect("erp", self.source, user="weak")
        self.assertRegex(self.tool("pool", "check", "--live", code=3).text, "item: source erp .*: permission denied for schema sales")
        self.source.sql("grant usage on schema sales to weak")
        self.assertRegex(self.tool("pool", "check", "--live", code=3).text, "item: source erp .*: permission denied for table item")
        self.source.sql("grant select on sales.item to weak; grant pg_read_all_stats to weak")
        self.tool("pool", "check", "--live")
        self.pool.connect("dw", self.target, "state_schema: tidegate\n", user="weak")
        outcome = self.tool("pool", "check", "--live", code=4)
        for right in ("role weak lacks", "usage and create on schema tidegate", "usage on schema ods", "select on ods.item",
                      "insert on ods.item", "delete on ods.item", "sql item --what grants"):
            self.assertIn(right, outcome.text)
        self.target.sql(f"grant create on database {self.target.database} to weak; grant usage on schema ods to weak;"
                        " grant select, insert, delete on ods.item to weak")
        self.tool("pool", "check", "--live")
        self.run_job(state="applied")
        self.tool("pool", "check", "--live")

    def test_a_live_check_blames_the_end_that_does_not_answer(self):
        self.pool.connect("erp", self.source, port=1)
        self.assertRegex(self.tool("pool", "check", "--live", code=3).text, "no session with source erp")
        self.tool("job", "new", "other", "--from", "erp", "sales.item", code=3)
        self.pool.connect("erp", self.source)
        self.pool.connect("dw", self.target, "state_schema: tidegate\n", port=1)
        self.assertRegex(self.tool("pool", "check", "--live", code=4).text, "no session with target dw")


if __name__ == "__main__":
    main()
