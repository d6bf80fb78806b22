#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Two engines on one job: one works, the other is told who; a frozen one that wakes up after a take-over commits nothing."""
import signal

from harness import JOB, Drill, main
from places import COMMIT, DELETE, LEDGER


class Owners(Drill):
    def begin(self):
        """An engine that is held inside apply, in front of a target that everybody else reaches directly."""
        self.items()
        self.run_job(state="applied")
        self.change()
        proxy = self.proxy("target")
        rule = proxy.before(LEDGER)
        engine = self.start_job()
        rule.wait()
        self.direct()
        return engine, proxy, rule

    def test_the_second_engine_is_told_who_works_and_takes_no_epoch(self):
        engine, _, rule = self.begin()
        epochs = self.epochs()
        outcome = self.run_job(code=5, state="busy")
        self.assertTells(outcome, "item", "since", "take-over", str(engine.pid))
        self.assertEqual(self.epochs(), epochs)
        rule.release()
        self.assertEqual(engine.finish().state, "applied")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=3)

    def test_two_started_at_once_again_and_again(self):
        self.items()
        for turn in range(20):
            engines = [self.start_job() for _ in range(2)]
            outcomes = [engine.finish() for engine in engines]
            self.assertIn("applied", [o.state for o in outcomes], [o.text for o in outcomes])
            for outcome in outcomes:
                self.assertIn(outcome.state, ("applied", "busy", "nothing_to_do"), outcome.text)
            self.change(turn + 1, turn + 90)
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole()

    def frozen(self, place):
        """A SIGSTOP at `place`, a take-over, and SIGCONT."""
        self.items()
        self.run_job(state="applied")
        self.change()
        proxy = self.proxy("target")
        rule = place(proxy)
        old = self.start_job()
        rule.wait()
        old.send(signal.SIGSTOP)
        self.direct()
        self.run_job("item", "--take-over", state="applied")
        self.assertExact()
        self.change(50, 150)
        rule.release()
        old.send(signal.SIGCONT)
        outcome = old.finish()
        self.assertNotEqual(outcome.state, "applied", outcome.text)
        self.assertIn(outcome.code, (4, 5), outcome.text)
        self.assertTrue(outcome.error["message"])
        self.assertEqual(len(self.ledger()), 2, "the old owner wrote to the ledger")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=3)

    def test_frozen_in_apply(self):
        self.frozen(lambda proxy: proxy.after(DELETE))

    def test_frozen_before_its_commit(self):
        self.frozen(lambda proxy: proxy.before(COMMIT, following=LEDGER))

    def test_frozen_while_copying(self):
        self.frozen(lambda proxy: proxy.copied(1000))

    def test_the_owners_host_died_and_its_sessions_stay(self):
        engine, proxy, _ = self.begin()
        engine.kill()
        self.assertTrue(self.target.engine_sessions(), "the dead engine's sessions are still open at the server")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=2)


class OneTarget(Drill):
    """Two jobs that load the same table."""

    def two(self, mode=None):
        self.items()
        self.source.sql("create table sales.more as select item_id + 5000 as item_id, name, amount, updated_at from sales.item")
        text = JOB.format(source="", watermark="", more="").replace("job: item", "job: more").replace("sales.item", "sales.more")
        self.pool.job(text if mode is None else text.split("mode:")[0] + mode)

    def test_both_make_it_at_the_same_moment(self):
        self.two()
        for _ in range(5):
            self.target.sql("drop schema if exists ods, tidegate cascade")
            engines = [self.start_job(job) for job in ("item", "more")]
            outcomes = [engine.finish() for engine in engines]
            self.assertEqual([o.state for o in outcomes], ["applied"] * 2, [o.text for o in outcomes])
            self.assertExact("select * from sales.item union all select * from sales.more", "select * from ods.item")

    def test_it_is_a_warning(self):
        self.two()
        outcome = self.run_job("more", state="applied")
        self.assertIn("`ods.item` is also the target of the job `item`", " ".join(outcome.finished["warnings"]))

    def test_it_is_an_error_where_one_would_remove_the_others_rows(self):
        self.two("mode: full\n")
        for job in ("item", "more"):
            self.assertTells(self.run_job(job, code=2), "is also the target of the job", "pool check")
        self.assertEqual(self.target.sql("select to_regclass('ods.item') is null"), "t")


if __name__ == "__main__":
    main()
