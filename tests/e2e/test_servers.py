#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A server dies, a disk fills, a person presses Ctrl+C: the run says which end, and the next one completes the work."""
import os
import signal
import subprocess
import time
import unittest

from harness import Drill, main
from places import DELETE


class Servers(Drill):
    def test_the_source_dies_in_the_middle_of_reading(self):
        self.items(rows=100000)
        rule = self.proxy("source").copied(100000)
        engine = self.start_job()
        rule.wait()
        self.source.cluster.kill()
        rule.release()
        outcome = engine.finish()
        self.assertEqual(outcome.code, 3, outcome.text)
        self.assertTells(outcome, "source")
        self.source.cluster.start()
        self.direct()
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=1)

    def test_the_target_dies_inside_apply(self):
        self.items()
        self.run_job(state="applied")
        self.change()
        rule = self.proxy("target").after(DELETE)
        engine = self.start_job()
        rule.wait()
        self.target.cluster.kill()
        rule.release()
        outcome = engine.finish()
        self.assertEqual(outcome.code, 4, outcome.text)
        self.assertTells(outcome, "target")
        self.target.cluster.start()
        self.direct()
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=2)

    def test_a_server_that_is_not_there(self):
        self.items()
        self.source.cluster.stop()
        outcome = self.run_job(code=3, state="failed")
        self.assertTells(outcome, "source", "erp")
        self.source.cluster.start()
        self.target.cluster.stop()
        outcome = self.run_job(code=4, state="failed")
        self.assertTells(outcome, "target", "dw")
        self.target.cluster.start()
        self.run_job(state="applied")
        self.assertExact()


class Locked(Drill):
    """Somebody holds ACCESS EXCLUSIVE on the target: looking must not wait, and writing says what it waits for."""

    def lock(self):
        self.items()
        self.run_job(state="applied")
        self.change()
        connection = self.target.connect(autocommit=False)
        self.addCleanup(connection.close)
        connection.cursor().execute("lock table ods.item in access exclusive mode")
        return connection

    def test_looking_at_it_does_not_wait(self):
        self.lock()
        self.run_job("item", "--dry-run", state="nothing_to_do")
        self.tool("sql", "item", "--what", "apply")

    def test_a_run_reads_and_waits_only_to_apply(self):
        connection = self.lock()
        engine = self.start_job()
        self.waits_for_lock("lock table ods.item in share row exclusive mode")
        connection.rollback()
        self.assertEqual(engine.finish().state, "applied")
        self.assertExact()

    def waits_for_lock(self, statement):
        end = time.monotonic() + 60
        while self.target.sql("select lower(query) from pg_stat_activity where datname = current_database()"
                              " and wait_event_type = 'Lock'") != statement:
            self.assertLess(time.monotonic(), end, "the run does not come as far as the lock")


class Cancel(Drill):
    def cancelled(self, side):
        self.items(rows=50000)
        rule = self.proxy(side).copied(200000)
        engine = self.start_job()
        rule.wait()
        began = time.monotonic()
        engine.send(signal.SIGINT)
        outcome = engine.finish()
        self.assertLess(time.monotonic() - began, 1.5)
        self.assertEqual((outcome.code, outcome.state), (7, "cancelled"), outcome.text)
        return rule

    def test_ctrl_c_while_the_source_is_silent(self):
        rule = self.cancelled("source")
        rule.release()
        self.nothing_stays()

    def test_ctrl_c_while_the_target_is_silent(self):
        rule = self.cancelled("target")
        rule.release()
        self.nothing_stays()

    def nothing_stays(self):
        end = time.monotonic() + 60
        while left := self.source.engine_sessions() + self.target.engine_sessions():
            self.assertLess(time.monotonic(), end, f"sessions of the cancelled run are still there: {left}")
        self.assertEqual(self.ledger(), [])
        self.direct()
        self.run_job(state="applied")
        self.assertExact()


@unittest.skipUnless(os.geteuid() == 0, "mounting a small file system needs root")
class FullDisk(Drill):
    def test_staging_does_not_fit(self):
        disk = self.target.cluster.folder + "/small"
        os.makedirs(disk)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True, check=False)
        if done.returncode != 0:
            self.skipTest("no file system can be mounted here")
        self.addCleanup(lambda: subprocess.run(["umount", "-l", disk], check=False))
        owner = os.stat(self.target.cluster.folder)
        os.chown(disk, owner.st_uid, owner.st_gid)
        self.items(rows=100)
        self.run_job(state="applied")
        self.target.sql(f"create tablespace small location '{disk}'")
        self.target.sql("select format('alter table %s set tablespace small', oid::regclass) from pg_class"
                        " where relname like 'stg\\_%' and relkind = 'r' \\gexec")
        self.source.sql("insert into sales.item select n, repeat('x', 100), 0, now() from generate_series(1000, 90000) n")
        outcome = self.run_job(code=4, state="failed")
        self.assertTells(outcome, "space|disk", "target")
        self.target.sql("select format('alter table %s set tablespace pg_default', oid::regclass) from pg_class"
                        " where relname like 'stg\\_%' and relkind = 'r' \\gexec")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=2)


if __name__ == "__main__":
    main()
