#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 of the engine at every place of a run: before the commit nothing is visible, after it everything is, once."""
from harness import Drill, main
from places import COMMIT, DELETE, EPOCH, INSERT, LEDGER


class Merge(Drill):
    def drill(self, arm, side="target", applied=False, half_open=False):
        """Loads, changes 101 rows, kills the engine where `arm` says, looks, runs again, looks."""
        self.items()
        self.run_job(state="applied")
        before = self.target.rows("select * from ods.item order by item_id")
        self.change()
        proxy = self.proxy(side)
        rule = arm(proxy)
        engine = self.start_job()
        rule.wait()
        engine.kill()
        if not half_open:
            proxy.cut()
            rule.release()
        after = self.target.rows("select * from ods.item order by item_id")
        self.assertEqual(after != before, applied, "a window is visible completely or not at all")
        self.assertEqual(len(self.ledger()), 2 if applied else 1)
        self.direct()
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=3 if applied else 2)

    def test_after_the_epoch(self):
        self.drill(lambda proxy: proxy.after(EPOCH))

    def test_in_the_middle_of_reading(self):
        self.drill(lambda proxy: proxy.copied(2000), side="source")

    def test_in_the_middle_of_staging(self):
        self.drill(lambda proxy: proxy.copied(1000))

    def test_before_the_delete(self):
        self.drill(lambda proxy: proxy.before(DELETE))

    def test_after_the_delete(self):
        self.drill(lambda proxy: proxy.after(DELETE))

    def test_after_the_insert(self):
        self.drill(lambda proxy: proxy.after(INSERT))

    def test_before_the_ledger_row(self):
        self.drill(lambda proxy: proxy.before(LEDGER))

    def test_after_the_ledger_row(self):
        self.drill(lambda proxy: proxy.after(LEDGER))

    def test_after_the_commit(self):
        self.drill(lambda proxy: proxy.after(COMMIT, following=LEDGER), applied=True)

    def test_the_dead_engines_session_stays_open(self):
        self.drill(lambda proxy: proxy.after(DELETE), half_open=True)


class Full(Drill):
    JOB = """job: item
source: { connection: erp, table: sales.item }
target: { connection: dw, table: ods.item, create: true }
key: [item_id]
mode: full
"""

    def drill(self, arm, applied=False):
        self.items()
        self.pool.job(self.JOB)
        self.run_job(state="applied")
        before = self.target.rows("select * from ods.item order by item_id")
        self.change()
        proxy = self.proxy("target")
        rule = arm(proxy)
        engine = self.start_job()
        rule.wait()
        engine.kill()
        proxy.cut()
        rule.release()
        after = self.target.rows("select * from ods.item order by item_id")
        self.assertEqual(after != before, applied, "readers see the old table or the new one")
        self.direct()
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole()
        beside = self.target.sql("select relname from pg_class c join pg_namespace n on n.oid = relnamespace"
                                 " where nspname = 'ods' and relkind = 'r'")
        self.assertEqual(beside, "item", "a table beside was left behind")

    def test_in_the_middle_of_the_copy(self):
        self.drill(lambda proxy: proxy.copied(5000))

    def test_before_the_ledger_row_of_the_swap(self):
        self.drill(lambda proxy: proxy.before(LEDGER))

    def test_after_the_commit_of_the_swap(self):
        self.drill(lambda proxy: proxy.after(COMMIT, following=LEDGER), applied=True)


if __name__ == "__main__":
    main()
