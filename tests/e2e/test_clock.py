#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""How far a window reaches: open writers, prepared transactions, zones, ties, the future, and clocks that are wrong."""
import datetime
import glob
import os
import unittest
from unittest import mock

from harness import JOB, Drill, main

FAKETIME = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")


class OpenWriters(Drill):
    def writer(self):
        """A transaction that has begun and not written yet."""
        connection = self.source.connect(autocommit=False)
        self.addCleanup(connection.close)
        cursor = connection.cursor()
        cursor.execute("select now()")
        return connection, cursor

    def test_a_writer_that_began_before_hi_and_writes_after_it(self):
        self.items()
        self.run_job(state="applied")
        connection, cursor = self.writer()
        pid = connection.get_backend_pid()
        self.source.sql("insert into sales.item select 5001, 'while it was open', 1, now()")
        outcome = self.run_job()
        self.assertRegex(self.ledger()[-1]["held_by"] or outcome.text, str(pid))
        cursor.execute("insert into sales.item select n, 'late', 1, now() from generate_series(6001, 6100) n")
        connection.commit()
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole()

    def test_a_writer_with_rows_holds_for_as_long_as_it_is_open(self):
        self.items(watermark=", hold: 1ms")
        connection, cursor = self.writer()
        cursor.execute("insert into sales.item select n, 'late', 1, now() from generate_series(6001, 6100) n")
        self.run_job()
        self.run_job()
        connection.commit()
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole()

    def test_a_reader_left_open_holds_only_for_a_while_and_is_told(self):
        self.items(watermark=", hold: 1ms")
        self.run_job(state="applied")
        connection, cursor = self.writer()
        cursor.execute("select pg_sleep(0.05)")
        self.change()
        outcome = self.run_job(state="applied")
        self.assertRegex(" ".join(outcome.finished["warnings"]) + outcome.err, str(connection.get_backend_pid()))
        self.assertExact()

    def test_our_own_reading_holds_nothing(self):
        """Another job's long read is Tidegate's own and read only."""
        self.items()
        connection = self.source.connect(autocommit=False, application_name="tidegate/other",
                                         options="-c default_transaction_read_only=on")
        self.addCleanup(connection.close)
        connection.cursor().execute("select now()")
        self.change()
        self.run_job(state="applied")
        self.assertExact()

    def test_a_prepared_transaction_holds_at_the_last_hi(self):
        self.items()
        self.run_job(state="applied")
        hi = self.ledger()[-1]["hi"]
        self.source.sql("begin; insert into sales.item values (7000, 'prepared', 1, now()); prepare transaction 'p1'")
        self.source.sql("insert into sales.item values (7001, 'after it', 1, now())")
        outcome = self.run_job()
        self.assertEqual(self.ledger()[-1]["hi"], hi)
        self.assertRegex(outcome.text, "(?i)prepared")
        self.source.sql("commit prepared 'p1'")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole()

    def test_a_prepared_transaction_before_the_first_window(self):
        """The column shows when it was prepared, not when it began: an hour before that is out of its reach."""
        self.items()
        self.source.sql("begin; insert into sales.item values (7000, 'prepared', 1, now()); prepare transaction 'first'")
        self.source.sql("insert into sales.item values (6999, 'two hours old', 1, now() - interval '2 hours')")
        self.run_job(state="applied")
        hi = self.ledger()[-1]["hi"]
        self.assertEqual(self.source.sql(f"select prepared - interval '1 hour' = '{hi}' from pg_prepared_xacts where gid = 'first'"), "t")
        self.source.sql("commit prepared 'first'")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=2)


class Role(Drill):
    def reader(self, watermark=""):
        self.items(watermark=watermark)
        role = "r" + self.source.database
        self.source.sql(f"create role {role} login; grant usage on schema sales to {role}; grant select on sales.item to {role}")
        self.pool.connect("erp", self.source, user=role)
        other = self.source.connect(autocommit=False)
        self.addCleanup(other.close)
        other.cursor().execute("select now()")

    def test_without_lag_it_refuses_and_says_what_to_grant(self):
        self.reader()
        outcome = self.run_job(code=6, state="refused")
        self.assertTells(outcome, "pg_read_all_stats", "lag")

    def test_with_lag_it_runs_and_says_that_writers_are_unknown(self):
        self.reader(watermark=", lag: 1s")
        outcome = self.run_job(state="applied")
        self.assertRegex(" ".join(outcome.finished["warnings"]), "(?i)pg_read_all_stats|unknown")
        self.assertTrue(self.ledger()[-1]["held_by"], "the ledger does not say that writers were unknown")
        self.assertExact()


class Edges(Drill):
    def test_ten_thousand_rows_with_one_timestamp_at_the_edge(self):
        self.items(rows=10)
        self.source.sql("insert into sales.item select n, 'tie', n, now() from generate_series(1001, 11000) n")
        self.run_job(state="applied")
        hi = self.ledger()[-1]["hi"]
        self.source.sql(f"insert into sales.item select n, 'tie', n, '{hi}' from generate_series(20001, 30000) n")
        self.run_job(state="applied")
        self.assertExact()
        self.run_job()
        self.assertExact()
        self.assertLedgerWhole()

    def test_a_row_dated_2099_waits_and_stops_nobody(self):
        self.items()
        self.source.sql("insert into sales.item values (9999, 'from the future', 1, '2099-01-01')")
        self.run_job(state="applied")
        self.change()
        self.run_job(state="applied")
        query = "select item_id, name, amount, updated_at from sales.item where updated_at < '2098-01-01'"
        self.assertExact(query)
        self.source.sql("update sales.item set updated_at = now() where item_id = 9999")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole()

    def test_a_window_without_rows_is_a_window(self):
        self.items()
        self.run_job(state="applied")
        outcome = self.run_job(state="applied")
        self.assertEqual(outcome.rows["read"], 0)
        self.assertLedgerWhole(length=2)

    def test_a_long_stretch_in_steps(self):
        start = self.source.sql("select to_char(now() - interval '6 days', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")
        self.items(watermark=f", step: 1d, start: {start}")
        self.source.sql("update sales.item set updated_at = now() - (item_id % 6) * interval '1 day'")
        self.run_job(state="applied")
        self.assertExact()
        self.assertEqual(len(self.assertLedgerWhole()), 7)


class Zones(Drill):
    def naive(self, zone):
        """Writers whose clock shows China's time, in a column without zone."""
        self.items(watermark=zone)
        self.source.sql(f"alter table sales.item alter updated_at type timestamp using updated_at at time zone 'Asia/Shanghai';"
                        f" alter database {self.source.database} set timezone = 'Asia/Shanghai'")

    def drill(self, zone):
        self.naive(zone)
        self.source.sql("insert into sales.item values (5000, 'now in China', 1, localtimestamp)")
        self.run_job(state="applied")
        self.assertExact()
        self.source.sql("insert into sales.item values (5001, 'later in China', 1, localtimestamp)")
        self.run_job(state="applied")
        self.assertExact()
        self.source.sql("insert into sales.item values (5002, 'later still', 1, localtimestamp)")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=3)

    def test_the_jobs_zone(self):
        self.drill(", zone: Asia/Shanghai")

    def test_the_zone_that_the_server_gives(self):
        self.drill("")

    def test_a_date(self):
        self.items()
        self.source.sql("alter table sales.item alter updated_at type date using current_date - 1")
        self.run_job(state="applied")
        self.assertExact()
        self.source.sql("insert into sales.item values (5000, 'today', 1, current_date)")
        self.run_job()
        self.assertExact("select * from sales.item where updated_at < current_date", "select * from ods.item")


@unittest.skipUnless(FAKETIME, "libfaketime is not installed")
class WrongClocks(Drill):
    """The source's server itself runs with another clock."""

    def shift(self, seconds):
        self.source.cluster.stop()
        with mock.patch.dict(os.environ, {"LD_PRELOAD": FAKETIME[0], "FAKETIME": f"{seconds:+d}", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}):
            self.source.cluster.start()

    def test_more_than_five_minutes_ahead_stops_the_run(self):
        self.shift(600)
        self.items()
        outcome = self.run_job(code=6, state="refused")
        self.assertTells(outcome, "clock of source erp", "(599|60.) s ahead", "NTP")
        self.assertEqual(self.ledger(), [])
        self.shift(240)
        self.run_job(state="applied")
        self.assertExact()

    def test_the_hour_that_local_time_has_twice(self):
        """Writers in Berlin, a column without zone, runs before, in both passes of the hour, and after it."""
        job = JOB.format(source="", watermark=", zone: Europe/Berlin, nulls: reject", more="")
        for apply in ("merge", "append"):
            with self.subTest(apply=apply):
                self.source.sql("drop schema if exists sales cascade")
                self.target.sql("drop schema if exists ods, tidegate cascade")
                self.items(rows=10)
                self.source.sql("alter table sales.item alter updated_at type timestamp using '2025-10-20';"
                                f" alter database {self.source.database} set timezone = 'Europe/Berlin'")
                self.pool.job(job if apply == "merge" else job.replace("key: [item_id]\n", "").replace("merge", "append"))
                for number, utc in enumerate(("00:10", "00:40", "01:10", "01:40", "02:10", "05:00")):
                    self.set_clock(f"2025-10-26 {utc}:00")
                    self.source.sql(f"insert into sales.item select 100 * {number} + n, 'x', 0, localtimestamp from generate_series(100, 120) n")
                    self.run_job()
                    self.source.sql(f"insert into sales.item select 100 * {number} + n, 'x', 0, localtimestamp from generate_series(130, 140) n")
                self.run_job()
                self.set_clock("2025-10-26 09:00:00")
                self.run_job(state="applied")
                self.assertExact()
                self.assertLedgerWhole()

    def set_clock(self, utc):
        """The source's server believes that it is `utc` now."""
        end = datetime.datetime.fromisoformat(utc + "+00:00")
        self.shift(round((end - datetime.datetime.now(datetime.timezone.utc)).total_seconds()))

    def test_set_back_it_says_so_and_an_overlap_covers_it(self):
        self.items(watermark=", overlap: 1h")
        self.shift(10)
        self.run_job(state="applied")
        hi = self.ledger()[-1]["hi"]
        self.shift(-200)
        self.change()
        outcome = self.run_job(state="nothing_to_do")
        self.assertRegex(" ".join(outcome.finished["warnings"]), "clock of source erp .* (20.|21.) s before .* set back.*overlap")
        self.assertEqual([row["hi"] for row in self.ledger()], [hi])
        self.shift(60)
        self.assertEqual(self.run_job(state="applied").finished["warnings"], [])
        self.assertExact()
        self.assertLedgerWhole(length=2)


if __name__ == "__main__":
    main()
