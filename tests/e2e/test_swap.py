#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The moment of a swap: readers see the old rows or the new ones, nobody queues behind us, and what a broken load left goes."""
import threading
import time

from harness import Drill, main

FULL = """job: item
source: { connection: erp, table: sales.item }
target: { connection: dw, table: ods.item, create: true }
key: [item_id]
mode: full
"""


class Swap(Drill):
    def setUp(self):
        super().setUp()
        self.items()
        self.pool.job(FULL)
        self.run_job(state="applied")

    def readers_see(self, relation):
        """Reads `relation` again and again beside three loads; returns the answers that it got."""
        stop, seen, problems = threading.Event(), set(), []

        def read():
            try:
                cursor = self.target.connect().cursor()  # each answer a transaction of its own
                while not stop.is_set():
                    cursor.execute(f"select count(*), min(amount), max(amount) from {relation}")
                    seen.add(cursor.fetchone())
                cursor.connection.close()
            except Exception as error:  # pylint: disable=broad-except
                problems.append(error)

        readers = [threading.Thread(target=read) for _ in range(2)]
        for reader in readers:
            reader.start()
        for number in (2, 3, 4):
            self.source.sql(f"update sales.item set amount = {number}")
            self.run_job(state="applied")
        stop.set()
        for reader in readers:
            reader.join()
        self.assertEqual(problems, [])
        return {tuple(int(v) for v in answer) for answer in seen}

    def test_by_name(self):
        self.source.sql("update sales.item set amount = 1")
        self.run_job(state="applied")
        self.assertLessEqual(self.readers_see("ods.item"), {(1000, n, n) for n in (1, 2, 3, 4)})

    def test_through_a_view(self):
        self.source.sql("update sales.item set amount = 1")
        self.run_job(state="applied")
        self.target.sql("create view ods.v as select * from ods.item")
        self.assertLessEqual(self.readers_see("ods.v"), {(1000, n, n) for n in (1, 2, 3, 4)})

    def test_behind_a_long_reader_nobody_queues_for_long(self):
        connection = self.target.connect(autocommit=False)
        self.addCleanup(connection.close)
        connection.cursor().execute("select count(*) from ods.item")
        self.change()
        engine = self.start_job()
        end = time.monotonic() + 60
        while self.target.sql("select count(*) from pg_locks where not granted and mode = 'AccessExclusiveLock'") == "0":
            self.assertLess(time.monotonic(), end, "the swap does not come as far as the lock")
        self.target.sql("set statement_timeout = '20s'; select count(*) from ods.item")  # waits for one try, not for the reader
        self.assertFalse(engine.ended())
        connection.rollback()
        self.assertEqual(engine.finish().state, "applied")
        self.assertExact()
        self.assertLedgerWhole(length=2)


class Staging(Drill):
    def test_a_reader_of_the_staging_table_stops_nobody(self):
        """It is not emptied under the reader, and what lies there does not get into a later window."""
        self.items()
        self.run_job(state="applied")
        staging = self.target.sql("select oid::regclass from pg_class where relname like 'stg\\_%' and relkind = 'r'")
        connection = self.target.connect(autocommit=False)
        self.addCleanup(connection.close)
        connection.cursor().execute(f"select count(*) from {staging}")
        for _ in range(2):
            self.change()
            self.run_job(state="applied")
            self.assertExact()
        connection.rollback()
        self.run_job()
        self.assertEqual(self.target.sql(f"select count(*) from {staging}"), "0")
        self.assertLedgerWhole()


if __name__ == "__main__":
    main()
