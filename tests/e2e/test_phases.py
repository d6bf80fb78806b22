#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A signal to the engine, or the immediate stop of a server, in every phase of a run that merges and of one that swaps."""
import signal

from harness import JOB, Drill, main
from places import COMMIT, DELETE, EPOCH, INSERT, LEDGER

FULL = """job: item
source: { connection: erp, table: sales.item }
target: { connection: dw, table: ods.item, create: true }
key: [item_id]
mode: full
"""
MERGE = JOB.format(source="", watermark="", more="")
READING = ("source", lambda proxy: proxy.copied(2000))
PHASES = {
    "own": ("target", lambda proxy: proxy.after(EPOCH)),
    "window": ("source", lambda proxy: proxy.before("pg_stat_activity")),
    "read": READING,
    "stage": ("target", lambda proxy: proxy.copied(1000)),
    "delete": ("target", lambda proxy: proxy.after(DELETE)),
    "insert": ("target", lambda proxy: proxy.after(INSERT)),
    "ledger": ("target", lambda proxy: proxy.after(LEDGER)),
    "commit": ("target", lambda proxy: proxy.before(COMMIT, following=LEDGER)),
    "committed": ("target", lambda proxy: proxy.after(COMMIT, following=LEDGER)),
}
SWAP = {
    "read": READING,
    "load": ("target", lambda proxy: proxy.copied(5000)),
    "index": ("target", lambda proxy: proxy.before("add (constraint|primary)|create unique index")),
    "swap": ("target", lambda proxy: proxy.after(r"rename to")),
    "commit": ("target", lambda proxy: proxy.before(COMMIT, following=LEDGER)),
    "committed": ("target", lambda proxy: proxy.after(COMMIT, following=LEDGER)),
}
IRRELEVANT = ("delete", "insert", "ledger", "commit", "committed", "index", "swap")  # phases that the source is not asked in


class Phases(Drill):
    def drill(self, event, check):
        """In each phase: hold the run there, let `event` happen, let the run go on, `check` its outcome, run again, compare."""
        self.items()
        for text, phases in ((MERGE, PHASES), (FULL, SWAP)):
            self.target.sql("drop schema if exists ods, tidegate cascade")
            self.pool.job(text)
            self.run_job(state="applied")
            for phase, (side, arm) in phases.items():
                with self.subTest(phase=phase, swap=phases is SWAP):
                    self.change()
                    length = len(self.ledger())
                    proxy = self.proxy(side)
                    rule = arm(proxy)
                    engine = self.start_job()
                    rule.wait()
                    event(engine)
                    rule.release()
                    outcome = engine.finish()
                    proxy.close()
                    self.direct()
                    for end in (self.source, self.target):
                        end.cluster.start()
                    check(phase, outcome)
                    self.assertEqual(len(self.ledger()) > length, outcome.state == "applied", outcome.text)
                    self.run_job(state="applied")
                    self.assertExact()
                    self.assertLedgerWhole()

    def told(self, outcome, code, *words):
        """It was applied, or the message has these words."""
        if outcome.state != "applied":
            self.assertEqual(outcome.code, code, outcome.text)
            self.assertTells(outcome, *words)

    def test_sigterm(self):
        def check(phase, outcome):
            if outcome.state != "applied" or phase not in IRRELEVANT:  # these may hear it after the last statement
                self.assertEqual((outcome.code, outcome.state), (7, "cancelled"), outcome.text)
        self.drill(lambda engine: engine.send(signal.SIGTERM), check)

    def test_sigstop_for_a_while(self):
        def pause(engine):
            engine.send(signal.SIGSTOP)
            self.source.sql("insert into sales.item select max(item_id) + 1, 'while it stood', 0, now() from sales.item")
            engine.send(signal.SIGCONT)
        self.drill(pause, lambda phase, outcome: self.assertEqual(outcome.state, "applied", outcome.text))

    def test_the_source_stops(self):
        def check(phase, outcome):
            if phase in IRRELEVANT:
                self.assertEqual(outcome.state, "applied", outcome.text)
            self.told(outcome, 3, "source erp", "run again|is up|when the server")
        self.drill(lambda _: self.source.cluster.stop("immediate"), check)

    def test_the_target_stops(self):
        """It is back at once, so that a run that was about to commit can ask the ledger."""
        def check(phase, outcome):
            if phase == "committed":
                self.assertEqual(outcome.state, "applied", outcome.text)
            self.told(outcome, 4, "target dw", "run again|is up|the next run|when the server")
        self.drill(lambda _: self.target.cluster.restart("immediate"), check)


if __name__ == "__main__":
    main()
