#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The proxy holds and cuts where it was told to, and is not noticed elsewhere."""
import threading
import unittest

import pgcluster  # noqa: F401  (finds the library)
import psycopg2
from pgproxy import Proxy
from pgserver import Cluster


class Places(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = Cluster("source").start()
        cls.addClassCleanup(cls.cluster.close)

    def setUp(self):
        self.cluster.psql("drop table if exists t; create table t (a int)")
        self.proxy = Proxy(self.cluster.host, self.cluster.port)
        self.addCleanup(self.proxy.close)

    def session(self):
        return self.cluster.connect(port=self.proxy.port, autocommit=False)

    def in_thread(self, work):
        thread = threading.Thread(target=work)
        thread.start()
        self.addCleanup(thread.join)

    def test_a_session_without_rules_is_as_without_a_proxy(self):
        with self.session() as session, session.cursor() as cursor:
            cursor.execute("insert into t select generate_series(1, 10000)")
            cursor.execute("select count(*) from t")
            self.assertEqual(cursor.fetchone()[0], 10000)
        self.assertEqual(self.cluster.psql("select count(*) from t"), "10000")

    def test_paused_before_a_statement_the_server_has_not_seen_it(self):
        session = self.session()
        session.autocommit = True
        rule = self.proxy.before("^insert")
        self.in_thread(lambda: session.cursor().execute("insert into t values (1)"))
        rule.wait()
        self.assertEqual(self.cluster.psql("select count(*) from t"), "0")
        rule.release()

    def test_paused_after_a_statement_the_server_has_done_it(self):
        session = self.session()
        session.autocommit = True
        rule = self.proxy.after("^insert", skip=1)
        session.cursor().execute("insert into t values (0)")
        self.in_thread(lambda: session.cursor().execute("insert into t values (1)"))
        rule.wait()
        self.assertEqual(self.cluster.psql("select count(*) from t"), "2")
        rule.release()

    def test_a_commit_whose_answer_is_lost_is_a_commit(self):
        session = self.session()
        session.cursor().execute("insert into t values (1)")
        self.proxy.after("^commit", "cut")
        with self.assertRaises(psycopg2.OperationalError):
            session.commit()
        self.assertEqual(self.cluster.psql("select count(*) from t"), "1")

    def test_a_commit_that_was_cut_before_is_none(self):
        session = self.session()
        session.cursor().execute("insert into t values (1)")
        self.proxy.before("^commit", "cut")
        with self.assertRaises(psycopg2.OperationalError):
            session.commit()
        self.assertEqual(self.cluster.psql("select count(*) from t"), "0")

    def test_cut_in_the_middle_of_a_copy(self):
        rule = self.proxy.copied(50000, "cut")
        with self.assertRaises(psycopg2.DatabaseError), open("/dev/null", "wb") as sink:
            self.session().cursor().copy_expert("copy (select generate_series(1, 100000)) to stdout", sink)
        rule.wait(10)


if __name__ == "__main__":
    unittest.main(verbosity=2)
