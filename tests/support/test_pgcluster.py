#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The clusters of the tests: they start beside each other, forget nothing at a crash, and never outlive their parent."""
import os
import pathlib
import signal
import subprocess
import sys
import time
import unittest

import pgcluster  # noqa: F401  (finds the library)
from pgserver import Cluster

RUN = [sys.executable, str(pathlib.Path(__file__).parent / "pgcluster.py"), "run"]


def wait_until(condition, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def processes_in(folder):
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/cmdline", encoding="utf-8") as file:
                    if folder in file.read():
                        found.append(int(entry))
            except OSError:
                pass
    return found


class Life(unittest.TestCase):
    def test_committed_rows_survive_a_kill_of_the_server(self):
        with Cluster("source", database="erp") as cluster:
            cluster.psql("create table t (a int); insert into t values (1)")
            connection = cluster.connect(autocommit=False)
            connection.cursor().execute("insert into t values (2)")
            cluster.kill()
            cluster.start()
            self.assertEqual(cluster.psql("select a from t"), "1")
        self.assertFalse(os.path.exists(cluster.folder))

    def test_two_phase_utf8_and_c_collation(self):
        with Cluster("source") as cluster:
            cluster.psql("create table t (a text); begin; insert into t values ('订单'); prepare transaction 'x';")
            cluster.restart()
            self.assertEqual(cluster.psql("commit prepared 'x'; select a, current_setting('lc_collate') from t"), "订单|C")

    def test_a_kept_folder_is_used_again(self):
        with Cluster("first") as outer:
            folder = outer.folder + "/kept"
            for expected in ("1", "2"):
                with Cluster("kept", folder=folder) as cluster:
                    cluster.psql("create table if not exists t (a int); insert into t values (1)")
                    self.assertEqual(cluster.psql("select count(*) from t"), expected)


class Command(unittest.TestCase):
    def test_exit_status_and_environment_are_those_of_the_command(self):
        script = 'test -n "$TIDEGATE_TEST_SOURCE_PORT" && test -z "$TIDEGATE_TEST_TARGET_PORT" && exit 7'
        self.assertEqual(subprocess.run([*RUN, "--source", "--", "sh", "-c", script], check=False).returncode, 7)

    def test_four_at_once(self):
        script = "psql -qAtX -h $TIDEGATE_TEST_SOURCE_HOST -p $TIDEGATE_TEST_SOURCE_PORT -U $TIDEGATE_TEST_SOURCE_USER -c 'select 1' postgres"
        running = [subprocess.Popen([*RUN, "--source", "--", "sh", "-c", script], stdout=subprocess.PIPE, text=True) for _ in range(4)]
        self.assertEqual([p.communicate()[0] for p in running], ["1\n"] * 4)

    def ends_with(self, number):
        run = subprocess.Popen([*RUN, "--source", "--", "sh", "-c", "echo $TIDEGATE_TEST_SOURCE_SOCKETS; exec cat"],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        folder = os.path.dirname(run.stdout.readline().strip())
        self.assertTrue(processes_in(folder))
        run.send_signal(number)
        run.wait()
        self.assertTrue(wait_until(lambda: not processes_in(folder) and not os.path.exists(folder)), "something outlived it")
        run.communicate()

    def test_nothing_is_left_after_sigterm(self):
        self.ends_with(signal.SIGTERM)

    def test_nothing_is_left_after_sigint(self):
        self.ends_with(signal.SIGINT)

    def test_nothing_is_left_after_kill_9(self):
        self.ends_with(signal.SIGKILL)


if __name__ == "__main__":
    unittest.main(verbosity=2)
