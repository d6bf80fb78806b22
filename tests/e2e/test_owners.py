#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Two engines on one job: one works, the other is told who; a frozen one that wakes up after a take-over commits nothing."""
import signal

from harness import Drill, main
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

    def test_two_started_at_once(self):
        self.items()
        engines = [self.start_job() for _ in range(2)]
        outcomes = [engine.finish() for engine in engines]
        self.assertIn("applied", [o.state for o in outcomes], [o.text for o in outcomes])
        for outcome in outcomes:
            self.assertIn(outcome.state, ("applied", "busy", "nothing_to_do"), outcome.text)
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
        self.assertGreater(self.target.engine_backends(), 0, "the dead engine's sessions are still open at the server")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=2)


if __name__ == "__main__":
    main()
