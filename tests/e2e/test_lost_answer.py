#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The answer to COMMIT is lost: the ledger says what happened, and the run ends accordingly."""
import signal

from harness import Drill, main
from places import COMMIT, DELETE, LEDGER


class LostAnswer(Drill):
    def begin(self, mode="incremental"):
        self.items()
        if mode == "full":
            self.pool.job("job: item\nsource: { connection: erp, table: sales.item }\n"
                          "target: { connection: dw, table: ods.item, create: true }\nkey: [item_id]\nmode: full\n")
        self.run_job(state="applied")
        self.change()
        return self.proxy("target")

    def test_the_server_committed_and_the_run_knows(self):
        proxy = self.begin()
        rule = proxy.after(COMMIT, "cut", following=LEDGER)
        outcome = self.run_job(state="applied")
        rule.wait(0)
        self.assertGreater(outcome.rows["inserted"], 0)
        self.assertExact()
        self.assertLedgerWhole(length=2)

    def test_the_same_for_a_swap(self):
        proxy = self.begin("full")
        proxy.after(COMMIT, "cut", following=LEDGER)
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole(length=2)

    def test_the_server_never_saw_the_commit(self):
        """Either the run tries again by itself, or it says that it failed; never half of it, and never 'applied' for nothing."""
        proxy = self.begin()
        proxy.before(COMMIT, "cut", following=LEDGER)
        outcome = self.start_job().finish()
        self.assertIn(outcome.code, (0, 4), outcome.text)
        self.assertEqual(len(self.ledger()), 2 if outcome.code == 0 else 1)
        if outcome.code == 4:
            self.assertTells(outcome, "target", "again|retry|rerun|run")
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole()

    def test_another_owner_went_on_before_the_ledger_was_asked(self):
        proxy = self.begin()
        rule = proxy.after(COMMIT, following=LEDGER)
        engine = self.start_job()
        rule.wait()
        engine.send(signal.SIGSTOP)
        self.direct()
        self.change(50, 150)
        self.run_job("item", "--take-over", state="applied")
        proxy.cut()
        rule.release()
        engine.send(signal.SIGCONT)
        outcome = engine.finish()
        self.assertEqual((outcome.code, outcome.state), (0, "applied"), outcome.text)
        self.assertExact()
        self.assertLedgerWhole(length=3)

    def test_the_link_breaks_inside_apply(self):
        proxy = self.begin()
        proxy.after(DELETE, "cut")
        outcome = self.start_job().finish()
        self.assertIn(outcome.code, (0, 4), outcome.text)
        self.run_job(state="applied")
        self.assertExact()
        self.assertLedgerWhole()


if __name__ == "__main__":
    main()
